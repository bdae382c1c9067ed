#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds OneDoor and runs its tests; the last lines are CTest's summary and the exit code is its verdict.
#   packaging/test.sh [--preset NAME] [--label LABEL] [--soak [SEEDS]]
# --preset  release (default), dev, asan, tsan, coverage
# --label   only the tests with this label: unit, gui, sync, fuzz …
# --soak    the long run instead: SEEDS (100000) simulated centres, from seed ONEDOOR_FIRST_SEED (0) on, programs killed 500 times
#           alone and 500 times across a hall, PCs in networks of their own, and a fault at every call on a file; says every
#           thousand seeds how it stands, names each seed that failed, and ends with what it did
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

preset=release
selection=()
seeds=
while [ "$#" -gt 0 ]; do
  case "$1" in
    --preset) preset=${2:?--preset needs a name} && shift 2 ;;
    --label) selection+=(--label-regex "${2:?--label needs a name}") && shift 2 ;;
    --soak)
      seeds=100000 && shift
      if [[ "${1:-}" =~ ^[1-9][0-9]*$ ]]; then seeds=$1 && shift; fi
      ;;
    *) sed -n '3,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
done

# Simulated centres in steps of a thousand, so that a seed that fails is named at once.
simulate() {
  local first=${ONEDOOR_FIRST_SEED:-0} step=1000 verdict=0 done=0 output
  while [ "$done" -lt "$seeds" ]; do
    local count=$((seeds - done < step ? seeds - done : step))
    if output=$(ONEDOOR_FIRST_SEED=$((first + done)) ONEDOOR_SEEDS=$count "$1/tst_simulator" everySeedComesToAgree 2>&1); then
      printf 'seeds %d to %d: all agree\n' $((first + done)) $((first + done + count - 1))
    else
      verdict=1
      printf '%s\n' "$output"
    fi
    done=$((done + count))
  done
  return "$verdict"
}

# In the order of their length: a minute to half an hour.
hardships=(tst_kill tst_apart tst_kill_hall tst_fault_sweep)

soak() {
  export QTEST_FUNCTION_TIMEOUT=2000000000 # milliseconds: a slow computer is no fault
  cmake --build --preset "$preset" --parallel "$(nproc)" --target tst_simulator "${hardships[@]}"
  local tests=build/$preset/tests centres='all agree' kept='nothing lost' verdict=0 hardship
  simulate "$tests" || { centres='SOME FAILED' && verdict=1; }
  for hardship in "${hardships[@]}"; do
    ONEDOOR_SOAK=1 "$tests/$hardship" || { kept="$hardship FAILED" && verdict=1; }
  done
  printf '%d simulated centres: %s; kills, cut cables and faults: %s; %d s\n' "$seeds" "$centres" "$kept" "$SECONDS"
  return "$verdict"
}

packaging/install.sh
cmake --preset "$preset"
if [ -n "$seeds" ]; then
  soak
  exit
fi
cmake --build --preset "$preset" --parallel "$(nproc)"
ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error "${selection[@]}"
