"""The how-to page on tables of one's own says what happens."""

import re
from pathlib import Path

from evidence.files import evidence_of, put

PAGE = Path(__file__).parents[2] / "docs/howto/load-your-own-table.md"
BLOCKS = re.findall(r"```(csv|toml)\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
(_, TABLE), (_, MAPPING), (_, SDMX) = BLOCKS
STOCK = "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nXYZ:DF_STOCK(1.0),NPL,T,2020,487.6,3\n"


def test_the_example_is_taken_as_the_page_says(tmp_path):
    put(tmp_path, "permits.csv", TABLE)
    put(tmp_path, "permits.map.toml", MAPPING)
    evidence = evidence_of(tmp_path)
    rows = evidence.observations.filter(source="tidy").select("country", "year", "breakdown", "value", "status")
    assert rows.rows() == [
        ("NPL", 2021, "", 0.125, "observed"),
        ("NPL", 2021, "sex=female", 0.101, "estimated"),
        ("PHL", 2021, "", 0.078, "observed"),
    ]
    assert set(evidence.issues.filter(file="permits.csv")["rule"]) == {"unknown_country", "unmapped"}
    assert evidence.sources.filter(source="tidy").select("rows_taken", "rows_left").row(0) == (3, 2)


def test_the_mistake_is_named_as_the_page_says(tmp_path):
    put(tmp_path, "permits.csv", TABLE)
    put(tmp_path, "permits.map.toml", MAPPING.replace('codes = "name"', 'codes = "fips"'))
    [row] = evidence_of(tmp_path).issues.filter(rule="wrong_mapping").to_dicts()
    assert row["file"] == "permits.map.toml"
    assert "codes = 'fips' is not one of iso3, iso2, m49, name, any" in row["args"]


def test_the_sdmx_example_is_taken(tmp_path):
    put(tmp_path, "stock.csv", STOCK)
    put(tmp_path, "stock.map.toml", SDMX)
    assert evidence_of(tmp_path).observations.filter(source="sdmx_csv")["value"].to_list() == [487_600.0]
