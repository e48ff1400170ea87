"""Every file of the catalogue with each field missing or wrong in turn: said by file and field, never otherwise."""

from __future__ import annotations

import copy
import csv
import io
import tomllib

import tomlkit
from catalogue.test_reading import (
    BUILDERS,
    INSTEAD,
    OPTIONAL,
    fields_of,
    misspell,
    names,
    raw,
    remove,
    spoil,
)

from bothshores.catalogue.effects import read as read_effects
from bothshores.catalogue.fields import Fields
from bothshores.catalogue.glossary import read as read_glossary
from bothshores.catalogue.reading import checked, folder
from bothshores.errors import CatalogueError

EFFECTS = folder("published").joinpath("published_effects.csv").read_text(encoding="utf-8")
GLOSSARY = folder("glossary.toml").read_text(encoding="utf-8")
WRONG = ("\u0000", "many", "1e999", "[]")
FREE = {"doi_or_url", "note", "pair_id", "seen_where", "cost_basis", "change", "id", "measure", "outcome",
        "outcome_unit", "population", "design", "reference", "indicator_hint"}  # fmt: skip
MAY_BE_EMPTY = {
    "effect", "se", "ci_low", "ci_high", "horizon_years", "country_iso3", "n", "cost_per_beneficiary_usd", "doi_or_url",
    "note", "sign", "pair_id", "pair_same_outcome", "follow_up", "seen_where", "se_rule", "se_prior", "prior_caution",
    "cost_basis", "country_role", "effect_v1", "change",
}  # fmt: skip


def said(read, *given) -> str:
    """What is said of a bad file, empty where it is taken."""
    try:
        read(*given)
    except CatalogueError as error:
        return str(error)
    return ""


def worse(whole, path, change):
    """A copy of an entry with one field changed."""
    copied = copy.deepcopy(whole)
    table = copied
    for step in path[:-1]:
        table = table[step]
    change(table, path[-1])
    return Fields(copied)


def one_of_three(whole, path) -> bool:
    """True if two more conditions have the same word in `either`, so that without this one they still are a pair."""
    words = [each.get("either") for each in whole.get("conditions", [])]
    return path[-1] == "either" and words.count(words[path[1]]) > 2


def may_be_left_out(kind, path, whole) -> bool:
    """True if an entry may do without the field: a source of its figures, or what is optional."""
    source = path[0] == "sources" and len(path) == 2
    return (
        source
        or one_of_three(whole, path)
        or path[-1] in OPTIONAL[kind]
        or path[-1] in ("envelope_max_usd", "instrument_reason", "times", "plus")
    )


def test_every_entry_with_each_field_missing_wrong_or_misspelt(capsys):
    tried, failures = 0, []
    for kind, build in BUILDERS.items():
        for name in names(kind):
            whole, where = raw(kind, name), f"catalogue/{name}.toml"
            for path in fields_of(kind, name):
                for change in (remove, spoil, misspell):
                    text = said(checked, worse(whole, path, change), build, where)
                    tried += 1
                    named = str(INSTEAD.get(path[-1], path[-1]) if change is remove else path[-1])
                    if not text and change is remove and may_be_left_out(kind, path, whole):
                        continue
                    if where not in text or named not in text:
                        failures.append(f"{name} {path} {change.__name__}: {text}")
    with capsys.disabled():
        print(f"\n{tried} entries of the catalogue with a field missing, wrong or misspelt")
    assert not failures, "\n".join(failures[:20])
    assert tried > 5000


def table(rows) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def test_the_effect_library_with_each_column_missing_or_unknown():
    rows = list(csv.DictReader(io.StringIO(EFFECTS)))[:3]
    for column in rows[0]:
        less = [{name: cell for name, cell in row.items() if name != column} for row in rows]
        text = said(read_effects, table(less))
        assert "published_effects.csv" in text and column in text
        text = said(read_effects, table([{**row, f"{column}_x": "1"} for row in rows]))
        assert f"{column}_x" in text


def test_the_effect_library_with_each_cell_missing_or_wrong(capsys):
    rows = list(csv.DictReader(io.StringIO(EFFECTS)))
    tried = 0
    for place in (0, 1, 50, 161):
        for column in rows[0]:
            for wrong in ("", *WRONG):
                bad = [dict(row) for row in rows[: place + 1]]
                bad[place][column] = wrong
                text, free = said(read_effects, table(bad)), column in (FREE if wrong else MAY_BE_EMPTY)
                tried += 1
                if not free:
                    assert f"row {place + 1}" in text and column in text, (place, column, wrong)
                elif text:
                    assert column in text
    with capsys.disabled():
        print(f"\n{tried} cells of the effect library missing or wrong")


def test_a_row_cut_short_or_given_twice_is_named():
    assert "row 162" in said(read_effects, EFFECTS[:-200])
    rows = list(csv.DictReader(io.StringIO(EFFECTS)))[:2]
    assert "stands there twice" in said(read_effects, table([rows[0], rows[0]]))


def test_the_glossary_with_each_meaning_missing_or_wrong():
    terms = tomllib.loads(GLOSSARY)
    for term in terms:
        for wrong in ("", " ", 7, [], {"x": "y"}):
            text = said(read_glossary, tomlkit.dumps({**terms, term: wrong}))
            assert "glossary.toml" in text and term in text
    for cut in range(1, len(GLOSSARY), 97):
        text = said(read_glossary, GLOSSARY[:cut])
        assert not text or "glossary.toml" in text
