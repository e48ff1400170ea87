"""In which order a report tells of measures."""

import polars as pl
from report.sample import TERMS

from bothshores.report.story import Story
from bothshores.words import Words


def test_of_like_envelopes_those_that_serve_more_need_come_first():
    amounts = {"large": 500_000, "a": 54_286, "b": 54_285, "c": 54_286, "none": None}
    tables = {
        "measures": pl.DataFrame([{"id": name, "template": f"of_{name}"} for name in amounts]),
        "budget": pl.DataFrame([{"measure": name, "amount_usd": usd} for name, usd in amounts.items() if usd]),
        "candidates": pl.DataFrame({"template": ["of_a", "of_b"], "need_score": [0.0, 0.2]}),
    }
    told = [row["id"] for row in Story(tables, TERMS, Words("en")).ordered]
    assert told == ["large", "b", "a", "c", "none"]
