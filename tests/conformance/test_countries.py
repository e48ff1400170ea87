"""Every country pack is whole, sourced and honest; a new folder is tested without writing a test."""

from __future__ import annotations

from collections import Counter

import pycountry
import pytest

from bothshores.catalogue import templates
from bothshores.catalogue.countries import pack, packs
from bothshores.catalogue.country_gaps import gaps

EVERY = pytest.mark.parametrize("found", [pack(code) for code in packs()], ids=packs())
GENERIC = {body for each in templates().values() for body in (each.lead, *each.partners)}


def test_the_six_packs_are_there():
    assert {"MAR", "MDA", "NPL", "PHL", "SEN", "SLV"} <= set(packs())
    assert pack("GHA") is None and pack("XRF") is None


@EVERY
def test_units_are_whole_down_to_the_district(found):
    codes = Counter(unit.code for unit in found.units)
    assert codes and max(codes.values()) == 1
    listed = Counter(unit.level for unit in found.units)
    whole = [level.number for level in found.levels if listed[level.number] == level.units]
    assert whole[: min(2, len(found.levels))] == [1, 2][: len(found.levels)]
    assert all(listed[level.number] in (0, level.units) for level in found.levels), "A level is listed in part."
    beside = Counter((unit.parent, unit.name) for unit in found.units)
    assert max(beside.values()) == 1, "Two units of one parent have the same name."


@EVERY
def test_codes_are_known(found):
    alpha_2 = pycountry.countries.get(alpha_3=found.id).alpha_2
    known = {each.code for each in pycountry.subdivisions.get(country_code=alpha_2)}
    isos = [unit.iso for unit in found.units if unit.iso]
    assert set(isos) <= known and len(set(isos)) == len(isos)
    for code in {code for code, _status, _source in found.languages} | {each.language for each in found.bodies}:
        assert pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code}), code
    assert found.currency.value and found.seen(found.currency.source)


@EVERY
def test_sources_are_all_used_and_say_where(found):
    cited = {found.currency.source, found.year_starts.source, *(source for _c, _s, source in found.languages)}
    rows = (*found.levels, *found.units, *found.bodies, *found.policies)
    assert cited | {row.source for row in rows} == set(found.sources)
    for name, source in found.sources.items():
        assert source.reference.text and (source.reference.url == "" or source.reference.url.startswith("http")), name
    assert not found.sources["memory"].reference.opened


@EVERY
def test_bodies_act_as_what_templates_ask_for(found):
    assert {generic for body in found.bodies for generic in body.acts_as} <= GENERIC
    assert found.leading("Central bank") and found.leading("Ministry responsible for migration")
    for body in found.bodies:
        assert not (body.name_seen and not found.seen(body.source)), body.id


@EVERY
def test_laws_are_dated_or_listed(found):
    missing = {(gap["file"], gap["field"]): gap["text"] for gap in gaps(found)}
    for policy in found.policies:
        assert policy.date or policy.id in missing["policies.csv", "date"]
        assert policy.in_force >= policy.date[: len(policy.in_force)] or not policy.in_force
        assert found.seen(policy.source) or policy.id in missing["policies.csv", "source"]
        assert max(policy.date, policy.in_force)[:4] <= found.checked[:4]


@EVERY
def test_what_is_from_memory_is_listed(found):
    missing = gaps(found)
    listed = any(gap["field"] == "fiscal_year.starts" and "not verified" in gap["text"] for gap in missing)
    assert listed != found.seen(found.year_starts.source)
    for rows, file in ((found.bodies, "bodies.csv"), (found.policies, "policies.csv")):
        unread = [row.id for row in rows if not found.seen(row.source)]
        said = " ".join(gap["text"] for gap in missing if (gap["file"], gap["field"]) == (file, "source"))
        assert all(each in said for each in unread)
