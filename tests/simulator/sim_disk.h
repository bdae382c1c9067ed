// SPDX-License-Identifier: GPL-3.0-or-later
// A disk in memory that lies as disks do: what was written is safe only after a sync, a crash keeps any part of the rest, a sync may
// fail, there may be no room, and a stored bit may flip. Rows are only ever added, in transactions; sim_log.h says what they mean.
// One thread. Errors: Full "store.full", Io "store.notDurable".
#pragma once

#include "core/journal/envelope.h"

namespace onedoor::simulator {

enum class RowKind { Machine, Identity, OwnStream, Event, Withheld, Key, Signature, PutAside, Erased };

struct Row {
    RowKind kind = RowKind::Event;
    RawId id; ///< stream of an event, a signature or a cut; person of a key; node of an identity
    std::uint64_t sequence = 0;
    QByteArray bytes;
    Hash hash{};
    bool endsTransaction = false;
};

/// A copy of a disk that somebody made.
struct DiskImage {
    std::vector<Row> rows;
};

class SimDisk {
public:
    const std::vector<Row>& rows() const { return m_rows; }
    Result<void> append(Row row);
    /// Ends the transaction and makes it safe.
    Result<void> commit();
    void rollBack();

    /// The power is gone: of what was not safe any part may be there.
    void crash(Random& random);
    /// After a crash: a torn transaction never happened.
    void dropTorn();
    /// Rows from here on are damaged or follow what is: they are put aside.
    void cutFrom(std::size_t row);

    DiskImage image() const { return {{m_rows.begin(), m_rows.begin() + std::ptrdiff_t(m_safe)}}; }
    void restore(DiskImage image);
    /// One bit of one stored event that lies at or after `from`; false when there is none.
    bool flip(std::size_t from, Random& random);
    bool hasFlipped() const { return m_hasFlipped; }
    bool isFull() const { return m_isFull; }
    void setFull(bool full) { m_isFull = full; }
    void failNextSync() { m_failsNextSync = true; }
    /// There is room again, and it lies no more.
    void heal() { m_isFull = m_failsNextSync = false; }

private:
    std::vector<Row> m_rows;
    std::size_t m_safe = 0;
    bool m_isFull = false;
    bool m_hasFlipped = false; ///< and nobody has opened it since
    bool m_failsNextSync = false;
};

} // namespace onedoor::simulator
