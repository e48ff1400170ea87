"""Default decisions rest on a named figure; official GDP comes before the Factbook's spending."""

from __future__ import annotations

import json

import polars as pl
import pytest
from plan.planted import LAST, figures

from bothshores import loop
from bothshores.errors import RequestError
from bothshores.plan.terms import GDP_SHARE, HORIZON_YEARS, PUBLIC_SHARE, default_terms, significant

GDP = ("NPL", "gdp_usd", LAST, 40e9)
SPENDING = ("NPL", "government_expenditure_usd", LAST - 3, 9e9)
PEOPLE = ("NPL", "population_total", LAST, 30e6)


def derived(*parts: pl.DataFrame) -> tuple[int, dict[str, str]]:
    """The budget, and what its basis names."""
    terms, basis = default_terms(pl.concat(parts), "NPL")
    return terms.budget_usd, json.loads(basis.args)


def test_official_gdp_comes_before_spending_and_is_named() -> None:
    budget, said = derived(figures([GDP], source="world_bank"), figures([SPENDING, PEOPLE], source="factbook"))
    assert budget == significant(40e9 * GDP_SHARE * HORIZON_YEARS)
    assert (said["indicator"], said["source"], said["year"]) == ("indicator:gdp_usd", "source:world_bank", "year:2024")


def test_without_an_official_gdp_spending_comes_first() -> None:
    budget, said = derived(figures([GDP, SPENDING, PEOPLE], source="factbook"))
    assert budget == significant(9e9 * PUBLIC_SHARE * HORIZON_YEARS)
    assert (said["indicator"], said["source"]) == ("indicator:government_expenditure_usd", "source:factbook")


def test_without_spending_any_gdp_and_without_that_residents() -> None:
    budget, said = derived(figures([GDP, PEOPLE], source="factbook"))
    assert (budget, said["source"]) == (significant(40e9 * GDP_SHARE * HORIZON_YEARS), "source:factbook")
    assert derived(figures([PEOPLE]))[0] == 300_000_000


def test_without_any_figure_it_says_what_to_do() -> None:
    with pytest.raises(RequestError, match="--from FOLDER"):
        default_terms(figures([]), "NPL")
    with pytest.raises(RequestError, match="--budget"):
        default_terms(figures([("NPL", "gini", LAST, 0.3)]), "NPL")


@pytest.mark.parametrize("country", ["NPL", "PHL", "SEN"])
def test_official_files_give_the_world_banks_gdp(data_folder, country) -> None:
    found = loop.gather([data_folder / "wdi"]).figures
    _terms, basis = default_terms(found, country)
    said = json.loads(basis.args)
    assert (said["indicator"], said["source"]) == ("indicator:gdp_usd", "source:world_bank")
