"""Run mypy, strict, over the packages under their installed names, and over the scripts.

mypy reads folders and doesn't ask the editable install, so the folders are linked under the
names that pyproject.toml gives them, in a place that its ``mypy_path`` names.
"""

import subprocess
import sys

from source_tree import ROOT, folders

LINKS = ROOT / "build" / "types"


def main() -> int:
    """Link the folders, run mypy on packages and scripts, return the worst exit code."""
    LINKS.mkdir(parents=True, exist_ok=True)
    for name, folder in folders().items():
        if name != folder:
            (LINKS / name).unlink(missing_ok=True)
            (LINKS / name).symlink_to(ROOT / folder, target_is_directory=True)
    packages = [argument for name in folders() for argument in ("-p", name)]
    loose = [str(path) for path in sorted(ROOT.glob("scripts/*.py"))]
    loose += [name for name in ("setup.py", "benchmarks") if (ROOT / name).exists()]
    return max(
        subprocess.run([sys.executable, "-m", "mypy", *what], cwd=ROOT, check=False).returncode
        for what in (packages, loose)
    )


if __name__ == "__main__":
    sys.exit(main())
