"""A translation says who, native in the language, has read it; until then it says that nobody has."""

from datetime import date

import pytest

from bothshores.errors import CatalogueError
from bothshores.locale import AREAS, awaits_review, languages, reviews

SIGNED = '[[review]]\narea = "report"\nby = "A. Reader, ministry of labour"\non = 2027-03-31\n'


def test_english_is_the_source_and_awaits_nobody():
    assert not any(awaits_review("en", area) for area in AREAS)


@pytest.mark.parametrize("language", languages())
def test_every_review_file_can_be_read(language):
    assert all(review.area in AREAS for review in reviews.reviews(language))


def test_a_review_is_read_and_the_newest_counts(tmp_path, monkeypatch):
    file = tmp_path / "review.toml"
    file.write_text(SIGNED + SIGNED.replace("2027", "2028"), encoding="utf-8")
    monkeypatch.setattr(reviews, "reviews", lambda _language: reviews.read(file))
    assert reviews.reviewed("ar", "report").on == date(2028, 3, 31)
    assert not reviews.awaits_review("ar", "report")
    assert reviews.awaits_review("ar", "messages")


def test_a_language_without_the_file_has_no_review(tmp_path):
    assert reviews.read(tmp_path / "review.toml") == ()


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('area = "report"', 'area = "kitchen"', "kitchen"),
        ("on = 2027-03-31", 'on = "spring"', "spring"),
        ("on = 2027-03-31", "", "'on'"),
        ('by = "A. Reader, ministry of labour"', 'by = " "', "by is empty"),
        ("[[review]]", "[[review", "review"),
    ],
)
def test_a_wrong_review_is_named_by_file_and_key(tmp_path, was, becomes, said):
    file = tmp_path / "ar" / "review.toml"
    file.parent.mkdir()
    file.write_text(SIGNED.replace(was, becomes), encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"locale/ar/review\.toml") as caught:
        reviews.read(file)
    assert said in str(caught.value)
