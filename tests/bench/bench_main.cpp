// SPDX-License-Identifier: GPL-3.0-or-later
// onedoor-bench [KEY…]: measures, prints one JSON object a line, exits 1 when a bound does not hold.
#include "tests/bench/bench_store.h"

#include <QApplication>
#include <cstdio>

using namespace onedoor::bench;

int main(int argc, char** argv)
{
    // Windows are shown to nobody, whatever screen there is.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().mid(1);
    if (wanted.value(0) == QStringLiteral("--start"))
        return startedDesk(wanted.mid(1));
    const std::pair<QString, bool (*)()> benches[] = {{QStringLiteral("append_durable"), benchAppendDurable},
                                                      {QStringLiteral("append_batch"), benchAppendBatch},
                                                      {QStringLiteral("encryption"), benchEncryption},
                                                      {QStringLiteral("refold"), benchRefold},
                                                      {QStringLiteral("call_next"), benchCallNext},
                                                      {QStringLiteral("fairness"), benchFairness},
                                                      {QStringLiteral("lookup"), benchLookup},
                                                      {QStringLiteral("live_latency"), benchLive},
                                                      {QStringLiteral("estimate_coverage"), benchEstimateCoverage},
                                                      {QStringLiteral("estimate_error"), benchEstimateError},
                                                      {QStringLiteral("sync_pull"), benchPull},
                                                      {QStringLiteral("sync_push"), benchPush},
                                                      {QStringLiteral("bootstrap"), benchBootstrap},
                                                      {QStringLiteral("sync_vs_pouchdb"), benchPouch},
                                                      {QStringLiteral("sync_vs_pouchdb.trip"), benchPouchTrip},
                                                      {QStringLiteral("ui_stall"), benchUiStallRehearsal},
                                                      {QStringLiteral("ui_stall_sync"), benchUiStall},
                                                      {QStringLiteral("queue_board"), benchQueueBoard},
                                                      {QStringLiteral("start"), benchStart},
                                                      {QStringLiteral("past_minute"), benchPast},
#ifdef ONEDOOR_POSTGRES_HUB
                                                      {QStringLiteral("hub_pg_ingest"), benchHubIngest},
                                                      {QStringLiteral("hub_pg_streams"), benchHubStreams},
                                                      {QStringLiteral("hub_pg_desks"), benchHubDesks},
#endif
    };
    bool holds = true;
    int ran = 0;
    for (const auto& [key, bench] : benches) {
        // A key with a dot belongs to the one before the dot and can be asked for alone.
        if (!wanted.isEmpty() && !wanted.contains(key) && !wanted.contains(key.section(QLatin1Char('.'), 0, 0)))
            continue;
        ++ran;
        holds = bench() && holds;
    }
    if (ran == 0)
        std::fprintf(stderr, "no such figure; known: append_durable append_batch encryption refold call_next fairness lookup live_latency"
                             " estimate_coverage estimate_error sync_pull sync_push bootstrap sync_vs_pouchdb sync_vs_pouchdb.trip ui_stall ui_stall_sync queue_board start past_minute hub_pg_ingest hub_pg_streams hub_pg_desks\n");
    return holds && ran > 0 ? 0 : 1;
}
