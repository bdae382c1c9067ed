#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the release benchmarks and runs those whose keys are given, all of them without a key.
#   packaging/bench.sh [KEY…]
# Keys: append_durable append_batch encryption refold call_next fairness lookup live_latency estimate_coverage estimate_error sync_pull sync_push
# bootstrap sync_vs_pouchdb sync_vs_pouchdb.trip ui_stall ui_stall_sync queue_board start (and memory) past_minute hub_pg_ingest hub_pg_streams
# hub_pg_desks. One JSON object a line; what it could not measure here it says
# on standard error: sync_vs_pouchdb needs node and npm, which fetches PouchDB into the build folder once, hub_pg_* needs PostgreSQL 15.
# hub_pg_desks takes five minutes; ONEDOOR_BENCH_DESKS_SECONDS=30 is a quick look, as ONEDOOR_BENCH_PAST_EVENTS=100000 for past_minute.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packaging/install.sh
cmake --preset release >&2
cmake --build --preset release --parallel "$(nproc)" --target onedoor-bench >&2
exec build/release/bin/onedoor-bench "$@"
