"""Code lists."""

from __future__ import annotations

from bothshores.catalogue.codes import gcm, sdg


def test_the_compact_has_23_objectives() -> None:
    assert list(gcm()) == list(range(1, 24))


def test_targets_are_written_as_the_goals_write_them() -> None:
    assert all(1 <= int(code.split(".")[0]) <= 17 for code in sdg())


def test_labels_are_names_and_each_is_used_once() -> None:
    for labels in (gcm().values(), sdg().values()):
        assert len(set(labels)) == len(labels)
        assert all(label == label.strip() and label[0].isupper() and not label.endswith(".") for label in labels)
