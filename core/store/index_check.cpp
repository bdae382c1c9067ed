// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/index_check.h"

#include <QVarLengthArray>
#include <cstring>
#include <sodium.h>
#include <string>
#include <utility>

namespace onedoor {

static_assert(crypto_shorthash_KEYBYTES == 16);

namespace {

std::uint64_t hashOfBytes(const void* bytes, std::size_t size, const unsigned char* key)
{
    std::uint64_t hash = 0;
    static_assert(sizeof hash == crypto_shorthash_BYTES);
    crypto_shorthash(reinterpret_cast<unsigned char*>(&hash), static_cast<const unsigned char*>(bytes), size, key);
    return hash;
}

} // namespace

IndexCheck::IndexCheck(Random& random)
{
    random.fill(m_key);
}

std::uint64_t IndexCheck::hashOfPlace(std::int64_t stream, std::int64_t sequence, std::int64_t arrival) const
{
    const std::array<std::int64_t, 3> entry{stream, sequence, arrival};
    return hashOfBytes(entry.data(), sizeof entry, m_key.data());
}

std::uint64_t IndexCheck::hashOfRecord(QByteArrayView record, std::int64_t arrival) const
{
    QVarLengthArray<char, 64> entry(qsizetype(sizeof arrival) + record.size());
    std::memcpy(entry.data(), &arrival, sizeof arrival);
    std::memcpy(entry.data() + sizeof arrival, record.data(), std::size_t(record.size()));
    return hashOfBytes(entry.constData(), std::size_t(entry.size()), m_key.data());
}

void IndexCheck::add(const StoredRow& row)
{
    m_rows.places += hashOfPlace(row.streamNumber, row.sequence, row.arrival);
    m_rows.records += hashOfRecord(row.record, row.arrival);
    ++m_rows.placesCount;
    ++m_rows.recordsCount;
}

Result<bool> IndexCheck::readIndexes(JournalStore& journal)
{
    ONEDOOR_ASSIGN(const bool placesStand, readPlaces(journal.database()));
    if (!placesStand)
        return false;
    return readRecords(journal.database());
}

Result<bool> IndexCheck::readPlaces(sqlite::Database& journal)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   journal.cached("SELECT stream, sequence, arrival FROM events INDEXED BY events_by_stream"));
    std::pair<std::int64_t, std::int64_t> before{INT64_MIN, INT64_MIN};
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return true;
        const std::pair here{select.integer(0), select.integer(1)};
        if (here <= before)
            return false;
        before = here;
        m_indexes.places += hashOfPlace(here.first, here.second, select.integer(2));
        ++m_indexes.placesCount;
    }
}

Result<bool> IndexCheck::readRecords(sqlite::Database& journal)
{
    ONEDOOR_ASSIGN(sqlite::Statement select,
                   journal.cached("SELECT record, arrival FROM events INDEXED BY events_by_record"));
    std::string recordBefore;
    std::int64_t arrivalBefore = INT64_MIN;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return true;
        const QByteArrayView record = select.blob(0);
        const std::int64_t arrival = select.integer(1);
        const int order = recordBefore.compare(std::string_view(record.data(), std::size_t(record.size())));
        if (order > 0 || (order == 0 && arrival <= arrivalBefore))
            return false;
        if (order != 0)
            recordBefore.assign(record.data(), std::size_t(record.size()));
        arrivalBefore = arrival;
        m_indexes.records += hashOfRecord(record, arrival);
        ++m_indexes.recordsCount;
    }
}

} // namespace onedoor
