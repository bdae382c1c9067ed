// SPDX-License-Identifier: GPL-3.0-or-later
// encryption: the same work on a store with its cipher and on one without. The cipher is the only difference: personal fields are sealed
// in both.
#include "core/store/reader.h"
#include "core/store/views/person_queries.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"

namespace onedoor::bench {

namespace {

constexpr std::uint64_t events = 40'000;
constexpr int rounds = 15;
const Bound bound{.atMost = 1.25};

double append(BenchStore& store)
{
    constexpr int visitors = 200;
    store.nextDay(); // numbers begin anew
    std::vector<VisitRegister> visits;
    visits.reserve(visitors);
    for (int at = 0; at < visitors; ++at)
        visits.push_back(store.visitor());
    return timed([&] {
               must(store.runner().begin());
               for (int at = 0; at < visitors; ++at)
                   store.registerOne(visits[std::size_t(at)], false);
               must(store.runner().commit());
           })
        / visitors;
}

double scan(BenchStore& store, std::int64_t& count)
{
    // A fresh connection each time: pages must be read and deciphered again, as a verification would.
    const std::unique_ptr<Reader> reader = must(Reader::open(store.paths(), store.key(), store.cipher(), store.random()));
    count = 0;
    const double took = timed([&] {
        must(reader->journal().eachAfter(0, [&](const JournalRow&) -> Result<void> {
            ++count;
            return {};
        }));
    });
    return took / double(count);
}

/// On a connection that stays open, as the program's readers do; what it has read it keeps deciphered until somebody writes. Typed as at a
/// desk: a look-up after each key.
double lookup(Reader& reader, QDate today)
{
    const QStringList texts{QStringLiteral("zhangwei"), QStringLiteral("ly"), QStringLiteral("13812"), QStringLiteral("0123"), QStringLiteral("ouyang")};
    int lookups = 0;
    const double took = timed([&] {
        for (const QString& text : texts) {
            for (qsizetype typed = 1; typed <= text.size(); ++typed, ++lookups)
                must(queries::lookupPersons(reader.views(), text.first(typed), today, 20));
        }
    });
    return took / lookups;
}

} // namespace

bool benchEncryption()
{
    BenchStore keyed;
    BenchStore plain({.cipher = sqlite::Cipher::None});
    for (BenchStore* store : {&keyed, &plain}) {
        store->rehearseAtLeast(events);
        store->runner().idle();
    }
    Samples keyedAppend, plainAppend, keyedScan, plainScan, keyedLookup, plainLookup;
    const std::unique_ptr<Reader> keyedReader = must(Reader::open(keyed.paths(), keyed.key(), keyed.cipher(), keyed.random()));
    const std::unique_ptr<Reader> plainReader = must(Reader::open(plain.paths(), plain.key(), plain.cipher(), plain.random()));
    std::int64_t count = 0;
    for (int round = 0; round < rounds; ++round) {
        keyedAppend.push_back(append(keyed));
        plainAppend.push_back(append(plain));
        keyedScan.push_back(scan(keyed, count));
        plainScan.push_back(scan(plain, count));
        const QDate today = keyed.clock().now().dateAt(keyed.centre().offsetMinutes);
        keyedLookup.push_back(lookup(*keyedReader, today));
        plainLookup.push_back(lookup(*plainReader, today));
    }
    bool holds = report(QStringLiteral("encryption.append"), keyedAppend, plainAppend, bound);
    holds = report(QStringLiteral("encryption.scan"), keyedScan, plainScan, bound) && holds;
    return report(QStringLiteral("encryption.look-up"), keyedLookup, plainLookup, bound) && holds;
}

} // namespace onedoor::bench
