"""The World Bank's API, played by a local server in its real shapes."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from bothshores.errors import RequestError, UnknownCountryError
from bothshores.evidence import fetch, gather
from bothshores.evidence.sources.world_bank import WorldBank
from bothshores.evidence.world_bank_api import understand

INVALID = [{"message": [{"id": "120", "key": "Invalid value", "value": "The provided parameter value is not valid"}]}]
ARCHIVED = "The indicator was not found. It may have been deleted or archived."
GONE = [{"message": [{"id": "175", "key": "Invalid format", "value": ARCHIVED}]}]
EMPTY = [{"page": 0, "pages": 0, "per_page": 0, "total": 0, "sourceid": None, "lastupdated": None}, None]


def row(code, year, value):
    return {
        "indicator": {"id": code, "value": "Population, total"},
        "country": {"id": "NP", "value": "Nepal"},
        "countryiso3code": "NPL",
        "date": str(year),
        "value": value,
        "unit": "",
        "obs_status": "",
        "decimal": 0,
    }


def page(number, pages, rows, updated):
    head = {"page": number, "pages": pages, "per_page": 2, "total": 4, "sourceid": "2", "lastupdated": updated}
    return [head, rows]


class Server:
    """Answers by indicator; `failures` are status codes given first."""

    def __init__(self):
        self.failures, self.asked, self.down_for, self.updated, self.short = [], [], set(), "2026-07-01", False
        self.retry_after, self.cut, self.body = None, False, None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                address = urlparse(self.path)
                code, number = address.path.rsplit("/", 1)[1], int(parse_qs(address.query)["page"][0])
                if outer.failures or code in outer.down_for:
                    self.send_response(outer.failures.pop(0) if outer.failures else 503)
                    if outer.retry_after:
                        self.send_header("Retry-After", outer.retry_after)
                    self.end_headers()
                    return
                body = outer.body or json.dumps(outer.answer(code, number)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body) + 50 * outer.cut))
                outer.cut = False
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v2"

    def answer(self, code, number):
        if code == "SP.POP.TOTL":
            years = {1: [(2021, 29475010), (2020, 29348627)], 2: [(2019, None), (2018, 28610715)]}[number]
            rows = [row(code, year, value) for year, value in years]
            return page(number, 2, rows[: 1 if self.short else None], self.updated)
        return {"FX.OWN.TOTL.ZS": GONE, "CC.EST": INVALID}.get(code, EMPTY)


@pytest.fixture
def server():
    server = Server()
    thread = threading.Thread(target=server.server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.server.shutdown()
    server.server.server_close()


def go(server, folder, **more):
    return fetch("NPL", folder, base_url=server.url, pauses=(0.0, 0.0), **more)


def test_every_page_of_every_series_is_brought_and_gather_reads_it(server, tmp_path):
    said = []
    fetched = go(server, tmp_path, progress=said.append)
    codes = {key["key"] for key in WorldBank.catalogue_keys()}
    assert len(said) == len(codes)
    assert [file.name for file in tmp_path.iterdir()] == ["sp.pop.totl.npl.2026-07-01.csv"]
    years = dict(fetched.observations.select("year", "value").rows())
    assert years == {2018: 28610715.0, 2020: 29348627.0, 2021: 29475010.0}
    again = gather([tmp_path]).observations.filter(source="world_bank")
    assert again.equals(fetched.observations)
    assert set(again["vintage"]) == {"2026-07-01"}
    assert fetched.sources["rows_taken"].to_list() == [3]


def test_the_address_is_that_of_the_api(server, tmp_path):
    go(server, tmp_path)
    first = next(path for path in server.asked if "SP.POP.TOTL" in path)
    assert first == "/v2/country/NPL/indicator/SP.POP.TOTL?format=json&per_page=1000&page=1"


def test_series_the_server_does_not_have_are_remarks(server, tmp_path):
    issues = go(server, tmp_path).issues
    assert issues.select("severity", "rule", "column").rows() == [
        ("remark", "not_given", "CC.EST"),
        ("remark", "not_given", "FX.OWN.TOTL.ZS"),
    ]


def test_a_busy_server_is_asked_again(server, tmp_path):
    server.failures = [503, 429]
    assert go(server, tmp_path).observations.height == 3


def test_a_series_that_fails_is_a_problem_and_the_others_are_there(server, tmp_path):
    server.down_for = {"SP.DYN.LE00.IN"}
    fetched = go(server, tmp_path)
    assert fetched.issues.filter(severity="problem")["column"].to_list() == ["SP.DYN.LE00.IN"]
    assert fetched.observations.height == 3


def test_the_first_series_may_fail_too(server, tmp_path):
    server.down_for = {min(key["key"] for key in WorldBank.catalogue_keys())}
    assert go(server, tmp_path).observations.height == 3


def test_a_line_that_drops_in_the_middle_of_an_answer_is_asked_again(server, tmp_path):
    server.cut = True
    assert go(server, tmp_path).issues.filter(severity="problem").is_empty()


def test_a_server_that_says_when_to_come_back_is_asked_no_sooner(server, tmp_path, monkeypatch):
    waited = []
    monkeypatch.setattr(time, "sleep", waited.append)
    server.failures, server.retry_after = [429, 429], "7"
    go(server, tmp_path)
    assert waited[:3] == [0.0, 7.0, 7.0]


def test_what_is_there_is_not_asked_for_again(server, tmp_path):
    first = go(server, tmp_path)
    server.asked.clear()
    again = go(server, tmp_path)
    assert not any("SP.POP.TOTL" in path for path in server.asked)
    assert again.observations.equals(first.observations)
    assert again.issues.filter(rule="kept")["count"].item() == 1


def test_a_refresh_adds_an_edition_and_changes_none(server, tmp_path):
    go(server, tmp_path)
    [old] = tmp_path.iterdir()
    held = old.read_bytes()
    server.updated = "2026-10-01"
    fetched = go(server, tmp_path, refresh=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == [old.name, old.name.replace("07-01", "10-01")]
    assert old.read_bytes() == held
    assert set(fetched.observations["vintage"]) == {"2026-07-01", "2026-10-01"}


def test_pages_that_do_not_add_up_are_a_problem(server, tmp_path):
    server.short = True
    issues = go(server, tmp_path).issues.filter(severity="problem")
    assert issues["column"].to_list() == ["SP.POP.TOTL"]
    assert "announced 4 rows and gave 2" in issues["args"].item()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "body", [b"<html>maintenance</html>", b'[{"pages": 1}, [{"value": 1}]]', b'[{"pages": 1}, "x"]']
)
def test_answers_of_another_kind_are_problems(server, tmp_path, body):
    server.body = body
    assert set(go(server, tmp_path).issues["rule"]) == {"not_fetched"}


def test_without_a_network_the_error_says_so_and_nothing_is_written(tmp_path):
    with pytest.raises(RequestError, match="cannot be reached"):
        fetch("NPL", tmp_path, base_url="http://127.0.0.1:9/v2", pauses=(0.0,))
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_country_and_a_file_for_a_folder_are_errors_in_words(server, tmp_path):
    with pytest.raises(UnknownCountryError):
        fetch("NPX", tmp_path, base_url=server.url)
    (tmp_path / "file").write_text("x")
    with pytest.raises(RequestError, match="cannot be written"):
        go(server, tmp_path / "file")


@pytest.mark.parametrize("answer", [{}, [], "x", [{"page": 1}], None])
def test_another_shape_is_no_answer(answer):
    with pytest.raises(Exception, match="not in the form"):
        understand(answer)
