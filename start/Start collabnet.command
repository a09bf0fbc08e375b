#!/usr/bin/env bash
# For macOS (and Linux): a double click installs collabnet once, then opens it in the browser.
# If macOS refuses: right click, Open; or System Settings, Privacy & Security, Open Anyway.
set -u
cd "$(dirname "$0")/.." || exit 1

finish() {
  printf '\n%s\n\nThis window can be closed.\n' "$1"
  [ -t 0 ] && read -r -p "Press Return. " _
  exit 1
}

[ -f pyproject.toml ] || finish "The rest of collabnet isn't beside this file. Unpack the whole ZIP file first, then start this file in the folder that it gives."

new_enough() { "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if ! [ -x .venv/bin/collabnet ]; then
  python=""
  for candidate in python3.13 python3.12 python3.11 python3.14 python3; do
    if new_enough "$candidate"; then python=$candidate; break; fi
  done
  [ -n "$python" ] || finish "collabnet needs Python 3.11 or later. Install it from python.org (the button Download), then start this file again."
  echo "Setting up collabnet. This happens once and takes a few minutes."
  "$python" -m venv .venv \
    && .venv/bin/python -m pip --quiet --disable-pip-version-check install --constraint constraints.txt . \
    || { rm -rf .venv; finish "collabnet could not be set up. It needs the internet for this once: check the connection, then start this file again. If that is not it, install Python 3.13 from python.org as well."; }
fi

echo "collabnet opens in your browser. Leave this window open while you work; close it to stop."
.venv/bin/collabnet serve --open "$@" || finish "collabnet has stopped. What stands above says why."
