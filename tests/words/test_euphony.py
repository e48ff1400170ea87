"""Spanish y and o give way before their own sound, and only there."""

import pytest

from bothshores.words import Words
from bothshores.words.euphony import smoothed


@pytest.mark.parametrize(
    ("put_together", "said"),
    [
        ("Salud y Inversión", "Salud e Inversión"),
        ("“Salud” y “Información”", "“Salud” e “Información”"),
        ("padres y hijos", "padres e hijos"),
        ("agua y hielo", "agua y hielo"),
        ("ley y orden", "ley y orden"),
        ("siete o ocho", "siete u ocho"),
        ("muy importante", "muy importante"),
    ],
)
def test_small_words_follow_the_next_sound(put_together, said):
    assert smoothed(put_together, "es") == said


def test_other_languages_stay_as_they_are():
    assert smoothed("mãe y irmão o outro", "pt") == "mãe y irmão o outro"


def test_lists_and_filled_gaps_are_smoothed():
    assert Words("es").listed(["Italia", "Irlanda"]) == "Italia e Irlanda"
    said = Words("es").phrase("Closest in {first}, {second} and {third}, of {shared} features compared.",
                              first="Salud", second="Edad", third="Ingresos", shared="3")  # fmt: skip
    assert "Salud, Edad e Ingresos" in said
