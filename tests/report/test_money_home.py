"""Money sent home and its price stand beside the people abroad where they are loaded; without them nothing changes."""

from __future__ import annotations

import dataclasses

import pytest

from bothshores import tables
from bothshores.report.money_home import prices, sent_home
from bothshores.report.sections.corridors import Corridors


def remittance(sender, usd, **more):
    return {
        "sender": sender, "receiver": "NPL", "year": 2017, "source": "world_bank_bilateral", "vintage": "2018-04",
        "usd": usd, "status": "estimated",
    } | more  # fmt: skip


def price(sender, share, **more):
    return {
        "sender": sender, "receiver": "NPL", "year": 2020, "quarter": 3, "amount_usd": 200, "cost_share": share,
        "source": "remittance_prices", "vintage": "2020-12-07",
    } | more  # fmt: skip


@pytest.fixture
def moneyed(story):
    every = tables.every()
    money = [remittance("IND", 1.24e9), remittance("QAT", 5e8, year=2016), remittance("MYS", 9e9, receiver="IDN")]
    asked = [
        price("QAT", 0.0388),
        price("QAT", 0.05, quarter=2),
        price("QAT", 0.02, amount_usd=500),
        price("IND", -0.01),
    ]
    more = {
        "corridor_remittances": tables.build(every["corridor_remittances"], money),
        "corridor_prices": tables.build(every["corridor_prices"], asked),
    }
    return dataclasses.replace(story, tables={**story.tables, **more})


def table_of(story):
    return Corridors.blocks(story)[-1]


def test_the_newest_year_and_quarter_count(moneyed):
    money, asked = sent_home(moneyed), prices(moneyed)
    assert (money.year, money.usd) == (2017, {"IND": 1.24e9})
    assert (asked.quarter, asked.amount_usd, asked.shares) == ("2020-Q3", 200, {"QAT": 0.0388, "IND": -0.01})


def test_they_stand_beside_the_stock_with_year_and_source(moneyed):
    shown = table_of(moneyed)
    assert [column.head for column in shown.columns[4:]] == ["Sent home, modelled", "Cost of sending"]
    rows = {row[0]: row[4:] for row in shown.rows}
    assert rows["India"] == ("US$\u00a01.2\u00a0billion", "\u22121.0%")
    assert rows["Qatar"] == ("", "3.9%")
    assert rows["Japan"] == ("", "")
    assert "modelled for 2017" in shown.note
    assert "not observed (World Bank)" in shown.note
    assert "does not state, taken as US$\u00a0200" in shown.note
    assert "Q3 2020" in shown.note


def test_without_them_the_table_is_as_it_was(story):
    without = {name: frame for name, frame in story.tables.items() if not name.startswith("corridor_")}
    story = dataclasses.replace(story, tables=without)
    assert (sent_home(story), prices(story)) == (None, None)
    shown = table_of(story)
    assert [column.head for column in shown.columns] == ["Country of residence", "People", "Share", "Women"]
    assert "modelled" not in shown.note
    assert all(len(row) == 4 for row in shown.rows)
