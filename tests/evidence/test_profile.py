"""A profile holds every indicator of every topic, with its newest figure or a gap that says why."""

import pytest

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.catalogue.profile import topics
from bothshores.evidence import gather, prefer, profile
from bothshores.tables.evidence import Figures, Observations


def figure(indicator, year, value, status="observed", source="world_bank"):
    return {"country": "NPL", "indicator": indicator, "year": year, "value": value, "source": source, "vintage": "2025",
            "status": status}  # fmt: skip


def observation(indicator, year, value, breakdown):
    more = {"breakdown": breakdown, "file": "f", "locator": "l"}
    return figure(indicator, year, value) | more


def made(*figures, parts=()):
    return profile(tables.build(Observations, parts), tables.build(Figures, figures), "NPL")


def row(found, indicator, breakdown=""):
    return found.filter(indicator=indicator, breakdown=breakdown).row(0, named=True)


def test_every_indicator_of_every_topic_has_a_row():
    asked = {(topic.id, name) for topic in topics().values() for name in topic.indicators}
    assert set(made().filter(breakdown="").select("topic", "indicator").iter_rows()) == asked
    assert set(made()["state"]) == {"gap"}


def test_the_newest_figure_is_shown_with_its_series_and_projections_are_not():
    found = row(
        made(
            figure("gdp_usd", 2001, 1.0), figure("gdp_usd", 2023, 2.0), figure("gdp_usd", 2030, 9.0, "projected")
        ),
        "gdp_usd",
    )  # fmt: skip
    assert (found["value"], found["year"], found["first_year"], found["years"]) == (2.0, 2023, 2001, 2)
    assert found["state"] == "known"


@pytest.mark.parametrize(("year", "state"), [(2018, "known"), (2017, "old")])
def test_a_figure_six_years_before_the_newest_is_old(year, state):
    found = made(figure("gdp_usd", 2023, 2.0), figure("literacy_rate", year, 0.6))
    assert row(found, "literacy_rate")["state"] == state


def test_breakdowns_stand_below_the_whole():
    parts = [
        observation("population_total", 2020, 1.0, "sex=male"),
        observation("population_total", 2021, 2.0, "sex=male"),
    ]
    found = made(figure("population_total", 2023, 4.0), parts=parts)
    assert row(found, "population_total", "sex=male")["value"] == 2.0


def test_parts_of_another_year_are_said_to_be_so_even_where_they_are_old():
    parts = [observation("immigrant_stock", 2015, 9.0, "sex=male")]
    found = made(figure("gdp_usd", 2023, 2.0), figure("immigrant_stock", 2022, 4.0), parts=parts)
    part = row(found, "immigrant_stock", "sex=male")
    assert part["state"] == "old"
    assert "do not compare" in part["message"]


def test_a_gap_says_what_is_missing_or_who_keeps_it():
    found = made()
    assert "needs" in row(found, "return_rate")["message"]
    assert "loaded say nothing" in row(found, "gdp_usd")["message"]
    assert row(found, "labour_departures")["args"].count("labour force or migration survey")


def test_embedded_data_fill_the_greater_part_of_the_published_indicators():
    evidence = gather()
    found = profile(evidence.observations, prefer(evidence.observations), "NPL").filter(breakdown="")
    read = [name for name in found["indicator"] if "factbook" in indicators()[name].sources]
    filled = found.filter(found["indicator"].is_in(read) & (found["state"] != "gap"))
    assert filled.height > 0.8 * len(read)


def test_parts_of_another_year_than_the_whole_say_that_they_are_not_to_be_compared():
    parts = [
        observation("population_total", 2021, 2.0, "sex=male"),
        observation("population_total", 2023, 2.0, "sex=female"),
    ]
    found = made(figure("population_total", 2023, 4.0), parts=parts)
    assert "do not compare" in row(found, "population_total", "sex=male")["message"]
    assert row(found, "population_total", "sex=female")["message"] == ""


def test_a_ratio_of_two_years_says_so():
    money, ratio = figure("remittances_received_usd", 2021, 9.0), figure("remittances_per_migrant", 2021, 3.0)
    apart = made(money, ratio, figure("migrant_stock_abroad", 2019, 3.0))
    assert "another year" in row(apart, "remittances_per_migrant")["message"]
    same = made(money, ratio, figure("migrant_stock_abroad", 2021, 3.0))
    assert row(same, "remittances_per_migrant")["message"] == ""
