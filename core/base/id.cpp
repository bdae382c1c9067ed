// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include <sodium.h>

namespace onedoor {

QString RawId::toString() const
{
    return QString::fromLatin1(view().toByteArray().toHex());
}

std::optional<RawId> RawId::fromString(QStringView text)
{
    if (text.size() != 32)
        return std::nullopt;
    RawId id;
    for (std::size_t at = 0; at < id.bytes.size(); ++at) {
        int value = 0;
        for (qsizetype digit = 0; digit < 2; ++digit) {
            const char16_t c = text[qsizetype(at) * 2 + digit].unicode();
            int nibble = -1;
            if (c >= u'0' && c <= u'9')
                nibble = c - u'0';
            else if (c >= u'a' && c <= u'f')
                nibble = c - u'a' + 10;
            else if (c >= u'A' && c <= u'F')
                nibble = c - u'A' + 10;
            if (nibble < 0)
                return std::nullopt;
            value = value * 16 + nibble;
        }
        id.bytes[at] = static_cast<unsigned char>(value);
    }
    return id;
}

std::optional<RawId> RawId::fromBytes(QByteArrayView bytes)
{
    RawId id;
    if (bytes.size() != qsizetype(id.bytes.size()))
        return std::nullopt;
    std::memcpy(id.bytes.data(), bytes.data(), id.bytes.size());
    return id;
}

RawId RawId::make(Instant now, Random& random)
{
    RawId id;
    random.fill(id.bytes);
    const auto milliseconds = static_cast<std::uint64_t>(now.milliseconds);
    for (int at = 0; at < 6; ++at)
        id.bytes[std::size_t(at)] = static_cast<unsigned char>(milliseconds >> (40 - 8 * at));
    id.bytes[6] = static_cast<unsigned char>(0x70 | (id.bytes[6] & 0x0f));
    id.bytes[8] = static_cast<unsigned char>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

RawId RawId::next() const
{
    RawId id = *this;
    // Only the 62 random bits behind the variant count up; they are too many ever to run over.
    for (std::size_t at = 15; at > 8; --at) {
        if (++id.bytes[at] != 0)
            return id;
    }
    id.bytes[8] = static_cast<unsigned char>(0x80 | ((id.bytes[8] + 1) & 0x3f));
    return id;
}

RawId RawId::named(QByteArrayView name)
{
    RawId id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(name.data()),
                       static_cast<unsigned long long>(name.size()), nullptr, 0);
    id.bytes[6] = static_cast<unsigned char>(0x80 | (id.bytes[6] & 0x0f)); // RFC 9562 version 8: made by its owner's rule
    id.bytes[8] = static_cast<unsigned char>(0x80 | (id.bytes[8] & 0x3f));
    return id;
}

} // namespace onedoor
