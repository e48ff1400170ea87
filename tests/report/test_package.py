"""The open-data package: valid by frictionless, the same bytes each time, harmless in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest
from frictionless import Package
from report.sample import HOSTILE

from bothshores.report import package
from bothshores.report.foreign_keys import foreign_keys
from bothshores.report.package import to_csv
from bothshores.tables import every


@pytest.fixture(scope="module")
def archive(tables, tmp_path_factory):
    return package(tables, tmp_path_factory.mktemp("package"))


@pytest.mark.slow
def test_frictionless_finds_nothing_wrong(archive, tmp_path):
    with zipfile.ZipFile(archive) as file:
        file.extractall(tmp_path)
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert [error.message for task in report.tasks for error in task.errors] == []
    assert report.valid


def test_it_holds_every_table_with_rows(archive, tables):
    with zipfile.ZipFile(archive) as file:
        names = set(file.namelist())
    assert names == {f"{name}.csv" for name in tables} | {"datapackage.json"}
    assert set(tables) == set(every())


def test_the_same_tables_give_the_same_bytes(archive, tables, tmp_path):
    assert package(tables, tmp_path / "again.zip").read_bytes() == archive.read_bytes()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["again.zip"]


def test_columns_say_type_unit_and_meaning(archive):
    with zipfile.ZipFile(archive) as file:
        described = json.loads(file.read("datapackage.json"))
    resources = {each["name"]: each["schema"] for each in described["resources"]}
    amount = next(each for each in resources["budget"]["fields"] if each["name"] == "amount_usd")
    assert amount["type"] == "integer"
    assert "USD" in amount["unit"]
    assert amount["description"]
    assert resources["budget"]["primaryKey"] == ["measure", "year"]
    assert described["licenses"] == [{"name": "CC-BY-4.0", "title": "CC BY 4.0"}]
    assert described["sources"][0]["path"].startswith("https://")


def test_a_text_cannot_start_a_formula_and_a_number_stays_a_number(tables):
    edits = tables["kept_edits"].with_columns(yours=tables["kept_edits"]["yours"].replace({HOSTILE: "=HYPERLINK(1)"}))
    rows = list(csv.DictReader(io.StringIO(to_csv(edits))))
    assert {row["yours"] for row in rows} == {"133333", "'=HYPERLINK(1)"}
    needs = list(csv.DictReader(io.StringIO(to_csv(tables["needs"]))))
    assert float(needs[4]["value"]) == -0.52


def test_only_keys_that_hold_are_stated(tables):
    assert foreign_keys("risks", tables) == [
        {"fields": ["measure"], "reference": {"resource": "measures", "fields": ["id"]}}
    ]
    assert foreign_keys("budget", tables) == []


def test_no_table_at_all_is_an_empty_package(tmp_path):
    with zipfile.ZipFile(package({}, tmp_path)) as file:
        assert json.loads(file.read("datapackage.json"))["resources"] == []
