"""A mapping file is checked field by field, and what is wrong in it is named."""

import copy

import pytest
import tomlkit
from evidence.files import evidence_of, put

from bothshores.evidence.mapping import MappingError, read

WHOLE = {
    "file": "a.csv",
    "format": "tidy",
    "publisher": "Ministry of Labour",
    "title": "Labour permits",
    "licence": "CC BY 4.0",
    "citation": "Ministry of Labour (2024). Labour permits.",
    "url": "https://stats.example.org/permits",
    "vintage": "2024",
    "codes": "iso3",
    "columns": {
        "country": "land", "indicator": "what", "year": "year", "value": "value", "breakdown": "who",
        "status": "mark",
    },
    "indicators": [
        {"indicator": "unemployment_rate", "name": "U", "factor": 0.01, "breakdown": "", "where": {"kind": "rate"}}
    ],
    "breakdowns": {"F": "sex=female", "T": ""},
    "statuses": {"e": "estimated"},
    "layout": {"separator": ";", "encoding": "cp1252", "decimal": ",", "thousands": ".", "missing": ["x"], "header": 1},
}  # fmt: skip
NEEDED = ("file", "format", "publisher", "title", "licence", "citation", "vintage", "codes", "columns", "indicators",
          "breakdowns", "columns.country", "columns.year", "columns.value", "indicators.0.indicator")  # fmt: skip


def paths(table, before=()):
    for key, value in table.items() if isinstance(table, dict) else enumerate(table):
        if isinstance(key, str):
            yield (*before, key)
        if isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict)):
            yield from paths(value, (*before, key))


def changed(path, change):
    whole = copy.deepcopy(WHOLE)
    table = whole
    for step in path[:-1]:
        table = table[step]
    change(table, path[-1])
    return whole


def written(folder, whole):
    return put(folder, "a.map.toml", tomlkit.dumps(whole))


def error_of(folder, whole):
    with pytest.raises(MappingError) as caught:
        read(written(folder, whole))
    return str(caught.value)


def test_a_whole_mapping_is_read(tmp_path):
    mapping = read(written(tmp_path, WHOLE))
    assert mapping.terms["publisher"] == "Ministry of Labour"
    assert mapping.series[0].where == {"kind": "rate", "what": "U"}
    assert mapping.breakdowns == {"F": "sex=female", "T": ""}


@pytest.mark.parametrize("path", NEEDED)
def test_a_missing_field_is_named(tmp_path, path):
    steps = tuple(int(step) if step.isdigit() else step for step in path.split("."))
    assert str(steps[-1]) in error_of(tmp_path, changed(steps, lambda table, key: table.pop(key)))


@pytest.mark.parametrize("path", list(paths(WHOLE)), ids=lambda path: ".".join(map(str, path)))
def test_a_field_of_another_kind_is_named(tmp_path, path):
    assert str(path[-1]) in error_of(tmp_path, changed(path, lambda table, key: table.update({key: [7]})))


@pytest.mark.parametrize("path", [("layout",), ("columns",), ("indicators", 0), ()], ids=str)
def test_an_unknown_field_is_named(tmp_path, path):
    def add(table, key):
        (table[key] if path else table)["colour"] = "blue"

    assert "colour" in error_of(tmp_path, changed(path or ("file",), add))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("file", "../a.csv"), ("format", "wide"), ("vintage", "first edition"), ("codes", "fips"), ("country", "NPX"),
        ("layout", {"encoding": "klingon"}), ("layout", {"encoding": "base64"}), ("layout", {"separator": ";;"}),
        ("layout", {"header": 0}), ("indicators", []), ("indicators", [{"indicator": "happiness"}]),
        ("indicators", [{"indicator": "unemployment_rate", "breakdown": "women"}]), ("statuses", {"e": "guessed"}),
        ("breakdowns", {"F": "women"}),
    ],
)  # fmt: skip
def test_a_wrong_value_is_named(tmp_path, key, value):
    inner = value[0] if isinstance(value, list) and value else value
    named = list(inner)[-1] if isinstance(inner, dict) else key
    assert named in error_of(tmp_path, {**WHOLE, key: value})


def test_text_that_is_no_toml_is_said_with_its_line(tmp_path):
    path = put(tmp_path, "a.map.toml", 'file = "a.csv\n')
    with pytest.raises(MappingError, match="line 1"):
        read(path)


def test_a_wrong_mapping_file_is_an_issue_that_names_file_and_key(tmp_path):
    put(tmp_path, "in/a.csv", "land;year;value\nNPL;2020;1\n")
    written(tmp_path / "in", {**WHOLE, "codes": "fips"})
    [row] = evidence_of(tmp_path).issues.filter(file="in/a.map.toml").to_dicts()
    assert (row["rule"], row["severity"]) == ("wrong_mapping", "problem")
    assert "codes" in row["args"]


def test_a_mapping_file_without_its_table_is_an_issue(tmp_path):
    written(tmp_path, WHOLE)
    [row] = evidence_of(tmp_path).issues.filter(file="a.map.toml").to_dicts()
    assert row["rule"] == "wrong_mapping"
    assert "a.csv" in row["args"]
