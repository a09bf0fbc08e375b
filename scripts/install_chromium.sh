#!/usr/bin/env bash
# Install Chromium for the browser tests where it is missing and may be installed without asking.
# Never fails: the tests say what a missing browser means (skipped; an error where CI is set).
set -euo pipefail

for name in "${COLLABNET_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then exit 0; fi
done
[ "$(uname -s)" = Linux ] || exit 0 # elsewhere a browser is installed by hand

packages="chromium fonts-dejavu fonts-liberation"
by_hand="To run the browser tests too: sudo apt-get install -y $packages"
if ! command -v apt-get >/dev/null; then
  echo "No chromium and no apt-get here: the browser tests need a chromium on the path." >&2
  exit 0
fi
if [ "$(id -u)" = 0 ]; then as_root=""
elif sudo -n true 2>/dev/null; then as_root="sudo -n"
else echo "$by_hand" >&2; exit 0
fi

echo "Installing $packages for the browser tests." >&2
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
# shellcheck disable=SC2086  # the list is three words
{ apt update && apt install -y --no-install-recommends $packages; } \
  || echo "apt-get could not install them. $by_hand" >&2
