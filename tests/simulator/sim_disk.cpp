// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_disk.h"

namespace onedoor::simulator {

using namespace Qt::StringLiterals;

Result<void> SimDisk::append(Row row)
{
    if (m_isFull)
        return fail(ErrorKind::Full, u"store.full"_s);
    m_rows.push_back(std::move(row));
    return {};
}

Result<void> SimDisk::commit()
{
    if (m_rows.size() > m_safe)
        m_rows.back().endsTransaction = true;
    if (std::exchange(m_failsNextSync, false))
        return fail(ErrorKind::Io, u"store.notDurable"_s);
    m_safe = m_rows.size();
    return {};
}

void SimDisk::rollBack()
{
    m_rows.resize(m_safe);
}

void SimDisk::crash(Random& random)
{
    m_rows.resize(m_safe + std::size_t(random.below(m_rows.size() - m_safe + 1)));
    m_failsNextSync = false;
}

void SimDisk::dropTorn()
{
    while (!m_rows.empty() && !m_rows.back().endsTransaction)
        m_rows.pop_back();
    m_safe = m_rows.size();
    m_hasFlipped = false;
}

void SimDisk::cutFrom(std::size_t row)
{
    m_rows.resize(row);
    if (!m_rows.empty())
        m_rows.back().endsTransaction = true;
    m_safe = m_rows.size();
}

void SimDisk::restore(DiskImage image)
{
    m_rows = std::move(image.rows);
    m_safe = m_rows.size();
    m_failsNextSync = false;
}

bool SimDisk::flip(std::size_t from, Random& random)
{
    std::vector<std::size_t> events;
    for (std::size_t row = from; row < m_rows.size(); ++row) {
        if (m_rows[row].kind == RowKind::Event)
            events.push_back(row);
    }
    if (events.empty())
        return false;
    QByteArray& bytes = m_rows[events[random.below(events.size())]].bytes;
    const qsizetype at = qsizetype(random.below(std::uint64_t(bytes.size())));
    m_hasFlipped = true;
    bytes[at] = char(bytes[at] ^ (1 << random.below(8)));
    return true;
}

} // namespace onedoor::simulator
