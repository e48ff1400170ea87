"""Choose one figure where several sources give one: the stated rule of precedence, and figures derived from others.

The rule, for each country and indicator:

1. Of each source the latest edition counts, and only figures for everybody (no breakdown).
2. A source is current if its latest year is at most `STALE_YEARS` before the latest year of any source.
3. Of the current sources the one with the lowest rank gives *all* years: official statistics come before the
   Factbook, and sources of different definition are never mixed in one series.

Derived figures (source `derived`) follow the catalogue's ratio `value = factor × numerator / denominator`:

- the ratio itself, from the numerator and denominator chosen above, of one year or, if there is none, with the
  denominator nearest in time, at most `NEAR_YEARS` off. It competes as a source with the worse rank of its two parts;
  a published figure of the same rank wins.
- a numerator that nobody publishes, from the published ratio and the denominator of the same year:
  `numerator = value × denominator / factor` (remittances in USD from their share of GDP, for one).

Written as Ibis expressions: DuckDB runs them here, Spark where the tables are too large.
"""

from __future__ import annotations

from functools import cache
from tempfile import TemporaryDirectory

import ibis
import ibis.expr.types as ir
import polars as pl
from ibis import _

from bothshores.catalogue import indicators
from bothshores.evidence.gather import known_sources
from bothshores.tables.evidence import Figures

STALE_YEARS, NEAR_YEARS = 5, 2
MEMORY = "300MB"
"""What DuckDB may hold; beyond, it works through a temporary folder."""
DERIVED, LAST_RANK = "derived", 999
SERIES = ["country", "indicator"]
COLUMNS = ["country", "indicator", "year", "value", "source", "vintage", "status", "rank"]


def prefer(observations: pl.DataFrame) -> pl.DataFrame:
    """Figures: one value for each country, indicator and year, in the indicator's unit, with the source it is from."""
    needed = observations.drop("file", "locator").cast({"status": pl.String})
    frames = {"observations": needed, "ranks": ranks(), "ratios": ratios()}
    with TemporaryDirectory() as folder:
        connection = ibis.duckdb.connect(threads=1, memory_limit=MEMORY, temp_directory=folder)
        for name, frame in frames.items():
            # DuckDB takes Arrow itself; Ibis would load pandas for it. A table has the counts that good plans need.
            connection.con.register("given", frame.to_arrow())
            connection.con.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            connection.con.unregister("given")
        chosen = choose_figures(*(connection.table(name) for name in frames))
        figures: pl.DataFrame = connection.con.sql(ibis.to_sql(chosen, dialect="duckdb")).pl()
        connection.disconnect()
    columns = list(Figures.columns())
    return Figures.validate(figures.select(columns).sort(Figures.primary_key()), cast=True)


def choose_figures(observations: ir.Table, ranks: ir.Table, ratios: ir.Table) -> ir.Table:
    """The whole rule as one expression; `ranks` has source and rank, `ratios` one row for each ratio."""
    published = latest_edition(observations).left_join(ranks, "source").drop("source_right")
    published = published.mutate(rank=ibis.coalesce(_.rank, LAST_RANK)).select(COLUMNS)
    chosen = precede(published)
    known = ibis.union(chosen, numerators(chosen, ratios))
    return precede(ibis.union(ibis.union(published, known.filter(_.source == DERIVED)), quotients(known, ratios)))


def latest_edition(observations: ir.Table) -> ir.Table:
    """Figures for everybody, of each source's latest edition for a country and indicator."""
    editions = ibis.window(group_by=[*SERIES, "source"])
    everybody = observations.filter(_.breakdown == "")
    return everybody.mutate(latest=_.vintage.max().over(editions)).filter(_.vintage == _.latest).drop("latest")


def precede(figures: ir.Table) -> ir.Table:
    """All years of the one source that takes precedence, for each country and indicator."""
    series, by_source = ibis.window(group_by=SERIES), ibis.window(group_by=[*SERIES, "source"])
    dated = figures.mutate(newest=_.year.max().over(series), own=_.year.max().over(by_source))
    current = dated.filter(_.own >= _.newest - STALE_YEARS)
    order = ibis.window(group_by=SERIES, order_by=[_.rank, _.source == DERIVED, _.source])
    return current.mutate(first=_.source.first().over(order)).filter(_.source == _.first).select(COLUMNS)


def numerators(chosen: ir.Table, ratios: ir.Table) -> ir.Table:
    """Numerators nobody publishes for a country, from a published ratio and its denominator of the same year."""
    pairs = part(chosen, "r").join(ratios, _.r_indicator == ratios.ratio)
    denominators = part(chosen, "d")
    pairs = pairs.join(
        denominators,
        [
            pairs.r_country == denominators.d_country,
            pairs.denominator == denominators.d_indicator,
            pairs.r_year == denominators.d_year,
        ],
    )
    held = chosen.select(held_country="country", held_indicator="indicator").distinct()
    pairs = pairs.anti_join(held, [pairs.r_country == held.held_country, pairs.numerator == held.held_indicator])
    return derive(pairs, "r", pairs.numerator, pairs.r_value * pairs.d_value / pairs.factor)


def quotients(known: ir.Table, ratios: ir.Table) -> ir.Table:
    """Ratios of two chosen figures: of one year, or with the denominator nearest in time."""
    pairs = part(known, "n").join(ratios, _.n_indicator == ratios.numerator)
    # One row for each year a denominator may serve: then years are joined as equals, which every engine does fast.
    near = ibis.array(list(range(-NEAR_YEARS, NEAR_YEARS + 1))).unnest()
    denominators = part(known, "d").filter(_.d_value != 0).mutate(off=near).mutate(serves=_.d_year + _.off)
    pairs = pairs.join(
        denominators,
        [
            pairs.n_country == denominators.d_country,
            pairs.denominator == denominators.d_indicator,
            pairs.n_year == denominators.serves,
        ],
    )
    nearest = ibis.window(group_by=[_.n_country, _.ratio, _.n_year], order_by=[_.off.abs(), _.d_year])
    pairs = pairs.mutate(place=ibis.row_number().over(nearest)).filter(_.place == 0)
    return derive(pairs, "n", pairs.ratio, pairs.factor * pairs.n_value / pairs.d_value)


def part(figures: ir.Table, prefix: str) -> ir.Table:
    """Figures with every column named after the part they play: r(atio), n(umerator), d(enominator)."""
    return figures.rename({f"{prefix}_{name}": name for name in COLUMNS})


def derive(pairs: ir.Table, first: str, indicator: ir.StringValue, value: ir.FloatingValue) -> ir.Table:
    """Rows of figures from two parts: the first gives country and year, both give rank and how sure they are."""
    one = {name: pairs[f"{first}_{name}"] for name in COLUMNS}
    seen = (one["status"] == "observed") & (pairs.d_status == "observed") & (one["year"] == pairs.d_year)
    return pairs.select(
        country=one["country"],
        indicator=indicator,
        year=one["year"],
        value=value,
        source=ibis.literal(DERIVED),
        vintage=one["source"] + " " + one["vintage"] + " / " + pairs.d_source + " " + pairs.d_vintage,
        status=ibis.ifelse(seen, "observed", "estimated"),
        rank=ibis.greatest(one["rank"], pairs.d_rank),
    )


@cache
def ranks() -> pl.DataFrame:
    """Precedence of each source, the lowest first."""
    rows = [(source.id, source.rank) for source in known_sources()]
    return pl.DataFrame(rows, schema={"source": pl.String, "rank": pl.Int64}, orient="row")


@cache
def ratios() -> pl.DataFrame:
    """The catalogue's ratios."""
    rows = [
        (each.id, each.ratio.numerator, each.ratio.denominator, float(each.ratio.factor))
        for each in indicators().values()
        if each.ratio
    ]
    schema = {"ratio": pl.String, "numerator": pl.String, "denominator": pl.String, "factor": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")
