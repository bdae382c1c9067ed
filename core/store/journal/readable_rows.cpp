// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/readable_rows.h"

#include <QFileInfo>
#include <QHash>
#include <algorithm>
#include <vector>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool isDamage(const Error& error)
{
    return error.kind == ErrorKind::Corrupt || error.kind == ErrorKind::Io || error.kind == ErrorKind::WrongKey;
}

class RowScan {
public:
    RowScan(sqlite::Database& journal, const RowVisitor& visitor) : m_journal(journal), m_visitor(visitor) {}

    Result<void> run()
    {
        ONEDOOR_TRY(readStreams());
        while (!m_done) {
            ONEDOOR_TRY(scanOn());
            if (!m_done)
                ONEDOOR_TRY(probeOn());
        }
        return {};
    }

private:
    /// The names of the streams are few and lie on one page; what can't be read here the envelopes still say themselves.
    Result<void> readStreams()
    {
        ONEDOOR_ASSIGN(sqlite::Statement select, m_journal.cached("SELECT number, stream FROM streams"));
        for (;;) {
            const Result<bool> row = select.step();
            if (!row)
                return isDamage(row.error()) ? Result<void>() : Result<void>(Unexpected(row.error()));
            if (!*row)
                return {};
            m_streams.insert(select.integer(0), StreamId(select.id(1)));
        }
    }

    Result<void> give(const sqlite::Statement& select)
    {
        m_last = select.integer(0);
        const std::int64_t number = select.integer(1);
        return m_visitor.row({m_last, m_streams.value(number), number, select.integer(2), select.blob(3), select.blob(4), select.blob(5)});
    }

    /// Row after row until the end or the first damage.
    Result<void> scanOn()
    {
        ONEDOOR_ASSIGN(sqlite::Statement select, m_journal.cached("SELECT arrival, stream, sequence, record, hash, envelope FROM events"
                                                                  " WHERE arrival > ?1 ORDER BY arrival"));
        select.bind(1, m_last);
        for (;;) {
            const Result<bool> row = select.step();
            if (!row && isDamage(row.error()))
                return {};
            ONEDOOR_TRY(row);
            if (!*row) {
                m_done = true;
                return {};
            }
            ONEDOOR_TRY(give(select));
        }
    }

    /// One arrival number after the other until a row can be read again.
    Result<void> probeOn()
    {
        if (m_newest == 0)
            ONEDOOR_TRY(findNewest());
        ONEDOOR_ASSIGN(sqlite::Statement select, m_journal.cached("SELECT arrival, stream, sequence, record, hash, envelope FROM events"
                                                                  " WHERE arrival = ?1"));
        while (m_last < m_newest) {
            const Result<bool> row = select.bind(1, m_last + 1).step();
            if (row && *row) {
                tellLost(m_lost.size());
                return give(select);
            }
            if (!row) {
                if (!isDamage(row.error()))
                    return Unexpected(row.error());
                m_lost.emplace_back(m_last + 1, row.error());
                if (!m_newestIsGuess)
                    tellLost(1);
            }
            ++m_last;
        }
        tellLost(1); // of a guessed end only the first number is sure to have been there
        m_done = true;
        return {};
    }

    void tellLost(std::size_t atMost)
    {
        for (std::size_t at = 0; at < std::min(atMost, m_lost.size()); ++at)
            m_visitor.lost(m_lost[at].first, m_lost[at].second);
        m_lost.clear();
    }

    /// The table's right edge may be what is damaged; an index knows the newest arrival too.
    Result<void> findNewest()
    {
        for (const char* sql : {"SELECT max(arrival) FROM events", "SELECT max(arrival) FROM (SELECT arrival FROM events INDEXED BY events_by_stream)",
                                "SELECT max(arrival) FROM (SELECT arrival FROM events INDEXED BY events_by_record)"}) {
            ONEDOOR_ASSIGN(sqlite::Statement select, m_journal.prepare(QString::fromLatin1(sql)));
            const Result<bool> row = select.step();
            if (row && *row) {
                m_newest = std::max(m_newest, select.integer(0));
                return {};
            }
            if (!row && !isDamage(row.error()))
                return Unexpected(row.error());
        }
        constexpr qint64 smallestRow = 256; // bytes of an envelope with its two index entries
        m_newest = std::max(m_last, std::int64_t(QFileInfo(m_journal.path()).size() / smallestRow));
        m_newestIsGuess = true;
        return {};
    }

    sqlite::Database& m_journal;
    const RowVisitor& m_visitor;
    QHash<std::int64_t, StreamId> m_streams;
    std::int64_t m_last = 0;
    std::int64_t m_newest = 0;
    bool m_newestIsGuess = false; ///< no index could be read: the file's size says what there may be at most
    std::vector<std::pair<std::int64_t, Error>> m_lost; ///< not told yet
    bool m_done = false;
};

} // namespace

Result<void> eachReadableRow(sqlite::Database& journal, const RowVisitor& visitor)
{
    return RowScan(journal, visitor).run();
}

} // namespace onedoor
