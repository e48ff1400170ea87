"""The notebook goes from raw files to a finding in ten cells, and runs."""

import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs/tutorial/from-file-to-finding.ipynb"


@pytest.mark.slow
def test_the_notebook_runs_and_ends_with_a_sourced_finding():
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) == 10
    assert not any(cell.outputs for cell in code), "Outputs are not committed: they would go stale."
    NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    said = code[-1].outputs[0]["text"]
    assert re.search(r"median of \d+ similar countries .*\nSource: \w+, \d{4}; behind in \d+% of", said)
