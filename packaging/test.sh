#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds OneDoor and runs its tests; the last lines are CTest's summary and the exit code is its verdict.
#   packaging/test.sh [--preset NAME] [--label LABEL] [--soak]
# --preset  release (default), dev, asan, tsan, coverage
# --label   only the tests with this label: unit, gui, sync, fuzz …
# --soak    the long run: tests that repeat a random act (a killed process, a lost network) do so hundreds of times
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=release
selection=()
while [ "$#" -gt 0 ]; do
  case "$1" in
    --preset) preset=${2:?--preset needs a name} && shift 2 ;;
    --label) selection+=(--label-regex "${2:?--label needs a name}") && shift 2 ;;
    --soak) export ONEDOOR_SOAK=1 && shift ;;
    *) sed -n '3,8s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
done

packaging/install.sh
cmake --preset "$preset"
cmake --build --preset "$preset" --parallel "$(nproc)"
ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error "${selection[@]}"
