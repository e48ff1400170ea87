"""A country pack with each field missing, wrong or contradictory is named by file, row and field."""

from __future__ import annotations

import copy
import csv
import io
import tomllib

import pytest
import tomlkit
from catalogue.test_reading import misspell, paths, remove

from bothshores.catalogue.countries import of_folder, of_texts, pack, packs
from bothshores.catalogue.country_kinds import FILES
from bothshores.catalogue.reading import folder
from bothshores.errors import CatalogueError, RequestError

OPTIONAL = {"url", "licence"}
WRONG = {"code": 7, "units": "many", "number": 0.5, "opened": "yes", "status": "spoke", "calendar": "lunar",
         "starts": "16 July", "checked": "today", "date": "2024-13", "id": "Nepal", "unknown": "all",
         "source": "nowhere"}  # fmt: skip
BAD_CELLS = {
    "units.csv": {"level": "many", "parent": "NP99", "iso": "Koshi", "source": "nowhere", "code": "", "name": ""},
    "bodies.csv": {"language": "Nepali", "name_seen": "perhaps", "source": "nowhere", "id": "", "name": " ",
                   "english": "", "role": ""},
    "policies.csv": {"kind": "wish", "language": "", "date": "5 September", "in_force": "2024-02-30",
                     "status": "alive", "title_seen": "", "source": "nowhere", "id": "", "title": "", "english": ""},
}  # fmt: skip


def texts(code: str = "NPL") -> dict[str, str]:
    place = folder("countries").joinpath(code)
    return {name: place.joinpath(name).read_text(encoding="utf-8") for name in FILES}


def said(given: dict[str, str]) -> str:
    try:
        of_texts(given, "pack")
    except CatalogueError as error:
        return str(error)
    return ""


def written(rows: list[dict[str, str]]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


@pytest.mark.slow
def test_each_field_of_the_head_missing_wrong_or_misspelt(capsys):
    tried, failures = 0, []
    for code in packs():
        given = texts(code)
        whole = tomllib.loads(given["pack.toml"])
        for path in [path for path in paths(whole) if isinstance(path[-1], str)]:
            changes = [remove, misspell]
            if not isinstance(whole.get(path[0]) if len(path) == 1 else None, dict | list):
                changes.append(lambda table, key: table.__setitem__(key, WRONG.get(key, 7)))
            for change in changes:
                copied = copy.deepcopy(whole)
                table = copied
                for step in path[:-1]:
                    table = table[step]
                change(table, path[-1])
                text = said({**given, "pack.toml": tomlkit.dumps(copied)})
                tried += 1
                free = change is remove and path[-1] in OPTIONAL
                if not free and ("pack/" not in text or str(path[-1]) not in text):
                    failures.append(f"{code} {path} {change.__name__}: {text}")
    with capsys.disabled():
        print(f"\n{tried} heads of country packs with a field missing, wrong or misspelt")
    assert not failures, "\n".join(failures[:20])


@pytest.mark.parametrize("file", BAD_CELLS)
@pytest.mark.parametrize("code", packs())
def test_each_column_missing_or_unknown_and_each_cell_wrong(code, file):
    given = texts(code)
    rows = list(csv.DictReader(io.StringIO(given[file])))
    for column in rows[0]:
        less = [{name: cell for name, cell in row.items() if name != column} for row in rows]
        text = said({**given, file: written(less)})
        assert f"pack/{file}" in text and f"column {column} is missing" in text
        more = [{**row, f"{column}_x": "1"} for row in rows]
        assert f"{column}_x" in said({**given, file: written(more)})
    for place in (0, len(rows) - 1):
        for column, wrong in BAD_CELLS[file].items():
            bad = [dict(row) for row in rows]
            bad[place][column] = wrong
            text = said({**given, file: written(bad)})
            assert f"pack/{file}, row {place + 1}" in text and column in text, (place, column, text)
    assert "stands there twice" in said({**given, file: written([*rows, rows[0]])})


def test_a_parent_on_a_wrong_level_or_a_circle_is_named():
    given = texts()
    rows = list(csv.DictReader(io.StringIO(given["units.csv"])))
    last = len(rows)
    for parent in ("", rows[-1]["code"], rows[-2]["code"]):
        rows[-1] = {**rows[-1], "parent": parent}
        assert f"units.csv, row {last}: parent = {parent!r}" in said({**given, "units.csv": written(rows)})
    rows[-1] = {**rows[-1], "level": "5"}
    assert f"units.csv, row {last}" in said({**given, "units.csv": written(rows)})


def test_files_cut_short_missing_or_in_another_encoding_are_named(tmp_path):
    with pytest.raises(CatalogueError, match=r"pack\.toml: The file is missing"):
        of_folder(tmp_path)
    for name, text in texts().items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    assert of_folder(tmp_path) == pack("NPL")
    for name in FILES:
        whole = tmp_path.joinpath(name).read_bytes()
        tmp_path.joinpath(name).write_bytes(b"\xff\xfe" + whole)
        with pytest.raises(CatalogueError, match=name):
            of_folder(tmp_path)
        for cut in range(0, len(whole), max(1, len(whole) // 40)):
            tmp_path.joinpath(name).write_bytes(whole[:cut])
            try:
                of_folder(tmp_path)
            except CatalogueError as error:
                assert any(file in str(error) for file in FILES)
        tmp_path.joinpath(name).write_bytes(whole)
    with pytest.raises(RequestError, match="no folder"):
        of_folder(tmp_path / "none")
