// SPDX-License-Identifier: GPL-3.0-or-later
// Id<Tag>: the identity of a record, 16 bytes after RFC 9562 UUID version 7, so that ids made later sort later and journal
// indexes grow at their right edge. A default Id is null. Plain value, any thread.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>
#include <algorithm>
#include <array>
#include <compare>
#include <cstring>
#include <optional>

namespace onedoor {

/// The 16 bytes below every Id; journal and store handle these without knowing whose id it is.
struct RawId {
    std::array<unsigned char, 16> bytes{};

    friend auto operator<=>(const RawId&, const RawId&) = default;
    /// Two words instead of a call: the fold compares ids by the million.
    friend bool operator==(const RawId& a, const RawId& b) { return a.word(0) == b.word(0) && a.word(1) == b.word(1); }
    bool isNull() const { return (word(0) | word(1)) == 0; }
    explicit operator bool() const { return !isNull(); }
    QByteArrayView view() const { return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())}; }

    /// 32 lower-case hexadecimal digits.
    QString toString() const;
    /// Nothing unless the text is exactly 32 hexadecimal digits.
    static std::optional<RawId> fromString(QStringView text);
    /// Nothing unless there are exactly 16 bytes.
    static std::optional<RawId> fromBytes(QByteArrayView bytes);
    static RawId make(Instant now, Random& random);
    /// The same 16 bytes for the same name: records whose identity follows from what they are (a number series on a day).
    static RawId named(QByteArrayView name);
    /// The next higher id of the same kind.
    RawId next() const;
    bool isNamed() const { return (bytes[6] >> 4) == 8; }

private:
    std::uint64_t word(std::size_t at) const
    {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at * sizeof word, sizeof word);
        return word;
    }
};

inline size_t qHash(const RawId& id, size_t seed = 0)
{
    // Version 7 ids carry their random part at the end; that is all a hash table needs.
    std::uint64_t tail = 0;
    std::memcpy(&tail, id.bytes.data() + 8, sizeof tail);
    return ::qHash(tail, seed);
}

template <typename Tag>
struct Id {
    RawId raw;

    Id() = default;
    explicit Id(RawId value) : raw(value) {}
    friend auto operator<=>(const Id&, const Id&) = default;
    bool isNull() const { return raw.isNull(); }
    explicit operator bool() const { return !raw.isNull(); }
    QString toString() const { return raw.toString(); }
    static Id make(Instant now, Random& random) { return Id(RawId::make(now, random)); }
    static std::optional<Id> fromString(QStringView text)
    {
        const auto value = RawId::fromString(text);
        return value ? std::optional<Id>(Id(*value)) : std::nullopt;
    }
};

template <typename Tag>
size_t qHash(const Id<Tag>& id, size_t seed = 0)
{
    return qHash(id.raw, seed);
}

} // namespace onedoor

template <>
struct std::hash<onedoor::RawId> {
    /// Seeded: ids come from other nodes too, and nobody may choose them so that a table degenerates.
    std::size_t operator()(const onedoor::RawId& id) const noexcept { return onedoor::qHash(id, QHashSeed::globalSeed()); }
};
template <typename Tag>
struct std::hash<onedoor::Id<Tag>> {
    std::size_t operator()(const onedoor::Id<Tag>& id) const noexcept { return std::hash<onedoor::RawId>()(id.raw); }
};
