// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a message of the protocol item by item; after the first thing that does not fit everything is refused. The bytes come from outside
// and outlive the reader. One thread.
#pragma once

#include "core/journal/cbor.h"
#include "core/sync/messages.h"

#include <cstring>

namespace onedoor::sync {

class MessageReader {
public:
    explicit MessageReader(QByteArrayView bytes) : m_reader(bytes) {}

    bool good() const { return m_good; }
    bool finished() const { return m_good && m_reader.atEnd(); }
    void array(std::uint64_t items) { m_good = m_good && count(items) == items; }
    /// How many items follow; 0 when it is no array or longer than that.
    std::uint64_t count(std::uint64_t atMost)
    {
        const CborReader::Item item = take(CborReader::Kind::Array);
        m_good = m_good && item.number <= atMost;
        return m_good ? item.number : 0;
    }
    std::uint64_t number(std::uint64_t atMost = INT64_MAX)
    {
        const CborReader::Item item = take(CborReader::Kind::Unsigned);
        m_good = m_good && item.number <= atMost;
        return m_good ? item.number : 0;
    }
    bool flag() { return take(CborReader::Kind::Boolean).number != 0; }
    QByteArray bytes(qsizetype atMost)
    {
        const CborReader::Item item = take(CborReader::Kind::Bytes);
        m_good = m_good && item.view.size() <= atMost;
        return m_good ? item.view.toByteArray() : QByteArray();
    }
    QString text(qsizetype atMost)
    {
        const CborReader::Item item = take(CborReader::Kind::Text);
        m_good = m_good && item.view.size() <= atMost;
        return m_good ? QString::fromUtf8(item.view) : QString();
    }
    RawId id()
    {
        const std::optional<RawId> id = RawId::fromBytes(take(CborReader::Kind::Bytes).view);
        m_good = m_good && id.has_value();
        return id.value_or(RawId{});
    }
    Hash hash()
    {
        const CborReader::Item item = take(CborReader::Kind::Bytes);
        Hash hash{};
        m_good = m_good && item.view.size() == qsizetype(hash.size());
        if (m_good)
            std::memcpy(hash.data(), item.view.data(), hash.size());
        return hash;
    }
    Instant instant() { return {std::int64_t(number())}; }
    Head head()
    {
        Head head;
        head.sequence = number();
        head.hash = hash();
        return head;
    }
    bool isArrayNext() { return m_reader.peek().kind == CborReader::Kind::Array; }
    void refuse() { m_good = false; }

private:
    CborReader::Item take(CborReader::Kind kind)
    {
        const CborReader::Item item = m_good ? m_reader.next() : CborReader::Item{};
        m_good = m_good && item.kind == kind;
        return m_good ? item : CborReader::Item{};
    }
    CborReader m_reader;
    bool m_good = true;
};

} // namespace onedoor::sync
