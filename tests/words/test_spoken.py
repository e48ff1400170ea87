"""A plan speaks its country's own languages."""

import pytest

from bothshores.words.spoken import languages_of


@pytest.mark.parametrize(
    ("country", "wanted"),
    [
        ("NPL", ("en", "ar", "ne")), ("SEN", ("en", "ar", "fr")), ("MAR", ("en", "ar", "fr")),
        ("SLV", ("en", "ar", "es")), ("MDA", ("en", "ar")), ("GHA", ("en", "ar")), ("XRF", ("en", "ar")),
    ],
)  # fmt: skip
def test_the_official_languages_that_there_are(country, wanted):
    assert languages_of(country) == wanted
