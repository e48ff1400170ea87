"""The pages on a narrow telephone: no page scrolls sideways; only wide tables and drawings do, inside themselves."""

from __future__ import annotations

import html
import re
import subprocess

import browser
import pytest
from report.conftest import LANGUAGES

WIDTH = 360
FRAME = """<!doctype html><title>none</title>
<iframe style="border:0;width:{width}px;height:800px" srcdoc="{page}"
 onload="const page = this.contentDocument.documentElement;
 document.title = [this.contentWindow.innerWidth, page.scrollWidth].join(' ')"></iframe>"""
"""A frame as wide as a telephone asks: a window cannot be made that narrow, and the page itself has no script."""


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["plan", "brief"])
def test_no_page_scrolls_sideways(folder, tmp_path, name, language):
    page = (folder / f"{name}.{language}.html").read_text(encoding="utf-8")
    frame = tmp_path / "frame.html"
    frame.write_text(FRAME.format(width=WIDTH, page=html.escape(page)), encoding="utf-8")
    options = ["--headless", *browser.OPTIONS, f"--user-data-dir={tmp_path}", "--dump-dom"]
    command = [browser.executable(), *options, frame.as_uri()]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    shown, needed = map(int, re.search(r"<title>(\d+) (\d+)</title>", said.stdout).groups())
    assert shown == WIDTH
    assert needed <= shown
