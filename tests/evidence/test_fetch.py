"""The World Bank's API, played by a local server in its real shapes."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from bothshores.errors import RequestError, UnknownCountryError
from bothshores.evidence import fetch, gather
from bothshores.evidence.fetch import understand
from bothshores.evidence.sources.world_bank import WorldBank

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


def page(code, number, pages, rows):
    head = {"page": number, "pages": pages, "per_page": 2, "total": 4, "sourceid": "2", "lastupdated": "2026-07-01"}
    return [head, rows]


class Server:
    """Answers by indicator; `failures` are status codes given first."""

    def __init__(self):
        self.failures, self.asked, self.down_for = [], [], set()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                outer.asked.append(self.path)
                address = urlparse(self.path)
                code, number = address.path.rsplit("/", 1)[1], int(parse_qs(address.query)["page"][0])
                if outer.failures or code in outer.down_for:
                    self.send_error(outer.failures.pop(0) if outer.failures else 503)
                    return
                body = json.dumps(outer.answer(code, number)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/v2"

    def answer(self, code, number):
        if code == "SP.POP.TOTL":
            years = {1: [(2021, 29475010), (2020, 29348627)], 2: [(2019, None), (2018, 28610715)]}[number]
            return page(code, number, 2, [row(code, year, value) for year, value in years])
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
    assert [file.name for file in tmp_path.iterdir()] == ["sp.pop.totl.npl.csv"]
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
