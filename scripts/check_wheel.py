"""Build the wheel, install it in an empty environment outside the repository, and run it there.

The runs have an empty home, an empty working folder and an empty folder for temporary files, which
must be empty afterwards; and a guard in the environment refuses every connection off this computer.
"""

import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

from source_tree import ROOT, copy_sources, expected_files
from wheel_visit import visit_screen

GUARD = Path(__file__).with_name("loopback_guard.py")


def main() -> int:
    """Run every step; the first that fails ends the check with a message."""
    with tempfile.TemporaryDirectory(prefix="collabnet-wheel-") as place:
        wheel = build(Path(place))
        check_contents(wheel)
        folder = install(wheel, Path(place))
        run_all(folder, Path(place))
    print("wheel: all steps passed")
    return 0


def build(place: Path) -> Path:
    """Build from a copy of the sources, so that no earlier build leaks into the wheel."""
    print("wheel: build", flush=True)
    copy_sources(place / "sources")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    _run([*command, "--outdir", str(place / "dist"), str(place / "sources")])
    (wheel,) = (place / "dist").glob("*.whl")
    return wheel


def check_contents(wheel: Path) -> None:
    """Compare the files in the wheel with those in the repository, by installed name."""
    found = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    expected = expected_files()
    if found != expected:
        missing, extra = sorted(expected - found), sorted(found - expected)
        sys.exit(f"wheel: {wheel.name} lacks {missing} and has {extra} that no folder holds.")
    print(f"wheel: {wheel.name} holds all {len(found)} files of its packages", flush=True)


def install(wheel: Path, place: Path) -> Path:
    """Install the wheel with pinned versions in an empty environment; return its scripts folder."""
    print("wheel: install in an empty environment", flush=True)
    venv.create(place / "venv", with_pip=True)
    scripts = place / "venv" / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "install", "--constraint", str(ROOT / "constraints.txt"), str(wheel)])
    _run([*pip, "check"])
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(_run([str(scripts / "python"), "-c", where]).strip())
    (site / GUARD.name).write_bytes(GUARD.read_bytes())
    (site / "loopback_guard.pth").write_text("import loopback_guard\n", encoding="utf-8")
    return scripts


def run_all(scripts: Path, place: Path) -> None:
    """Run the command line and the screen as an installed user would."""
    empty = {name: place / name for name in ("home", "working", "temporary")}
    for folder in empty.values():
        folder.mkdir()
    refused = place / "refused.txt"
    keep = ("PATH", "SYSTEMROOT", "LANG")
    environment = {name: os.environ[name] for name in keep if name in os.environ}
    environment |= {name: str(empty["home"]) for name in ("HOME", "USERPROFILE", "APPDATA")}
    environment |= {name: str(empty["temporary"]) for name in ("TMPDIR", "TEMP", "TMP")}
    environment |= {"LOOPBACK_GUARD_LOG": str(refused), "PYTHONUTF8": "1"}

    command, python = str(scripts / "collabnet"), str(scripts / "python")
    for call, expected in (
        ([command, "--help"], "assess"),
        ([python, "-m", "collabnet", "--help"], "assess"),
        ([command, "samples"], "site_b"),
        ([command, "demo", "--no-serve"], "Site B"),
        ([command, "assess", "hospital_program"], "single point of failure"),
    ):
        print("wheel:", " ".join(["collabnet", *call[1:]]), flush=True)
        output = _run(call, cwd=empty["working"], env=environment)
        if expected not in output:
            sys.exit(f"wheel: {call} did not print {expected!r}; it printed:\n{output}")

    call = [command, "serve", "site_b", "--port", "0"]
    print("wheel:", " ".join(["collabnet", *call[1:]]), flush=True)
    visit_screen(call, cwd=empty["working"], env=environment)

    if refused.exists():
        sys.exit(f"wheel: tried to leave this computer:\n{refused.read_text('utf-8')}")
    if left := [str(path) for folder in empty.values() for path in folder.rglob("*")]:
        sys.exit(f"wheel: wrote files that nobody asked for: {left}")


def _run(call: list[str], cwd: Path | None = None, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        call, cwd=cwd, env=env, check=False, text=True, encoding="utf-8", timeout=900,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    if done.returncode != 0:
        sys.exit(f"wheel: {call} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
