"""What can be asked on the command line. Loads nothing but the standard library."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from bothshores import __version__

PLAN_VERBS = {
    "diagnose": "where the country stands behind similar ones",
    "propose": "which measures fit, and which were left and why",
    "check": "what does not fit together",
    "simulate": "what should change, with and without the plan",
    "allocate": "which money goes where, and what holds it back",
}
MADE_UP = "write a fictional country with planted truth, to try tools on"
CATALOGUE_KINDS = ("indicators", "templates", "effects", "sources")


def budget(text: str) -> int:
    """An amount in US dollars: 120e6, 120_000_000."""
    amount = float(text)
    if not 0 <= amount < 1e13 or amount != int(amount):
        raise argparse.ArgumentTypeError("a whole amount in US dollars such as 120e6")
    return int(amount)


def seed(text: str) -> int:
    """A seed of the draws, as plan.toml takes it."""
    if not 0 <= int(text) < 2**31:
        raise argparse.ArgumentTypeError("a whole number from 0 to 2147483647")
    return int(text)


def years(text: str) -> tuple[int, int]:
    """First and last year: 2027:2031."""
    first, _colon, last = text.partition(":")
    if not (first.isdigit() and last.isdigit() and 1990 <= int(first) <= int(last) <= int(first) + 29 <= 2199):
        raise argparse.ArgumentTypeError("first and last year such as 2027:2031, at most 30 years")
    return int(first), int(last)


def languages(text: str) -> tuple[str, ...]:
    """Languages, separated by commas: en,ar."""
    found = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not found:
        raise argparse.ArgumentTypeError("languages separated by commas such as en,ar")
    return found


def pair(text: str) -> tuple[str, str]:
    """A term of an instrument: loan=800000."""
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError("a name and a value such as loan=800000")
    return name, value


def parse(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """What is asked for; what contradicts itself, or names no country, ends with the usage."""
    parser = build()
    asked = parser.parse_args(arguments)
    everything, instrument = getattr(asked, "all", False), getattr(asked, "instrument", None)
    if everything and asked.country:
        parser.error("give a country or --all, not both")
    if "country" in asked and not (asked.country is not None or asked.workspace or everything or instrument):
        parser.error("name a country by its code, as NPL")
    if getattr(asked, "terms", None) and not instrument:
        parser.error("--set sets a term of one --instrument")
    return asked


def build() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="bothshores", description="Plan migration and development together: evidence, plan, money, learning."
    )
    parser.add_argument("--version", action="version", version=__version__)
    rooms = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    draft(rooms)
    evidence(rooms)
    plan(rooms)
    fund(rooms)
    report(rooms)
    catalogue(rooms)
    return parser


Rooms: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def verb(rooms: Rooms, name: str, words: str, run: str, *, country: bool = True) -> argparse.ArgumentParser:
    """A verb with what every command takes: a country, a workspace, and a form of output for machines."""
    parser = rooms.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    if country:
        parser.add_argument("country", metavar="ISO3", nargs="?", help="country, as NPL")
        parser.add_argument("--workspace", type=Path, metavar="DIR", help="folder of the plan (plans/ISO3 if left out)")
    parser.add_argument("--json", action="store_true", help="print JSON for machines")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write JSON or CSV (by its ending) to a file")
    parser.set_defaults(run=run)
    return parser


def room(rooms: Rooms, name: str, words: str) -> Rooms:
    """A room with its verbs."""
    parser = rooms.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    return parser.add_subparsers(title="verbs", required=True, metavar="VERB")


def add_folders(parser: argparse.ArgumentParser) -> None:
    """Where official files lie."""
    parser.add_argument(
        "--from", dest="folders", type=Path, action="append", default=[], metavar="FOLDER", help="files to read (again)"
    )


def add_languages(parser: argparse.ArgumentParser) -> None:
    """Languages of what is written, asked for together or one after the other."""
    parser.add_argument(
        "--lang",
        type=languages,
        action="extend",
        metavar="en,ar",
        help="languages of the report (English, Arabic and the country's own)",
    )


def draft(rooms: Rooms) -> None:
    """`draft`: the whole loop."""
    parser = verb(rooms, "draft", "draft a country's plan: the whole loop", "draft.run")
    parser.add_argument("--all", action="store_true", help="every country, a folder each")
    add_folders(parser)
    parser.add_argument("--budget", type=budget, metavar="USD", help="whole budget, as 120e6")
    parser.add_argument("--years", type=years, metavar="FROM:TO", help="as 2027:2031")
    add_languages(parser)
    parser.add_argument("--seed", type=seed, metavar="N", help="seed of the draws")
    parser.add_argument("--no-report", dest="report", action="store_false", help="leave the report out")


def evidence(rooms: Rooms) -> None:
    """`evidence load | profile | fetch | reference`."""
    verbs = room(rooms, "evidence", "what is so, what is missing")
    add_folders(verb(verbs, "load", "read official files and say what was found", "evidence.load"))
    add_folders(verb(verbs, "profile", "what a national migration profile holds, and its gaps", "evidence.profile"))
    fetch = verb(verbs, "fetch", "bring World Bank indicators over the network", "evidence.fetch")
    fetch.add_argument("--to", type=Path, metavar="FOLDER", help="where to put the files (DIR/fetched if left out)")
    fetch.add_argument("--refresh", action="store_true", help="ask again for series that are there already")
    made = verbs.add_parser("reference", help=MADE_UP, description=MADE_UP[0].upper() + MADE_UP[1:] + ".")
    made.add_argument("--seed", type=seed, default=1, metavar="N", help="another seed, another country (1 if left out)")
    made.add_argument("--out", type=Path, metavar="FOLDER", help="where to put it (reference-N if left out)")
    made.add_argument("--faults", action="store_true", help="plant faults in its official files")
    made.add_argument("--json", action="store_true", help="print JSON for machines")
    made.set_defaults(run="made_up.write")


def plan(rooms: Rooms) -> None:
    """`plan diagnose | propose | check | simulate | allocate`."""
    verbs = room(rooms, "plan", "which measures, where, at what cost, toward which targets")
    for name, words in PLAN_VERBS.items():
        parser = verb(verbs, name, words, "plan.run")
        parser.set_defaults(verb=name)
        add_folders(parser)


def fund(rooms: Rooms) -> None:
    """`fund cashflow`."""
    verbs = room(rooms, "fund", "whose money, under which terms")
    parser = verb(verbs, "cashflow", "cash flows of the plan, or of one instrument", "fund.cashflow")
    add_folders(parser)
    parser.add_argument("--instrument", metavar="ID", help="one instrument with its own terms, without a plan")
    parser.add_argument(
        "--set", dest="terms", type=pair, action="append", default=[], metavar="NAME=VALUE", help="a term of it"
    )


def report(rooms: Rooms) -> None:
    """`report write | poster | package | open`."""
    verbs = room(rooms, "report", "can everyone read and reuse it")
    write = verb(verbs, "write", "write the report of the last draft", "report.write")
    add_languages(write)
    posters = verb(verbs, "poster", "write the poster in plain words, for a district", "report.poster")
    posters.add_argument("--place", metavar="CODE", help="unit of the country's pack, as NP0101 (by hand if left out)")
    add_languages(posters)
    verb(verbs, "package", "pack every table as open data", "report.package")
    opening = verb(verbs, "open", "open the report in a browser", "report.show_file")
    opening.add_argument("--lang", default="en", metavar="en", help="language to open")


def catalogue(rooms: Rooms) -> None:
    """`catalogue indicators | templates | effects | sources [WORDS]`."""
    verbs = room(rooms, "catalogue", "what is known: indicators, templates, effects, sources")
    for kind in CATALOGUE_KINDS:
        parser = verb(verbs, kind, f"list, search and explain {kind}", "catalogue.run", country=False)
        parser.add_argument("words", nargs="*", metavar="WORDS", help="every word must occur")
        parser.set_defaults(kind=kind)
        if kind == "effects":
            library(parser)
    parser = verb(
        verbs, "reference", "write the reference pages of the documentation", "catalogue.reference", country=False
    )
    parser.set_defaults(kind="reference")
    countries(verbs)


def countries(verbs: Rooms) -> None:
    """`catalogue countries [ISO3] | pack ISO3 --out FOLDER | pack-check [ISO3 or FOLDER]`."""
    known = verb(verbs, "countries", "list and explain country packs", "countries.run", country=False)
    known.add_argument("code", metavar="ISO3", nargs="?", help="one pack in full")
    words = "write the files of a new country pack, empty"
    new = verbs.add_parser("pack", help=words, description=words[0].upper() + words[1:] + ".")
    new.add_argument("code", metavar="ISO3", help="country, as GHA")
    new.add_argument("--out", type=Path, metavar="FOLDER", help="where to put them (ISO3 if left out)")
    new.set_defaults(run="countries.begin")
    check = verb(verbs, "pack-check", "say what is missing from country packs", "countries.check", country=False)
    check.add_argument("pack", metavar="PACK", nargs="?", help="a country's code or a folder (every pack if left out)")


def library(parser: argparse.ArgumentParser) -> None:
    """What can be asked of the effect library as a whole."""
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument(
        "--coverage", dest="run", action="store_const", const="catalogue.coverage",
        help="how often a study that was left out lies where the others say",
    )  # fmt: skip
    whole.add_argument(
        "--families", dest="run", action="store_const", const="catalogue.families",
        help="what happens with time, by follow-ups, where the library says another thing",
    )  # fmt: skip
