// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical CBOR (RFC 8949 section 4.2: shortest heads, definite lengths, valid UTF-8) for journal bytes. What is not
// canonical is broken: one value has one encoding.
// Writer appends to a buffer that its caller owns; Reader points into bytes that its caller keeps alive. Not thread-safe.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace onedoor {

class CborWriter {
public:
    explicit CborWriter(QByteArray& out) : m_out(out) {}

    void unsignedInteger(std::uint64_t value);
    void signedInteger(std::int64_t value);
    void boolean(bool value);
    void bytes(QByteArrayView value);
    void text(std::string_view utf8);
    void array(std::size_t items);
    void map(std::size_t pairs);
    void null();

private:
    QByteArray& m_out;
};

class CborReader {
public:
    enum class Kind { End, Unsigned, Negative, Bytes, Text, Array, Map, Boolean, Null, Broken };
    struct Item {
        Kind kind = Kind::End;
        std::uint64_t number = 0; ///< value, boolean, count of items, or -1-value for Negative
        QByteArrayView view;      ///< bytes or UTF-8 text
    };

    explicit CborReader(QByteArrayView data) : m_data(data) {}

    /// Takes the next item head; Broken for anything that this format does not use, longer heads and truncated input included.
    Item next();
    /// Takes a byte string of exactly `size` bytes, 255 at most, and gives where they stand; null, and nothing taken, when the next item is
    /// none. Quicker than next(): ids and hashes are most of what the journal holds.
    const char* fixedBytes(std::size_t size);
    /// Takes the text when it is this one, of 255 bytes at most; otherwise false, and nothing taken.
    bool takeText(std::string_view expected);
    /// Looks at the next item without taking it.
    Item peek();
    /// Takes one whole item and gives its bytes; empty when it is broken or nested deeper than `depth`.
    QByteArrayView whole(int depth = 8);
    bool atEnd() const { return m_at == m_data.size(); }
    /// What has not been taken yet.
    QByteArrayView rest() const { return m_data.sliced(m_at); }

private:
    /// Where a string of that kind (the upper bits of its head) and size stands, should it be next; else null.
    const char* string(unsigned kind, std::size_t size);

    QByteArrayView m_data;
    qsizetype m_at = 0;
};

inline const char* CborReader::string(unsigned kind, std::size_t size)
{
    constexpr std::size_t shortHeads = 24; // shorter strings say their length in the head itself
    const std::size_t head = size < shortHeads ? 1 : 2;
    const char* const at = m_data.data() + m_at;
    if (m_data.size() - m_at < qsizetype(head + size))
        return nullptr;
    const bool isMeant = head == 1 ? at[0] == char(kind + size) : at[0] == char(kind + shortHeads) && at[1] == char(size);
    return isMeant ? at + head : nullptr;
}

inline const char* CborReader::fixedBytes(std::size_t size)
{
    const char* const found = string(0x40, size);
    if (found != nullptr)
        m_at = found + size - m_data.data();
    return found;
}

inline bool CborReader::takeText(std::string_view expected)
{
    const char* const found = string(0x60, expected.size());
    if (found == nullptr || std::memcmp(found, expected.data(), expected.size()) != 0)
        return false;
    m_at = found + expected.size() - m_data.data();
    return true;
}

} // namespace onedoor
