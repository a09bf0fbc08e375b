"""Run the tutorials in docs/tutorials and keep what they show; needs the extra for docs.

Run it after a change of a tutorial, or of what it shows: tests compare the text of each answer.
"""

import os
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient

TUTORIALS = Path(__file__).resolve().parents[1] / "docs" / "tutorials"
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python", "pygments_lexer": "python"},
}


def run(path: Path) -> None:
    """Run one in an empty folder; leave out how often and when it was run."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(notebook, resources={"metadata": {"path": folder}}).execute()
    for cell in notebook.cells:
        cell.metadata.clear()
        if cell.cell_type == "code":
            cell.execution_count = None
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = None
    notebook.metadata = METADATA
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


def main() -> None:
    """Run all."""
    os.environ["PYTHONHASHSEED"] = "0"
    for path in sorted(TUTORIALS.glob("*.ipynb")):
        print(path.name)
        run(path)


if __name__ == "__main__":
    main()
