// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/lookup_rows.h"

#include <QStringEncoder>
#include <algorithm>
#include <tuple>
#include <utility>

namespace onedoor {

namespace {

/// Orders as the bytes do; a shorter key is filled up with zeros, which no key holds.
std::uint64_t firstBytes(std::string_view key)
{
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < sizeof number; ++at)
        number = number << 8 | (at < key.size() ? static_cast<unsigned char>(key[at]) : 0U);
    return number;
}

} // namespace

void LookupRows::add(const FoundBy& person)
{
    for (const QString& key : lookupKeys(person.fields))
        addKey(key, person.person);
}

void LookupRows::addKey(const QString& key, std::int64_t person)
{
    QStringEncoder encoder(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const qsizetype offset = m_bytes.size();
    m_bytes.resize(offset + encoder.requiredSpace(key.size()));
    const char* const end = encoder.appendToBuffer(m_bytes.data() + offset, key);
    m_bytes.resize(end - m_bytes.constData());
    Row row{.begin = 0, .person = person, .offset = std::uint32_t(offset), .size = std::uint32_t(m_bytes.size() - offset)};
    row.begin = firstBytes(textOf(row));
    m_rows.push_back(row);
    m_isSorted = false;
}

void LookupRows::sort()
{
    if (std::exchange(m_isSorted, true))
        return;
    std::sort(m_rows.begin(), m_rows.end(), [this](const Row& one, const Row& other) {
        if (one.begin != other.begin)
            return one.begin < other.begin;
        return std::tuple(textOf(one), one.person) < std::tuple(textOf(other), other.person);
    });
}

void LookupRows::clear()
{
    m_rows.clear();
    m_bytes.resize(0);
    m_isSorted = true;
}

} // namespace onedoor
