"""Country packs on the command line: listed, begun, checked."""

from __future__ import annotations

import json

import pytest

from bothshores.catalogue.countries import FILES, packs
from bothshores.cli import main


def test_packs_are_listed_and_one_is_explained(capsys):
    assert main(["catalogue", "countries"]) == 0
    out = capsys.readouterr().out
    assert all(code in out for code in packs()) and "77 of 77 District" in out
    assert main(["catalogue", "countries", "mar"]) == 0
    assert "Bank Al-Maghrib" in (out := capsys.readouterr().out) and "(not verified)" in out
    assert main(["catalogue", "countries", "NPL", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["units"]) == 84


def test_a_country_without_a_pack_is_no_error(capsys):
    assert main(["catalogue", "countries", "GHA"]) == 0
    assert "planned for without one" in capsys.readouterr().out


def test_a_pack_that_is_begun_can_be_checked_and_is_never_written_over(tmp_path, capsys):
    place = tmp_path / "GHA"
    assert main(["catalogue", "pack", "GHA", "--out", str(place)]) == 0
    assert sorted(each.name for each in place.iterdir()) == sorted(FILES)
    assert main(["catalogue", "pack-check", str(place)]) == 0
    out = capsys.readouterr().out
    for lack in ("currency.code", "fiscal_year.starts", "levels", "units.csv", "bodies.csv", "policies.csv"):
        assert lack in out
    assert main(["catalogue", "pack", "GHA", "--out", str(place)]) == 1
    assert "not empty" in capsys.readouterr().err


@pytest.mark.parametrize("asked", (["pack", "QQQ"], ["pack", "XRF"], ["pack-check", "nowhere"], ["pack-check", "GHA"]))
def test_what_is_no_country_or_no_pack_is_said(asked, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["catalogue", *asked]) == 1
    assert capsys.readouterr().err.startswith("bothshores: ")
    assert not list(tmp_path.iterdir())


def test_the_check_names_a_wrong_cell_and_lists_gaps_for_machines(tmp_path, capsys):
    assert main(["catalogue", "pack-check", "--json"]) == 0
    gaps = json.loads(capsys.readouterr().out)
    assert {gap["pack"] for gap in gaps} == set(packs())
    main(["catalogue", "pack", "GHA", "--out", str(tmp_path / "x")])
    with (tmp_path / "x" / "units.csv").open("a", encoding="utf-8") as file:
        file.write("GH01,Ashanti,first,,,memory\n")
    assert main(["catalogue", "pack-check", str(tmp_path / "x")]) == 1
    assert "units.csv, row 1: level = 'first'" in capsys.readouterr().err
