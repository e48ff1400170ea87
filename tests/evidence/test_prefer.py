"""One figure for each country, indicator and year: the rule of precedence, and what is derived."""

from shutil import which

import ibis
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bothshores import tables
from bothshores.catalogue import indicators
from bothshores.evidence import gather, prefer
from bothshores.evidence.prefer import choose_figures, ranks, ratios
from bothshores.tables.evidence import Figures, Observations

SAID = {
    "country": "NPL", "breakdown": "", "vintage": "2025", "status": "observed", "file": "f", "locator": "l",
}  # fmt: skip


def said(source, indicator, year, value, **more):
    return SAID | {"source": source, "indicator": indicator, "year": year, "value": float(value)} | more


def chosen(*rows):
    figures = prefer(tables.build(Observations, rows))
    return {(row["indicator"], row["year"]): (row["value"], row["source"]) for row in figures.iter_rows(named=True)}


def test_official_statistics_come_before_the_factbook_with_all_their_years():
    assert chosen(
        said("factbook", "unemployment_rate", 2024, 0.108),
        said("world_bank", "unemployment_rate", 2021, 0.12),
        said("world_bank", "unemployment_rate", 2022, 0.11),
    ) == {
        ("unemployment_rate", 2021): (0.12, "world_bank"),
        ("unemployment_rate", 2022): (0.11, "world_bank"),
    }


def test_a_source_more_than_five_years_behind_gives_way():
    rows = [said("factbook", "refugees_hosted", 2024, 9), said("world_bank", "refugees_hosted", 2018, 5)]
    assert chosen(*rows) == {("refugees_hosted", 2024): (9.0, "factbook")}
    rows[1]["year"] = 2019
    assert chosen(*rows) == {("refugees_hosted", 2019): (5.0, "world_bank")}


def test_of_one_source_the_latest_edition_counts():
    assert chosen(
        said("world_bank", "gini", 2022, 33, vintage="2024-12-16"),
        said("world_bank", "gini", 2022, 30, vintage="2026-07-01"),
        said("world_bank", "gini", 2010, 32.8, vintage="2024-12-16"),
    ) == {("gini", 2022): (30.0, "world_bank")}


def test_breakdowns_are_no_figures():
    assert chosen(said("factbook", "literacy_rate", 2019, 0.594, breakdown="sex=female")) == {}


def test_a_ratio_nobody_publishes_is_derived():
    figures = chosen(said("world_bank", "fdi_inflow_usd", 2020, 50), said("world_bank", "gdp_usd", 2020, 1000))
    assert figures["fdi_share_gdp", 2020] == (0.05, "derived")


def test_a_denominator_at_most_two_years_off_serves_and_the_nearest_does():
    rows = [said("world_bank", "remittances_received_usd", year, 600) for year in range(2016, 2023)]
    rows += [
        said("un_desa_matrix", "migrant_stock_abroad", year, people) for year, people in ((2015, 200), (2019, 300))
    ]
    figures = {year: value for (name, year), (value, _) in chosen(*rows).items() if name == "remittances_per_migrant"}
    assert figures == {2016: 3.0, 2017: 3.0, 2018: 2.0, 2019: 2.0, 2020: 2.0, 2021: 2.0}


def test_years_apart_make_an_estimate():
    rows = [
        said("world_bank", "remittances_received_usd", 2018, 600),
        said("un_desa_matrix", "migrant_stock_abroad", 2019, 300),
    ]
    figures = prefer(tables.build(Observations, rows)).filter(pl.col("source") == "derived")
    assert figures["status"].to_list() == ["estimated"]
    assert figures["vintage"].item() == "world_bank 2025 / un_desa_matrix 2025"


def test_a_published_ratio_wins_over_a_derived_one_of_the_same_rank():
    figures = chosen(
        said("world_bank", "gdp_per_capita_usd", 2020, 1150),
        said("world_bank", "gdp_usd", 2020, 1000),
        said("world_bank", "population_total", 2020, 1),
    )
    assert figures["gdp_per_capita_usd", 2020] == (1150.0, "world_bank")


def test_a_ratio_of_official_figures_wins_over_the_factbook():
    figures = chosen(
        said("factbook", "remittances_share_gdp", 2020, 0.3),
        said("world_bank", "remittances_received_usd", 2020, 250),
        said("world_bank", "gdp_usd", 2020, 1000),
    )
    assert figures["remittances_share_gdp", 2020] == (0.25, "derived")


def test_a_numerator_nobody_publishes_follows_from_the_ratio_of_the_same_year():
    figures = chosen(
        said("factbook", "remittances_share_gdp", 2023, 0.2),
        said("factbook", "remittances_share_gdp", 2024, 0.25),
        said("factbook", "gdp_usd", 2024, 1000),
        said("factbook", "population_total", 2025, 50),
    )
    assert figures["remittances_received_usd", 2024] == (250.0, "derived")
    assert ("remittances_received_usd", 2023) not in figures
    assert figures["remittances_per_capita", 2024] == (5.0, "derived")
    assert figures["remittances_share_gdp", 2024] == (0.25, "factbook")


def test_a_denominator_of_nought_derives_nothing():
    rows = [said("world_bank", "fdi_inflow_usd", 2020, 50), said("world_bank", "gdp_usd", 2020, 0)]
    assert ("fdi_share_gdp", 2020) not in chosen(*rows)


def test_no_observations_give_no_figures():
    assert prefer(tables.build(Observations, [])).is_empty()


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["factbook", "world_bank", "un_desa_stock"]),
            st.sampled_from(["gini", "immigrant_stock"]),
            st.integers(2000, 2025),
        ),
        unique=True,
        max_size=14,
    )
)
def test_figures_are_observations_of_one_source_each(keys):
    rows = [said(source, name, year, number) for number, (source, name, year) in enumerate(keys)]
    values = {(row["indicator"], row["year"], row["source"]): row["value"] for row in rows}
    figures = chosen(*rows)
    for (name, year), (value, source) in figures.items():
        assert values[name, year, source] == value
    by_series = {name: {source for (each, _), (_v, source) in figures.items() if each == name} for name, _ in figures}
    assert all(len(sources) == 1 for sources in by_series.values())
    assert set(by_series) == {name for _s, name, _y in keys}


def test_derived_figures_keep_the_identity_of_their_ratio():
    figures = prefer(gather().observations)
    Figures.validate(figures)
    value = {(row[0], row[1], row[2]): row[3] for row in figures.rows()}
    checked = 0
    for (country, name, year), derived in value.items():
        ratio = indicators()[name].ratio
        parts = ratio and (value.get((country, ratio.numerator, year)), value.get((country, ratio.denominator, year)))
        if parts and None not in parts:
            assert derived == pytest.approx(ratio.factor * parts[0] / parts[1], rel=1e-9)
            checked += 1
    assert checked > 300


def test_the_rule_is_an_expression_that_spark_understands():
    kinds = dict.fromkeys(Observations.columns(), "string") | {"value": "float64", "year": "int64"}
    observations = ibis.table(kinds, name="observations")
    spec = [
        ibis.table(ibis.memtable(frame).schema(), name=name)
        for name, frame in (("ranks", ranks()), ("ratios", ratios()))
    ]
    assert "EXPLODE" in ibis.to_sql(choose_figures(observations, *spec), dialect="databricks")


@pytest.mark.slow
@pytest.mark.skipif(not which("java"), reason="needs Java 17 on the path")
def test_spark_gives_what_duckdb_gives():
    sql = pytest.importorskip("pyspark.sql", reason="needs the dependency group spark")
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    observations = gather().observations.filter(pl.col("country").is_in(["NPL", "PHL", "SEN"]))
    frames = {"observations": observations.cast({"status": pl.String}), "ranks": ranks(), "ratios": ratios()}
    connection = ibis.pyspark.connect(session)
    for name, frame in frames.items():
        session.createDataFrame(frame.rows(), frame.columns).createOrReplaceTempView(name)
    expression = choose_figures(*(connection.table(name) for name in frames))
    rows = [row.asDict() for row in session.sql(str(ibis.to_sql(expression, dialect="pyspark"))).collect()]
    got = pl.DataFrame(rows).select(Figures.columns().keys()).sort(Figures.primary_key())
    assert Figures.validate(got, cast=True).equals(prefer(observations))
