"""`report poster`: a named district, a place left open, and a place that nobody knows."""

import pytest

from bothshores.cli import main


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plan") / "NPL"
    assert main(["draft", "NPL", "--workspace", str(folder), "--no-report"]) == 0
    return folder


@pytest.mark.slow
class TestPoster:
    def test_a_district_has_a_file_of_its_own(self, workspace, capsys):
        asked = ["report", "poster", "--workspace", str(workspace), "--lang", "en"]
        assert main([*asked, "--place", "np0103"]) == 0
        assert main(asked) == 0
        said = capsys.readouterr().out.split()
        assert said == [str(workspace / "report" / name) for name in ("poster.NP0103.en.pdf", "poster.en.pdf")]
        assert sorted(file.name for file in (workspace / "report").iterdir()) == ["poster.NP0103.en.pdf",
                                                                                 "poster.en.pdf"]  # fmt: skip

    def test_a_name_leads_to_the_code(self, workspace, capsys):
        assert main(["report", "poster", "--workspace", str(workspace), "--place", "Ilam"]) == 1
        assert "Did you mean NP0103 (Ilam)?" in capsys.readouterr().err


def test_a_country_without_a_pack_has_no_places(capsys):
    from bothshores.cli.places import unit_of
    from bothshores.errors import RequestError

    with pytest.raises(RequestError, match="no country pack"):
        unit_of("TUV", "X")
