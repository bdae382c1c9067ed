#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the release benchmarks and runs those whose keys are given, all of them without a key.
#   packaging/bench.sh [KEY…]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packaging/install.sh
cmake --preset release >&2
cmake --build --preset release --parallel "$(nproc)" --target onedoor-bench >&2
exec build/release/bin/onedoor-bench "$@"
