#!/usr/bin/env bash
# Resolve everything afresh in an empty environment and write the versions to constraints.txt.
# Run it with Python 3.11, the oldest that is supported, then run all checks.
set -euo pipefail
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
"${PYTHON:-python3.11}" -m venv "$place/venv"
pip() { "$place/venv/bin/python" -m pip --disable-pip-version-check "$@"; }
pip install --quiet setuptools
pip install --quiet --no-build-isolation --editable '.[dev,benchmarks]'
{
  sed -n '/^#/p' constraints.txt
  # colorama is asked for on Windows only, by the command line and by pytest.
  { pip freeze --all | grep -vE '^(#|-e |pip==)'; grep '^colorama==' constraints.txt; } | sort -f
} > "$place/constraints.txt"
cp "$place/constraints.txt" constraints.txt
