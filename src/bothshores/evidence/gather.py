"""Walk folders, and read each file once with the source that recognises its content."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePath

from bothshores import registry
from bothshores.errors import RequestError
from bothshores.evidence import mapping_files
from bothshores.evidence.aside import Aside
from bothshores.evidence.assemble import Evidence, FileRead, assemble
from bothshores.evidence.kinds import Source
from bothshores.evidence.probe import Probe, evenness
from bothshores.vocab import Severity
from bothshores.vocab import gettext_noop as _

FEWEST_COLUMNS, FEWEST_ROWS, MOST_ROWS = 3, 2, 0.75
"""What looks like a table: text with as many columns in most rows; with fewer it may be anything."""
Progress = Callable[[str], None]


def quiet(_text: str) -> None:
    """Say nothing."""


@cache
def known_sources() -> tuple[Source, ...]:
    """Every source plug-in, by id."""
    registry.load("bothshores.evidence.sources")
    return tuple(Source.members[name]() for name in sorted(Source.members))


def gather(folders: Sequence[Path | str] = (), *, progress: Progress = quiet) -> Evidence:
    """The whole world's evidence: embedded data, and every file under `folders` (folders or single files).

    A file is read by the one source that recognises its content, never by its name. What is wrong in a file becomes
    rows of `issues`, and its good rows go on. Raises RequestError where a folder does not exist.
    """
    for folder in map(Path, folders):
        if not folder.exists():
            raise RequestError("There is no such file or folder.", where=folder, remedy="Check the path given.")
    walk = Walk(progress)
    for source in known_sources():
        if reading := source.embedded():
            walk.files.append(FileRead(reading.aside.file, source, reading))
    for folder in map(Path, folders):
        walk.through(folder)
    return assemble(walk.files, walk.others)


@dataclass
class Walk:
    """What was met on the way: files read, findings about the others, and which content was seen."""

    progress: Progress
    files: list[FileRead] = field(default_factory=list)
    others: list[Aside] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)

    def through(self, folder: Path) -> None:
        """Read every file of a folder, or one file."""
        unknown: Counter[str] = Counter()
        described = mapping_files.under(folder)
        self.others += described.asides
        for path, inside in files_of(folder):
            if path.name.endswith(mapping_files.ENDING) or path in described.broken:
                continue
            name = self.free_name(inside, folder)
            try:
                probe = Probe.of(path, name, described.good.get(path))
                if not self.read(probe) and not (folder.is_dir() and self.note_table(probe)):
                    unknown[PurePath(inside).parts[0] if "/" in inside else "."] += 1
            except OSError as error:
                self.about(name).note(
                    _("The file cannot be opened: {why}."), _("Check that you may read it."), rule="not_readable",
                    why=f"text:{error.strerror or type(error).__name__}",
                )  # fmt: skip
        for place, count in sorted(unknown.items()):
            self.note_unknown(folder, place, count)

    def note_table(self, probe: Probe) -> bool:
        """Name a table that no source recognises, so that somebody can describe it; False for what is no table."""
        rows = [row for row in probe.first_rows if any(row)]
        lines, width = evenness(tuple(rows))
        if not probe.is_workbook and (width < FEWEST_COLUMNS or lines < max(FEWEST_ROWS, MOST_ROWS * len(rows))):
            return False
        self.about(probe.name).note(
            _("No source recognises this table; it was left aside."),
            _("If it holds figures you need, describe it in a mapping file: docs/howto/load-your-own-table.md."),
            rule="unknown_table", severity=Severity.REMARK,
        )  # fmt: skip
        return True

    def free_name(self, inside: str, folder: Path) -> str:
        """The path inside the folder, with the folder's own name before it where another file has that path."""
        taken = {each.file for each in self.files} | set(self.seen.values())
        return inside if inside not in taken else f"{folder.resolve().name}/{inside}"

    def about(self, name: str) -> Aside:
        """A place for findings about a file that no source reads."""
        self.others.append(Aside(name))
        return self.others[-1]

    def read(self, probe: Probe) -> bool:
        """Read a file; False where no source recognises it."""
        if probe.damaged or not probe.head:
            self.about(probe.name).note(
                _("The workbook is damaged or cut and cannot be opened.") if probe.head else _("The file is empty."),
                _("Get the file again from its publisher."), rule="damaged",
            )  # fmt: skip
            return True
        claimants = claimants_of(probe)
        if len(claimants) > 1:
            self.about(probe.name).note(
                _("Two sources claim this file: {first} and {second}. It was left aside."),
                _("Tell those who maintain Bothshores."), rule="two_sources", first=f"text:{claimants[0].id}",
                second=f"text:{claimants[1].id}",
            )  # fmt: skip
        elif claimants:
            self.read_with(claimants[0], probe)
        return bool(claimants)

    def read_with(self, source: Source, probe: Probe) -> None:
        """Read a file with its source, once for each content."""
        sha256 = hashlib.sha256(probe.content + probe.stated("text").encode()).hexdigest()
        if sha256 in self.seen:
            self.about(probe.name).note(
                _("The file has the same content as {other}; it was read once."), _("Nothing to do."),
                rule="same_content", severity=Severity.REMARK, other=f"text:{self.seen[sha256]}",
            )  # fmt: skip
            return
        self.progress(f"Reading {probe.name}")
        self.seen[sha256] = probe.name
        self.files.append(FileRead(probe.name, source, replace(source.read(probe), sha256=sha256)))

    def note_unknown(self, folder: Path, place: str, count: int) -> None:
        """Files of no source: a remark for each folder, but a problem where the file itself was asked for."""
        if folder.is_file():
            self.about(folder.name).note(
                _("No source recognises this file by its content."),
                _("See which sources there are: bothshores catalogue sources."), rule="not_recognised",
            )  # fmt: skip
        else:
            self.about(f"{place}/").note(
                _("Files here are of no source that is read; they were left aside."), _("Nothing to do."),
                rule="not_recognised", severity=Severity.REMARK, count=count,
            )  # fmt: skip


def claimants_of(probe: Probe) -> list[Source]:
    """The sources that recognise a file; one that says it is fictional is the reference country's alone."""
    known = [source for source in known_sources() if source.mapped or probe.mapping is None]
    claimants = [source for source in known if source.recognises(probe)]
    return [source for source in claimants if source.reads_fiction == bool(probe.fictional)]


def files_of(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every file with its path from the folder given, by which people know it; hidden ones are skipped."""
    if folder.is_file():
        yield folder, folder.name
        return
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield path, inside.as_posix()
