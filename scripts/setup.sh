#!/usr/bin/env bash
# Make .venv and install collabnet in it, every package in the version that constraints.txt names.
# usage: scripts/setup.sh run|test|bench|docs|dev     PYTHON=/usr/local/bin/python3.12 names the interpreter
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv
level=${1:-run}
case $level in
  run) extras="" stamps="run" ;;
  test) extras="[test]" stamps="run test" ;;
  bench) extras="[test,benchmarks]" stamps="run test bench" ;;
  docs) extras="[docs]" stamps="run docs" ;;
  dev) extras="[dev]" stamps="run docs test dev" ;;
  *) echo "setup.sh: say run, test, bench, docs or dev, not '$level'." >&2; exit 2 ;;
esac

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# The first Python that is new enough and can make environments; a Python named by hand stands alone.
find_python() {
  local candidate lacking=""
  for candidate in ${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14}; do
    new_enough "$candidate" || continue
    if has_venv "$candidate"; then echo "$candidate"; return; fi
    lacking=$candidate
  done
  if [ -n "$lacking" ]; then
    cat >&2 <<MESSAGE
collabnet needs Python's venv module, and $("$lacking" -V 2>&1) ($lacking) comes without it. Install it with

    sudo apt-get install -y python3-venv

and run the same command again.
MESSAGE
  else
    cat >&2 <<MESSAGE
collabnet needs Python 3.11 or later; ${PYTHON:-python3} is $("${PYTHON:-python3}" -V 2>/dev/null || echo "not there"). On Debian 12 or later install it with

    sudo apt-get install -y python3 python3-venv

or name one that is there: make demo PYTHON=/usr/local/bin/python3.12
MESSAGE
  fi
  return 1
}

if ! { new_enough "$venv/bin/python" && "$venv/bin/python" -c 'import pip' >/dev/null 2>&1; }; then
  python=$(find_python)
  echo "Making a virtual environment in $venv with $("$python" -V)." >&2
  "$python" -m venv --clear "$venv"
fi

echo "Installing collabnet${extras} into $venv; the first time takes a minute or two." >&2
pip() { "$venv/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
# The build tool comes first and pinned, so that no unpinned one is fetched to build with.
pip install --constraint constraints.txt setuptools
pip install --constraint constraints.txt --no-build-isolation --editable ".$extras"
for stamp in $stamps; do touch "$venv/.installed-$stamp"; done
