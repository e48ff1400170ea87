"""World migrant stock by year and sex: UN DESA's own WORLD row, its workbook's countries, and its matrix, all three."""

import openpyxl
import polars as pl
import pytest

from bothshores.evidence.gather import Walk, quiet

YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2019)
WORLD = {
    "all": (153_011_473, 161_316_895, 173_588_441, 191_615_574, 220_781_909, 248_861_296, 271_642_105),
    "male": (77_661_689, 81_686_116, 88_029_221, 97_860_838, 114_061_680, 128_863_389, 141_488_004),
    "female": (75_349_784, 79_630_779, 85_559_220, 93_754_736, 106_720_229, 119_997_907, 130_154_101),
}
FILES = {"all": "total", "male": "male", "female": "female"}
CHANNEL = "Channel Islands"
"""Counted by UN DESA as one place; ISO 3166-1 has a code for Guernsey and one for Jersey, so it is left."""


@pytest.fixture(scope="module")
def readings(data_folder):
    walk = Walk(quiet)
    walk.through(data_folder / "stocks")
    return {each.file: each.reading for each in walk.files}


@pytest.fixture(scope="module")
def sheet(data_folder):
    """Rows of Table 1 by place; the last 21 cells are seven years of everybody, men and women."""
    file = data_folder / "stocks" / "undesa_pd_2019_migrant_stock_total_dataset.xlsx"
    rows = openpyxl.load_workbook(file, read_only=True, data_only=True)["Table 1"].values
    return {row[1]: dict(zip(WORLD, (row[5:12], row[12:19], row[19:26]), strict=True)) for row in rows if row[1]}


@pytest.mark.parametrize("sex", WORLD)
def test_the_workbooks_world_row_is_its_countries_and_the_channel_islands(readings, sheet, sex):
    assert sheet["WORLD"][sex] == WORLD[sex]
    table = readings["undesa_pd_2019_migrant_stock_total_dataset.xlsx"].observations
    table = table.filter(breakdown="" if sex == "all" else f"sex={sex}")
    sums = dict(table.group_by("year").agg(pl.col("value").sum()).iter_rows())
    assert sorted(sums) == list(YEARS)
    for year, world, left in zip(YEARS, sheet["WORLD"][sex], sheet[CHANNEL][sex], strict=True):
        assert sums[year] == world - left, year


@pytest.mark.parametrize("sex", WORLD)
def test_the_matrix_sums_to_the_world_in_every_year_but_for_places_without_a_code(readings, data_folder, sex):
    name = f"migrants_by_origin_and_destination_{FILES[sex]}.csv"
    frame = pl.read_csv(data_folder / "stocks" / name, infer_schema=False)
    origins = frame.columns[5:]
    cells = (
        frame.filter(pl.col("Destination").is_in(origins))
        .unpivot(frame.columns[3:], index=["Year", "Destination"], variable_name="origin", value_name="persons")
        .with_columns(pl.col("Year").cast(pl.Int64), pl.col("persons").cast(pl.Float64, strict=False).fill_null(0))
    )
    left = (pl.col("Destination") == CHANNEL) | pl.col("origin").is_in([CHANNEL, "Other South", "Other North"])
    parts = cells.group_by(year="Year").agg(all=pl.col("persons").sum(), left=pl.col("persons").filter(left).sum())
    stocks = readings[name].stocks
    assert stocks["sex"].unique().to_list() == [sex]
    sums = dict(stocks.group_by("year").agg(pl.col("persons").sum()).iter_rows())
    assert sorted(sums) == list(YEARS)
    for year, world, places in parts.sort("year").iter_rows():
        assert world == WORLD[sex][YEARS.index(year)], year
        assert sums[year] == pytest.approx(world - places, abs=1), year
