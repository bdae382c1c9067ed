// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/joining_copy.h"

#include <QSet>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// What stays closed to the other PC, and the people whom the rest names.
struct Sorted {
    std::vector<std::int64_t> closed; ///< arrivals
    QSet<RawId> named;
};

Result<Sorted> sortEvents(JournalStore& copy, const std::vector<QByteArray>& mayHold)
{
    Sorted sorted;
    ONEDOOR_TRY(copy.eachAfter(0, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeStoredEnvelope(row.envelope));
        if (std::find(mayHold.begin(), mayHold.end(), envelope.compartment) == mayHold.end()) {
            sorted.closed.push_back(row.arrival);
        } else {
            for (const PersonId& subject : envelope.subjects)
                sorted.named.insert(subject.raw);
        }
        return {};
    }));
    return sorted;
}

Result<void> closeEvents(JournalStore& copy, const std::vector<std::int64_t>& arrivals)
{
    for (const std::int64_t arrival : arrivals) {
        ONEDOOR_TRY(copy.database().run("INSERT INTO withheld (stream, sequence, hash) SELECT stream, sequence, hash FROM events WHERE arrival = ?1",
                                        arrival));
        ONEDOOR_TRY(copy.database().run("DELETE FROM events WHERE arrival = ?1", arrival));
    }
    return {};
}

Result<void> keepKeysOf(JournalStore& copy, const QSet<RawId>& named)
{
    std::vector<RawId> others;
    {
        ONEDOOR_ASSIGN(sqlite::Statement select, copy.database().cached("SELECT subject FROM subject_keys"));
        for (;;) {
            ONEDOOR_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            if (const RawId subject = select.id(0); !named.contains(subject))
                others.push_back(subject);
        }
    }
    for (const RawId& subject : others)
        ONEDOOR_TRY(copy.database().run("DELETE FROM subject_keys WHERE subject = ?1", subject));
    return {};
}

Result<void> withhold(JournalStore& copy, const std::vector<QByteArray>& mayHold)
{
    ONEDOOR_ASSIGN(const Sorted sorted, sortEvents(copy, mayHold));
    ONEDOOR_TRY(closeEvents(copy, sorted.closed));
    return keepKeysOf(copy, sorted.named);
}

} // namespace

Result<void> prepareForJoining(JournalStore& copy, const std::vector<QByteArray>& mayHold)
{
    ONEDOOR_TRY(copy.database().run("PRAGMA secure_delete = ON"));
    ONEDOOR_ASSIGN(sqlite::Transaction transaction, sqlite::Transaction::begin(copy.database()));
    ONEDOOR_TRY(copy.database().run("DELETE FROM own"));
    ONEDOOR_TRY(copy.database().run("DELETE FROM displaced"));
    ONEDOOR_TRY(copy.database().run("DELETE FROM receipts"));
    if (!mayHold.empty())
        ONEDOOR_TRY(withhold(copy, mayHold));
    ONEDOOR_TRY(transaction.commit());
    return copy.database().execute(u"PRAGMA journal_mode=DELETE"_s); // one file again
}

} // namespace onedoor
