// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/cbor.h"

#include <QUtf8StringView>
#include <array>
#include <cstring>

namespace onedoor {

namespace {

using Kind = CborReader::Kind;

enum class Major : unsigned char { Unsigned, Negative, Bytes, Text, Array, Map, Tag, Simple }; ///< the upper three bits of a head

constexpr unsigned majorShift = 5;
constexpr unsigned numberBits = 0x1f;
constexpr unsigned longHead = 24; ///< from here on 1, 2, 4 or 8 bytes follow with the number
constexpr unsigned longHeads = 4;
constexpr unsigned byteBits = 8;
constexpr unsigned char falseHead = 0xf4;
constexpr unsigned char trueHead = 0xf5;
constexpr unsigned char nullHead = 0xf6;
constexpr std::size_t headSize = 9;

void appendHead(QByteArray& out, Major major, std::uint64_t number)
{
    std::array<char, headSize> head;
    const unsigned char kind = static_cast<unsigned char>(static_cast<unsigned>(major) << majorShift);
    if (number < longHead) {
        out.append(static_cast<char>(kind | number));
        return;
    }
    const unsigned step = number <= UINT8_MAX ? 0 : number <= UINT16_MAX ? 1 : number <= UINT32_MAX ? 2 : 3;
    const std::size_t size = std::size_t(1) << step;
    head[0] = static_cast<char>(kind | (longHead + step));
    for (std::size_t at = 0; at < size; ++at)
        head[1 + at] = static_cast<char>(number >> (byteBits * (size - 1 - at)));
    out.append(head.data(), qsizetype(1 + size));
}

/// A head's number and how many bytes the head takes; 0: it is cut short, or its number could have been said in fewer.
struct Head {
    std::uint64_t number = 0;
    std::size_t size = 0;
};

Head headOf(const unsigned char* data, std::size_t left)
{
    const unsigned info = *data & numberBits;
    if (info < longHead)
        return {info, 1};
    const unsigned step = info - longHead;
    const std::size_t size = std::size_t(1) << step;
    if (step >= longHeads || left <= size)
        return {};
    std::uint64_t number = 0;
    for (std::size_t at = 1; at <= size; ++at)
        number = number << byteBits | data[at];
    const std::uint64_t least = step == 0 ? longHead : std::uint64_t(1) << (byteBits * size / 2);
    return number < least ? Head{} : Head{number, 1 + size};
}

/// Names and words mostly are, and looking is quicker here than a call.
bool isAscii(QByteArrayView text)
{
    constexpr std::uint64_t highBits = 0x8080808080808080;
    const char* at = text.data();
    const char* const end = at + text.size();
    std::uint64_t found = 0;
    for (; end - at >= qsizetype(sizeof found); at += sizeof found) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        found |= word;
    }
    for (; at != end; ++at)
        found |= static_cast<unsigned char>(*at);
    return (found & highBits) == 0;
}

bool isUtf8(QByteArrayView text)
{
    return isAscii(text) || QUtf8StringView(text.data(), text.size()).isValidUtf8();
}

CborReader::Item simpleOf(unsigned char head)
{
    switch (head) {
    case falseHead:
        return {Kind::Boolean, 0, {}};
    case trueHead:
        return {Kind::Boolean, 1, {}};
    case nullHead:
        return {Kind::Null, 0, {}};
    default:
        return {Kind::Broken, 0, {}};
    }
}

CborReader::Item itemAt(const unsigned char* data, const Head& head, std::size_t left)
{
    const auto major = static_cast<Major>(*data >> majorShift);
    const bool isString = major == Major::Bytes || major == Major::Text;
    if (head.size == 0 || (isString && head.number > left - head.size))
        return {Kind::Broken, 0, {}};
    const QByteArrayView inside(reinterpret_cast<const char*>(data) + head.size, isString ? qsizetype(head.number) : 0);
    switch (major) {
    case Major::Unsigned:
        return {Kind::Unsigned, head.number, {}};
    case Major::Negative:
        return {Kind::Negative, head.number, {}};
    case Major::Bytes:
        return {Kind::Bytes, head.number, inside};
    case Major::Text:
        return {isUtf8(inside) ? Kind::Text : Kind::Broken, head.number, inside};
    case Major::Array:
        return {Kind::Array, head.number, {}};
    case Major::Map:
        return {Kind::Map, head.number, {}};
    case Major::Simple:
        return simpleOf(*data);
    case Major::Tag:
        break; // none of ours
    }
    return {Kind::Broken, 0, {}};
}

} // namespace

void CborWriter::unsignedInteger(std::uint64_t value)
{
    appendHead(m_out, Major::Unsigned, value);
}

void CborWriter::signedInteger(std::int64_t value)
{
    if (value >= 0)
        return unsignedInteger(std::uint64_t(value));
    appendHead(m_out, Major::Negative, std::uint64_t(-(value + 1)));
}

void CborWriter::boolean(bool value)
{
    m_out.append(static_cast<char>(value ? trueHead : falseHead));
}

void CborWriter::bytes(QByteArrayView value)
{
    appendHead(m_out, Major::Bytes, std::uint64_t(value.size()));
    m_out.append(value);
}

void CborWriter::text(std::string_view utf8)
{
    appendHead(m_out, Major::Text, utf8.size());
    m_out.append(utf8.data(), qsizetype(utf8.size()));
}

void CborWriter::array(std::size_t items)
{
    appendHead(m_out, Major::Array, items);
}

void CborWriter::map(std::size_t pairs)
{
    appendHead(m_out, Major::Map, pairs);
}

void CborWriter::null()
{
    m_out.append(static_cast<char>(nullHead));
}

CborReader::Item CborReader::next()
{
    if (atEnd())
        return {};
    const auto* const data = reinterpret_cast<const unsigned char*>(m_data.data()) + m_at;
    const std::size_t left = std::size_t(m_data.size() - m_at);
    const Head head = headOf(data, left);
    const Item item = itemAt(data, head, left);
    if (item.kind == Kind::Broken) {
        m_at = m_data.size();
        return {Kind::Broken, 0, {}};
    }
    m_at += qsizetype(head.size) + item.view.size();
    return item;
}

CborReader::Item CborReader::peek()
{
    const qsizetype before = m_at;
    const Item item = next();
    m_at = before;
    return item;
}

QByteArrayView CborReader::whole(int depth)
{
    const qsizetype start = m_at;
    const Item item = next();
    std::uint64_t inside = 0;
    if (item.kind == Kind::Broken || item.kind == Kind::End || depth == 0)
        return {};
    if (item.kind == Kind::Array)
        inside = item.number;
    if (item.kind == Kind::Map)
        inside = item.number > UINT64_MAX / 2 ? UINT64_MAX : item.number * 2;
    for (; inside > 0; --inside) {
        if (whole(depth - 1).isEmpty())
            return {};
    }
    return m_data.sliced(start, m_at - start);
}

} // namespace onedoor
