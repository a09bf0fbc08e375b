#!/usr/bin/env bash
# Install what tests need of the system and pip can't bring: Chromium for the screen, Pango for
# PDFs, fonts for both and for PNGs. Only what is missing, and only if that needs no asking.
# Never fails: the tests say what is missing (skipped; an error where CI is set).
set -euo pipefail

[ "$(uname -s)" = Linux ] || exit 0 # elsewhere they are installed by hand

chromium="chromium fonts-dejavu fonts-liberation"
for name in "${COLLABNET_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null; then chromium=""; fi
done
pango="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
for folder in /usr/lib/*-linux-gnu /usr/lib64 /usr/lib; do
  if [ -e "$folder/libpangoft2-1.0.so.0" ] && [ -e "$folder/libharfbuzz-subset.so.0" ]; then pango=""; fi
done
packages="$chromium${chromium:+ }$pango"
if [ -z "${packages// /}" ]; then exit 0; fi

by_hand="To run all tests: sudo apt-get install -y $packages"
if ! command -v apt-get >/dev/null; then
  echo "No apt-get here: some tests need what Debian calls $packages." >&2
  exit 0
fi
if [ "$(id -u)" = 0 ]; then as_root=""
elif sudo -n true 2>/dev/null; then as_root="sudo -n"
else echo "$by_hand" >&2; exit 0
fi

echo "Installing $packages for the tests." >&2
apt() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null; }
# shellcheck disable=SC2086  # the list is a few words
{ apt update && apt install -y --no-install-recommends $packages; } \
  || echo "apt-get could not install them. $by_hand" >&2
