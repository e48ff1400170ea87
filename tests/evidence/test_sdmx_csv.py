"""SDMX-CSV as another library writes it from its own model objects, in both versions and with labels."""

import pandas as pd
import pytest
import tomlkit
from evidence.files import evidence_of, put
from pysdmx.io.csv.sdmx10.writer import write as write_1
from pysdmx.io.csv.sdmx20.writer import write as write_2
from pysdmx.io.pd import PandasDataset
from pysdmx.model import Component, Components, Concept, DataType, Role, Schema
from pysdmx.model.dataset import ActionType

MAPPING = {
    "file": "a.csv",
    "format": "sdmx_csv",
    "publisher": "Statistics office of nowhere",
    "title": "A dataflow for this test",
    "licence": "none",
    "citation": "Written by the test.",
    "vintage": "2024",
    "indicators": [
        {"indicator": "immigrant_stock", "where": {"DATAFLOW": "XYZ:DF_STOCK(1.0)", "SEX": "T"}},
        {"indicator": "immigrant_stock", "where": {"SEX": "F"}, "breakdown": "sex=female"},
    ],
}
NAMES = ("FREQ", "REF_AREA", "SEX", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT")
ROWS = [
    ("A", "NPL", "T", "2019", 490.8, "E", "3"),
    ("A", "NP", "F", "2019", 270.5, "A", "3"),
    ("A", "524", "T", "2020", 0.5, "F", "6"),
    ("A", "NPL", "T", "2021", None, "M", "3"),
    ("A", "NPL", "T", "2018", 1.0, "L", "3"),
    ("A", "NPL", "T", "2020-Q1", 1.0, "A", "3"),
    ("A", "NPL", "M", "2019", 1.0, "A", "3"),
    ("A", "W0", "T", "2019", 1.0, "A", "3"),
]


def component(name):
    role = Role.MEASURE if name == "OBS_VALUE" else Role.ATTRIBUTE if name in NAMES[-2:] else Role.DIMENSION
    kind = DataType.DOUBLE if role == Role.MEASURE else DataType.STRING
    level = {"attachment_level": "O"} if role == Role.ATTRIBUTE else {}
    return Component(name, True, role, Concept(name, name=name.title(), dtype=kind), kind, name=name.title(), **level)


def dataset(rows=ROWS, action=ActionType.Information):
    schema = Schema("dataflow", "XYZ", "DF_STOCK", Components([component(name) for name in NAMES]), "1.0")
    return PandasDataset(structure=schema, data=pd.DataFrame(rows, columns=NAMES), action=action)


def load(folder, text, mapping=MAPPING):
    put(folder, "a.csv", text)
    if mapping:
        put(folder, "a.map.toml", tomlkit.dumps(mapping))
    evidence = evidence_of(folder)
    rows = evidence.observations.filter(source="sdmx_csv")
    return rows, evidence.sources.filter(source="sdmx_csv").row(0, named=True), evidence.issues.filter(file="a.csv")


@pytest.mark.parametrize("labels", [None, "id", "both", "name"])
@pytest.mark.parametrize("write", [write_1, write_2], ids=["1.0", "2.0"])
def test_area_period_value_status_and_multiplier_are_honoured(tmp_path, write, labels):
    if write is write_1 and labels == "name":
        pytest.skip("version 1.0 has no labels of that kind")
    rows, source, issues = load(tmp_path, write([dataset()], labels=labels))
    assert rows.select("country", "year", "breakdown", "value", "status").rows() == [
        ("NPL", 2019, "", 490_800.0, "estimated"),
        ("NPL", 2019, "sex=female", 270_500.0, "observed"),
        ("NPL", 2020, "", 500_000.0, "projected"),
    ]
    assert set(issues["rule"]) == {"unknown_status", "wrong_year", "unmapped", "aggregate"}
    assert (source["rows_taken"], source["rows_left"]) == (3, 4), "the missing value is no figure"
    assert source["publisher"] == "Statistics office of nowhere"


def test_rows_that_take_figures_back_are_left(tmp_path):
    text = write_2([dataset(ROWS[:1])]) + write_2([dataset(ROWS[1:2], ActionType.Delete)]).split("\n", 1)[1]
    rows, _, issues = load(tmp_path, text)
    assert rows.height == 1
    assert issues["rule"].to_list() == ["deleted"]


def test_another_dataflow_is_left(tmp_path):
    rows, *_ = load(tmp_path, write_1([dataset(ROWS[:1])]).replace("DF_STOCK", "DF_FLOW"))
    assert rows.is_empty()


def test_optional_columns_may_be_absent(tmp_path):
    rows, _, issues = load(tmp_path, "DATAFLOW,REF_AREA,SEX,TIME_PERIOD,OBS_VALUE\nXYZ:DF_STOCK(1.0),NPL,T,2019,5\n")
    assert rows.select("value", "status").rows() == [(5.0, "observed")]
    assert issues.is_empty()


def test_without_a_mapping_every_figure_is_left_and_the_dataflow_named(tmp_path):
    rows, source, issues = load(tmp_path, write_2([dataset()]), mapping=None)
    assert rows.is_empty()
    assert source["rows_left"] == len(ROWS)
    assert "XYZ:DF_STOCK(1.0)" in issues["args"].item()
