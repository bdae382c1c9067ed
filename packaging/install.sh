#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages of debian-packages.txt that this machine lacks; silent and quick when there is nothing to do.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

missing=()
while read -r group package _; do
  case "$group" in build | test) ;; *) continue ;; esac
  # Node.js from elsewhere carries its own npm and refuses Debian's package.
  if [ "$package" = npm ] && command -v npm >/dev/null; then continue; fi
  missing+=("$package")
done <packaging/debian-packages.txt

installed=$(dpkg-query --show --showformat '${db:Status-Abbrev}${Package}\n' "${missing[@]}" 2>/dev/null | sed -n 's/^ii *//p' || true)
if [ -n "$installed" ]; then
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | grep -vxF -f <(printf '%s\n' "$installed"))
fi
[ "${#missing[@]}" -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    printf 'OneDoor needs these packages; install them as root and run this again:\n  apt-get install %s\n' "${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
printf 'Installing (a few minutes on a bare machine): %s\n' "${missing[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -qq)
"${apt[@]}" update || printf 'The package lists could not be refreshed; trying with those at hand.\n' >&2
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" >/dev/null
