"""The money year by year."""

from __future__ import annotations

from typing import Any

import altair as alt

from bothshores.report.drawing import WIDTH, key, sign
from bothshores.report.kinds import Chart
from bothshores.report.palette import CLASS_COLOURS, INK
from bothshores.report.story import Story, title_of
from bothshores.vocab import RESERVE, UNALLOCATED
from bothshores.vocab import gettext_noop as _


class MoneyYears(Chart):
    """Columns of money by year, cut by what it rests on."""

    id = "money_years"
    label = _("Money by year")
    reads = ("budget",)

    @staticmethod
    def draw(story: Story) -> Any | None:
        """Stacked columns with the year's sum above, and a key."""
        words, parts = story.words, by_year(story)
        sums = totals(parts)
        if not any(sums.values()):
            return None
        codes = list(story.rests_on)
        values = [
            {"year": words.year(year), "amount": amount, "colour": CLASS_COLOURS[code], "place": codes.index(code)}
            for (year, code), amount in parts.items()
        ]
        tops = [
            {"year": words.year(year), "amount": total, "label": sign(words.usd(total), words)}
            for year, total in sums.items()
        ]
        x = alt.X("year:O", title=None, sort="descending" if words.right_to_left else "ascending",
                  axis=alt.Axis(labelAngle=0, ticks=False, labelColor=INK, labelPadding=6))  # fmt: skip
        y = alt.Y("amount:Q", axis=None, scale=alt.Scale(domain=[0, 1.12 * max(sums.values())], nice=False))
        bars = alt.Chart(alt.Data(values=values)).mark_bar(stroke=INK, strokeWidth=0.5, size=46)
        bars = bars.encode(x=x, y=y, order="place:Q", color=alt.Color("colour:N", scale=None))
        text = alt.Chart(alt.Data(values=tops)).mark_text(dy=-7).encode(x=x, y=y, text="label:N")
        entries = {title_of(story, code): CLASS_COLOURS[code] for code in codes}
        return alt.vconcat((bars + text).properties(width=WIDTH, height=190), key(entries, words), spacing=10)

    @staticmethod
    def finding(story: Story) -> str:
        """From the first year to the first in which as much flows as ever: a dollar more later is rounding."""
        words, sums = story.words, totals(by_year(story))
        first, highest = min(sums), words.usd(max(sums.values()))
        most = next(year for year in sorted(sums) if words.usd(sums[year]) == highest)
        if sums[most] == sums[first]:
            return words.phrase(
                _("Most money flows in {year}: {amount}"), year=words.year(most), amount=words.usd(sums[most])
            )
        text = _("Money grows from {amount} in {first} to {most} in {year}")
        gaps = {"amount": words.usd(sums[first]), "first": words.year(first), "most": words.usd(sums[most])}
        return words.phrase(text, **gaps, year=words.year(most))

    @staticmethod
    def caption(story: Story) -> str:
        """How to read it."""
        return story.words.text(
            _("US dollars a year; money starts small where people and offices must first be ready.")
        )

    @staticmethod
    def alt(story: Story) -> str:
        """The sums by year."""
        words = story.words
        sums = totals(by_year(story))
        parts = words.listed(
            words.phrase(_("{name}: {text}"), name=words.year(year), text=words.usd(amount))
            for year, amount in sums.items()
        )
        return words.phrase(_("Column chart of money by year. {list}."), list=parts)


def by_year(story: Story) -> dict[tuple[int, str], int]:
    """Money by year and what it rests on."""
    sums: dict[tuple[int, str], int] = {}
    for row in story.table("budget").sort(["year", "measure"]).to_dicts():
        code = row["measure"]
        name = code if code in (RESERVE, UNALLOCATED) else story.classes.get(code, "judgement")
        if row["amount_usd"]:
            sums[row["year"], name] = sums.get((row["year"], name), 0) + row["amount_usd"]
    return sums


def totals(parts: dict[tuple[int, str], int]) -> dict[int, int]:
    """Money by year."""
    years = sorted({year for year, _name in parts})
    return {year: sum(amount for (each, _name), amount in parts.items() if each == year) for year in years}
