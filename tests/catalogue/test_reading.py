"""A file of the catalogue with a field missing, wrong or unknown is named by file and key; nothing else is lost."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bothshores import registry
from bothshores.catalogue import indicators as indicator_entries
from bothshores.catalogue import templates as template_entries
from bothshores.catalogue.fields import Fields
from bothshores.catalogue.indicators import build as build_indicator
from bothshores.catalogue.reading import entries, entry, folder
from bothshores.catalogue.templates import build as build_template
from bothshores.errors import CatalogueError
from bothshores.evidence.kinds import Source

registry.load("bothshores.evidence.sources")
BUILDERS: dict[str, Callable[[Fields], Any]] = {"indicators": build_indicator, "templates": build_template}
OPTIONAL = {
    "indicators": {"sdg_target", "gcm_objective", "note", "other_source", "ratio", "sources", "factor", "name",
                   "breakdown", *Source.members},
    "templates": {"url", "needed", "base", "base_share", "take_up", "no_cost_reason", "no_effect_reason"},
}  # fmt: skip
INSTEAD = {"cost": "no_cost_reason", "effects": "no_effect_reason"}
Path_ = tuple[str | int, ...]


def raw(kind: str, name: str) -> dict[str, Any]:
    """One file of the catalogue as TOML gives it."""
    return tomllib.loads(folder(kind).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def names(kind: str) -> list[str]:
    """Ids of all files of a kind."""
    return sorted(indicator_entries() if kind == "indicators" else template_entries())


def paths(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Where every value of a file stands, tables included."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from paths(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            if isinstance(inner, dict):
                yield from paths(inner, (*path, place))


def fields_of(kind: str, name: str) -> list[Path_]:
    """Paths that end in a key of a fixed name (the keys of `pushes` are free)."""
    return [path for path in paths(raw(kind, name)) if isinstance(path[-1], str) and path[:-1] != ("pushes",)]


def changed(kind: str, name: str, path: Path_, change: Callable[[dict[str, Any], str], None]) -> dict[str, Any]:
    """A copy of a file with one field changed."""
    whole = copy.deepcopy(raw(kind, name))
    table: Any = whole
    for step in path[:-1]:
        table = table[step]
    change(table, str(path[-1]))
    return whole


def written(folder: Path, name: str, content: dict[str, Any]) -> Path:
    """A file of the catalogue outside it."""
    file = folder / f"{name}.toml"
    file.write_text(tomlkit.dumps(content), encoding="utf-8")
    return file


def remove(table: dict[str, Any], key: str) -> None:
    """Leave a field out."""
    del table[key]


def spoil(table: dict[str, Any], key: str) -> None:
    """Put something of another kind."""
    table[key] = 7 if isinstance(table[key], str) else "of another kind"


def misspell(table: dict[str, Any], key: str) -> None:
    """Add a field nobody knows."""
    table[f"{key}_x"] = "unknown"


def said(folder: Path, kind: str, name: str, content: dict[str, Any]) -> str:
    """What is said of a bad file."""
    with pytest.raises(CatalogueError) as caught:
        entry(written(folder, name, content), BUILDERS[kind])
    return str(caught.value)


ONE_OF_EACH = [("indicators", "net_migration_rate"), ("indicators", "unemployment_rate"),
               ("templates", "vocational_training"), ("templates", "apprenticeships"),
               ("templates", "fair_recruitment")]  # fmt: skip
ANYWHERE = st.sampled_from([(kind, name) for kind in BUILDERS for name in names(kind)]).flatmap(
    lambda file: st.tuples(st.just(file), st.sampled_from(fields_of(*file)))
)
SLOW_FOLDER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class TestOneFileFieldByField:
    @pytest.mark.parametrize(("kind", "name"), ONE_OF_EACH)
    def test_missing(self, tmp_path: Path, kind: str, name: str) -> None:
        for path in fields_of(kind, name):
            if path[-1] not in OPTIONAL[kind] or path in {("no_cost_reason",), ("no_effect_reason",)}:
                text = said(tmp_path, kind, name, changed(kind, name, path, remove))
                assert f"{name}.toml" in text
                assert f"{INSTEAD.get(str(path[-1]), path[-1])}" in text

    @pytest.mark.parametrize(("kind", "name"), ONE_OF_EACH)
    def test_wrong(self, tmp_path: Path, kind: str, name: str) -> None:
        for path in fields_of(kind, name):
            text = said(tmp_path, kind, name, changed(kind, name, path, spoil))
            assert f"{name}.toml" in text and str(path[-1]) in text


class TestAnyFile:
    @SLOW_FOLDER
    @given(where=ANYWHERE)
    def test_wrong(self, tmp_path: Path, where: tuple[tuple[str, str], Path_]) -> None:
        (kind, name), path = where
        text = said(tmp_path, kind, name, changed(kind, name, path, spoil))
        assert f"{name}.toml" in text and str(path[-1]) in text

    @SLOW_FOLDER
    @given(where=ANYWHERE)
    def test_unknown(self, tmp_path: Path, where: tuple[tuple[str, str], Path_]) -> None:
        (kind, name), path = where
        text = said(tmp_path, kind, name, changed(kind, name, path, misspell))
        assert f"{name}.toml" in text and f"{path[-1]}_x" in text

    @SLOW_FOLDER
    @given(where=ANYWHERE, cut=st.integers(0, 4000))
    def test_cut_short(self, tmp_path: Path, where: tuple[tuple[str, str], Path_], cut: int) -> None:
        (kind, name), _ = where
        whole = folder(kind).joinpath(f"{name}.toml").read_text(encoding="utf-8")
        file = tmp_path / f"{name}.toml"
        file.write_text(whole[: min(cut, len(whole) - 1)], encoding="utf-8")
        try:
            entry(file, BUILDERS[kind])
        except CatalogueError as error:
            assert f"{name}.toml" in str(error)

    @pytest.mark.parametrize("kind", BUILDERS)
    def test_whole(self, tmp_path: Path, kind: str) -> None:
        built = list(entries(kind, BUILDERS[kind]))
        assert [each.id for each in built] == names(kind)
        assert all(entry(written(tmp_path, each.id, raw(kind, each.id)), BUILDERS[kind]) == each for each in built)


class TestFile:
    def test_id_must_be_the_files_name(self, tmp_path: Path) -> None:
        file = written(tmp_path, "another_name", raw("indicators", "unemployment_rate"))
        with pytest.raises(CatalogueError, match=r"another_name\.toml.*'unemployment_rate' is not the file's name"):
            entry(file, build_indicator)

    def test_no_toml(self, tmp_path: Path) -> None:
        file = tmp_path / "broken.toml"
        file.write_bytes(b"id = \xff\xfe")
        with pytest.raises(CatalogueError, match=r"broken\.toml.*no valid TOML"):
            entry(file, build_indicator)
