// SPDX-License-Identifier: GPL-3.0-or-later
// Canonical CBOR (RFC 8949 section 4.2: shortest heads, definite lengths, valid UTF-8) for journal bytes. What is not
// canonical is broken: one value has one encoding.
// Writer appends to a buffer that its caller owns; Reader points into bytes that its caller keeps alive. Not thread-safe.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <cstdint>
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
    /// Looks at the next item without taking it.
    Item peek();
    /// Takes one whole item and gives its bytes; empty when it is broken or nested deeper than `depth`.
    QByteArrayView whole(int depth = 8);
    bool atEnd() const { return m_at == m_data.size(); }
    /// What has not been taken yet.
    QByteArrayView rest() const { return m_data.sliced(m_at); }

private:
    QByteArrayView m_data;
    qsizetype m_at = 0;
};

} // namespace onedoor
