"""The fictional country goes through the whole loop, labelled on every page and file, and touches no real one."""

from __future__ import annotations

import io
import json
import re
import runpy
import zipfile
from pathlib import Path

import polars as pl
import pypdfium2
import pytest

from bothshores import loop
from bothshores.cli import main
from bothshores.evidence import reference
from bothshores.store import Workspace
from bothshores.vocab import FICTIONAL, FICTIONAL_CODES, REFERENCE

ROOT = Path(__file__).parents[2]
SEED = 3


@pytest.fixture(scope="module")
def country(tmp_path_factory) -> Path:
    """Its files."""
    folder = tmp_path_factory.mktemp("reference")
    reference.write(SEED, folder)
    return folder


@pytest.fixture(scope="module")
def mixed(country) -> loop.World:
    """Real and fictional countries read together."""
    return loop.gather([country])


@pytest.fixture(scope="module")
def folder(country, tmp_path_factory) -> Path:
    """Drafted with its report and open data, as people do it."""
    folder = tmp_path_factory.mktemp("plan") / REFERENCE
    assert main(["draft", REFERENCE, "--from", str(country), "--workspace", str(folder)]) == 0
    assert main(["report", "package", REFERENCE, "--workspace", str(folder)]) == 0
    return folder


@pytest.mark.slow
class TestDraft:
    def test_has_needs_measures_money_and_outcomes(self, folder):
        tables = Workspace(folder).tables()
        for name in ("needs", "measures", "budget", "outcome_paths", "contributions", "stocks", "financing"):
            assert tables[name].height > 0, name
        assert set(tables["peers"]["peer"]) <= set(FICTIONAL_CODES) - {REFERENCE}
        assert set(tables["observations"]["source"]) == set(tables["sources"]["source"]) == {"reference_country"}

    @pytest.mark.parametrize("language", ["en", "ar"])
    def test_every_page_of_the_document_is_labelled(self, folder, language):
        pages = list(pypdfium2.PdfDocument(folder / "report" / f"plan.{language}.pdf"))
        heads = [" ".join(page.get_textpage().get_text_bounded(bottom=786).split()) for page in pages[1:]]
        assert len(pages) > 20
        if language == "en":
            assert FICTIONAL in " ".join(pages[0].get_textpage().get_text_range().split())
            assert all(FICTIONAL in head for head in heads)
        else:  # letters come out of shaped Arabic in no order, but always in the same one
            assert all(sorted(heads[0]) == sorted(head) for head in heads)

    @pytest.mark.parametrize(
        ("language", "said"), [("en", FICTIONAL), ("ar", "بلد مرجعي خيالي: لا شيء هنا يتعلق بمكان حقيقي")]
    )
    def test_the_page_and_every_chart_are_labelled(self, folder, language, said):
        page = (folder / "report" / f"plan.{language}.html").read_text(encoding="utf-8")
        assert f'<p class="warning" role="note">{said}</p>' in page
        assert f'@top-center{{content:"{said}"}}' in page
        charts = sorted((folder / "report" / "charts").glob(f"*.{language}.json"))
        assert charts
        for chart in charts:
            assert said in str(json.loads(chart.read_text(encoding="utf-8"))["title"]["text"])
            assert said.split()[0] in chart.with_suffix(".svg").read_text(encoding="utf-8")

    def test_open_data_and_plan_say_so_in_their_descriptions(self, folder):
        with zipfile.ZipFile(io.BytesIO((folder / "report" / "open-data.zip").read_bytes())) as archive:
            described = [json.loads(archive.read("datapackage.json"))]
        described.append(json.loads((folder / "plan" / "datapackage.json").read_text(encoding="utf-8")))
        assert all(each["fictional"] is True and FICTIONAL in each["description"] for each in described)
        assert FICTIONAL in (folder / "plan" / "plan.toml").read_text(encoding="utf-8").splitlines()[1]

    def test_drafting_again_keeps_its_head(self, folder):
        before = (folder / "plan" / "plan.toml").read_bytes()
        assert main(["draft", REFERENCE, "--workspace", str(folder), "--no-report"]) == 0
        assert (folder / "plan" / "plan.toml").read_bytes() == before


def test_a_real_country_bears_no_label(tmp_path):
    assert main(["draft", "NPL", "--workspace", str(tmp_path / "NPL"), "--no-report"]) == 0
    for file in (tmp_path / "NPL" / "plan").iterdir():
        assert "ictional" not in file.read_text(encoding="utf-8")


def test_without_its_files_there_is_no_such_country(tmp_path, capsys):
    assert main(["draft", REFERENCE, "--workspace", str(tmp_path / "plan")]) == 1
    assert "No source has a figure on XRF" in capsys.readouterr().err
    assert main(["draft", "XZZ", "--workspace", str(tmp_path / "plan")]) == 1
    assert "No country has the code" in capsys.readouterr().err


def test_real_and_fictional_countries_never_meet(mixed, world):
    fictional = mixed.beside(REFERENCE)
    assert set(fictional.figures["country"]) == set(FICTIONAL_CODES)
    assert mixed.beside("NPL").figures.equals(world.figures)
    assert mixed.beside("NPL") is mixed
    assert fictional.beside(REFERENCE) is fictional


def test_a_real_country_is_planned_for_as_if_there_were_no_fiction(mixed, world, tmp_path):
    drafted = []
    for each, name in ((mixed, "mixed"), (world, "real")):
        ledger, terms, _basis = loop.decide(loop.Request("NPL"), Workspace(tmp_path / name), each)
        drafted.append(loop.compute(each, "NPL", ledger, terms) | loop.about_country(each, "NPL", ledger, EMPTY))
    for name, table in drafted[0].items():
        if name != "issues":
            assert table.equals(drafted[1][name]), name


EMPTY = pl.DataFrame({"peer": []}, schema={"peer": pl.String})


def test_the_command_writes_it_and_says_how_to_go_on(tmp_path, capsys):
    assert main(["evidence", "reference", "--seed", "5", "--out", str(tmp_path / "made")]) == 0
    said = capsys.readouterr().out
    assert FICTIONAL in said
    assert re.search(r"bothshores draft XRF --from \S+official", said)
    assert {file.name for file in (tmp_path / "made").iterdir()} == {
        "README.md", "datapackage.json", "micro", "official", "truth",
    }  # fmt: skip


@pytest.mark.slow
def test_nine_in_ten_planted_outcomes_lie_in_the_simulated_intervals():
    """Ten seeds; `benchmarks/reference_coverage.py` tries fifty and prints the rates with their intervals."""
    bench = runpy.run_path(str(ROOT / "benchmarks" / "reference_coverage.py"))
    trials = [bench["trial"](seed, draws=200) for seed in range(101, 111)]
    assert sum(each.needs_found >= 9 for each in trials) >= 9
    share, low, high, of = bench["rate"]([each.without for each in trials])
    assert of > 2000
    assert 0.86 < share < 0.94
    assert low < 0.92 and high > 0.88
    with_plan, *_rest = bench["rate"]([each.with_plan for each in trials])
    assert 0.75 < with_plan <= 1.0, "few indicators move, so few outcomes: fifty seeds say more"
