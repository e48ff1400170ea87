"""Any tidy table with a mapping file beside it: what is taken, what is left, and why."""

import tomlkit
from evidence.files import evidence_of, put, workbook
from evidence.test_mapping import WHOLE

HEAD = "land;what;kind;year;value;who;mark\n"
GOOD = "NPL;U;rate;2020;11,1;T;\nNPL;U;rate;2020;1.012,5;F;e\n"


PLAIN = {key: value for key, value in WHOLE.items() if key not in ("columns", "breakdowns", "statuses", "layout")}
PLAIN["indicators"] = [{"indicator": "unemployment_rate", "factor": 0.01}]


def load(folder, text, mapping=WHOLE, **more):
    put(folder, "a.csv", text)
    put(folder, "a.map.toml", tomlkit.dumps({**mapping, **more}))
    evidence = evidence_of(folder)
    rows = evidence.observations.filter(source="tidy")
    return rows, evidence.sources.filter(source="tidy").row(0, named=True), evidence.issues.filter(file="a.csv")


def test_values_come_in_our_unit_with_breakdown_and_status(tmp_path):
    rows, source, issues = load(tmp_path, HEAD + GOOD)
    assert rows.select("country", "indicator", "year", "breakdown", "value", "status").rows() == [
        ("NPL", "unemployment_rate", 2020, "", 0.111, "observed"),
        ("NPL", "unemployment_rate", 2020, "sex=female", 10.125, "estimated"),
    ]
    assert rows["locator"].to_list() == ["row 1, value", "row 2, value"]
    assert issues.is_empty()
    assert (source["rows_taken"], source["rows_left"]) == (2, 0)
    assert (source["publisher"], source["licence"], source["vintage"]) == ("Ministry of Labour", "CC BY 4.0", "2024")
    assert set(rows["vintage"]) == {"2024, Ministry of Labour"}


def test_each_row_that_cannot_be_taken_says_why(tmp_path):
    bad = {
        "unmapped": "NPL;X;rate;2021;1;T;",
        "aggregate": "World;U;rate;2021;1;T;",
        "unknown_country": "NPX;U;rate;2021;1;T;",
        "wrong_year": "NPL;U;rate;2021-06;1;T;",
        "not_a_number": "NPL;U;rate;2021;many;T;",
        "unknown_status": "NPL;U;rate;2021;1;T;q",
        "unknown_breakdown": "NPL;U;rate;2021;1;Z;",
        "duplicate_row": "NPL;U;rate;2020;1;T;",
    }
    rows, source, issues = load(tmp_path, HEAD + GOOD + "\n".join(bad.values()) + "\nNPL;U;rate;2022;x;T;\n")
    assert rows.height == 2
    assert set(issues["rule"]) == set(bad)
    assert source["rows_left"] == len(bad), "a missing value is no figure"


def test_a_column_that_is_not_there_is_named(tmp_path):
    rows, source, issues = load(tmp_path, HEAD.replace("mark", "status") + GOOD)
    assert rows.is_empty()
    assert issues.select("rule", "column").rows() == [("no_column", "mark")]
    assert source["rows_left"] == 2


def test_countries_by_name_alpha_2_and_number(tmp_path):
    for codes, cell in (("name", "Népal"), ("iso2", "NP"), ("m49", "524"), ("any", "NPL"), ("any", "524")):
        rows, *_ = load(tmp_path, HEAD + f"{cell};U;rate;2020;11,1;T;\n", codes=codes, layout={"decimal": ","})
        assert rows["country"].to_list() == ["NPL"], codes


def test_a_national_table_needs_no_column_of_countries(tmp_path):
    columns = {"year": "year", "value": "value"}
    rows, *_ = load(
        tmp_path, "year;value\n2020;11,1\n", PLAIN, columns=columns, country="NPL",
    )  # fmt: skip
    assert rows.select("country", "value").rows() == [("NPL", 0.111)]


def test_a_workbook_with_title_rows(tmp_path):
    book = workbook({
        "Notes": [("x",)],
        "Data": [("Permits, 2024",), ("land", "year", "value"), ("NPL", "2020", "11.1"), ("IND", "2021", "..")],
    })  # fmt: skip
    columns = {"country": "land", "year": "year", "value": "value"}
    put(tmp_path, "a.csv", book)
    put(tmp_path, "a.map.toml", tomlkit.dumps({**PLAIN, "columns": columns, "layout": {"sheet": "Data", "header": 2}}))
    rows = evidence_of(tmp_path / "a.csv").observations.filter(source="tidy")
    assert rows.select("country", "year", "value").rows() == [("NPL", 2020, 0.111)]


def test_a_sheet_that_is_not_there_is_a_problem(tmp_path):
    put(tmp_path, "a.csv", workbook({"Data": [("land",), ("NPL",)]}))
    put(tmp_path, "a.map.toml", tomlkit.dumps({**WHOLE, "layout": {"sheet": "Daten"}}))
    issues = evidence_of(tmp_path).issues.filter(file="a.csv")
    assert "unreadable" in issues["rule"].to_list()


def test_the_mapping_decides_though_the_content_is_known_to_another_source(tmp_path):
    text = "Country Name,Country Code,Indicator Code,Year,Value\nNepal,NPL,SP.POP.TOTL,2020,29348627\n"
    rows, *_ = load(
        tmp_path, text, PLAIN, columns={"country": "Country Code", "year": "Year", "value": "Value"},
        indicators=[{"indicator": "population_total"}],
    )  # fmt: skip
    assert rows["value"].to_list() == [29348627.0]
