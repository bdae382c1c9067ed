// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/cbor.h"

#include <QUtf8StringView>
#include <algorithm>
#include <cbor.h>

namespace onedoor {

namespace {

constexpr std::size_t headSize = 9;

template <typename Encode>
void appendHead(QByteArray& out, Encode&& encode)
{
    unsigned char head[headSize];
    const std::size_t written = encode(head, headSize);
    out.append(reinterpret_cast<const char*>(head), qsizetype(written));
}

CborReader::Item& itemOf(void* context)
{
    return *static_cast<CborReader::Item*>(context);
}

void takeUnsigned(void* context, std::uint64_t value)
{
    itemOf(context) = {CborReader::Kind::Unsigned, value, {}};
}

void takeNegative(void* context, std::uint64_t value)
{
    itemOf(context) = {CborReader::Kind::Negative, value, {}};
}

const cbor_callbacks& callbacks()
{
    static const cbor_callbacks table = [] {
        cbor_callbacks each = cbor_empty_callbacks;
        each.uint8 = [](void* context, std::uint8_t value) { takeUnsigned(context, value); };
        each.uint16 = [](void* context, std::uint16_t value) { takeUnsigned(context, value); };
        each.uint32 = [](void* context, std::uint32_t value) { takeUnsigned(context, value); };
        each.uint64 = [](void* context, std::uint64_t value) { takeUnsigned(context, value); };
        each.negint8 = [](void* context, std::uint8_t value) { takeNegative(context, value); };
        each.negint16 = [](void* context, std::uint16_t value) { takeNegative(context, value); };
        each.negint32 = [](void* context, std::uint32_t value) { takeNegative(context, value); };
        each.negint64 = [](void* context, std::uint64_t value) { takeNegative(context, value); };
        each.byte_string = [](void* context, cbor_data data, size_t length) {
            itemOf(context) = {CborReader::Kind::Bytes, length, {reinterpret_cast<const char*>(data), qsizetype(length)}};
        };
        each.string = [](void* context, cbor_data data, size_t length) {
            itemOf(context) = {CborReader::Kind::Text, length, {reinterpret_cast<const char*>(data), qsizetype(length)}};
        };
        each.array_start = [](void* context, size_t count) { itemOf(context) = {CborReader::Kind::Array, count, {}}; };
        each.map_start = [](void* context, size_t count) { itemOf(context) = {CborReader::Kind::Map, count, {}}; };
        each.boolean = [](void* context, bool value) { itemOf(context) = {CborReader::Kind::Boolean, value ? 1U : 0U, {}}; };
        each.null = [](void* context) { itemOf(context) = {CborReader::Kind::Null, 0, {}}; };
        return each;
    }();
    return table;
}

/// Whether a head says its number in the fewest bytes; `first` is the head's first byte.
bool isShortest(unsigned char first, std::uint64_t number)
{
    switch (first & 0x1f) {
    case 24:
        return number > 23 && first >> 5 != 7; // two-byte simple values are none of ours
    case 25:
        return number > UINT8_MAX;
    case 26:
        return number > UINT16_MAX;
    case 27:
        return number > UINT32_MAX;
    default:
        return true;
    }
}

/// Names and words mostly are, and looking is quicker here than a call.
bool isAscii(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

bool isCanonical(unsigned char first, const CborReader::Item& item)
{
    if (item.kind == CborReader::Kind::Broken || !isShortest(first, item.number))
        return false;
    return item.kind != CborReader::Kind::Text || isAscii(item.view) || QUtf8StringView(item.view.data(), item.view.size()).isValidUtf8();
}

} // namespace

void CborWriter::unsignedInteger(std::uint64_t value)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_uint(value, head, size); });
}

void CborWriter::signedInteger(std::int64_t value)
{
    if (value >= 0)
        return unsignedInteger(std::uint64_t(value));
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_negint(std::uint64_t(-(value + 1)), head, size); });
}

void CborWriter::boolean(bool value)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_bool(value, head, size); });
}

void CborWriter::bytes(QByteArrayView value)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_bytestring_start(std::size_t(value.size()), head, size); });
    m_out.append(value);
}

void CborWriter::text(std::string_view utf8)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_string_start(utf8.size(), head, size); });
    m_out.append(utf8.data(), qsizetype(utf8.size()));
}

void CborWriter::array(std::size_t items)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_array_start(items, head, size); });
}

void CborWriter::map(std::size_t pairs)
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_map_start(pairs, head, size); });
}

void CborWriter::null()
{
    appendHead(m_out, [&](unsigned char* head, std::size_t size) { return cbor_encode_null(head, size); });
}

CborReader::Item CborReader::next()
{
    if (atEnd())
        return {};
    Item item{Kind::Broken, 0, {}};
    const auto* data = reinterpret_cast<const unsigned char*>(m_data.data()) + m_at;
    const cbor_decoder_result result = cbor_stream_decode(data, std::size_t(m_data.size() - m_at), &callbacks(), &item);
    if (result.status != CBOR_DECODER_FINISHED || !isCanonical(*data, item)) {
        m_at = m_data.size();
        return {Kind::Broken, 0, {}};
    }
    m_at += qsizetype(result.read);
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
