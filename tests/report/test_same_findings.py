"""Findings of one sentence are said once; the sentences are those of the rules."""

from __future__ import annotations

from bothshores.locale import extract
from bothshores.report.same_findings import TOGETHER, said
from bothshores.vocab import Message
from bothshores.words import Words

WORDS = Words("en")


def finding(text, **gaps):
    message = Message.of(text, **gaps)
    return {"message": message.text, "args": message.args}


def test_every_sentence_put_together_is_one_of_a_rule():
    rules = {text for text, place in extract.sentences() if place.startswith("plan/rules/")}
    assert TOGETHER.keys() <= rules


def test_one_sentence_holds_the_list():
    text = "No measure serves {indicator}."
    rows = [finding(text, indicator=f"indicator:{name}") for name in ("gini", "inflation", "gini")]
    assert list(said(WORDS, rows)) == ["No measure serves these objectives: Income inequality (Gini); Inflation."]


def test_one_finding_and_other_sentences_stay_as_they_are():
    rows = [
        finding("No measure serves {indicator}.", indicator="indicator:gini"),
        finding("Another."),
        finding("Another."),
    ]
    assert list(said(WORDS, rows)) == ["Another.", "No measure serves Income inequality (Gini)."]
