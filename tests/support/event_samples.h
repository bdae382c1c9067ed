// SPDX-License-Identifier: GPL-3.0-or-later
// Any described struct filled from its own description: every field set, or any field set to anything that the journal may hold.
// The same random source gives the same values: the golden files are made with it, so its draws are part of what they say.
#pragma once

#include "core/base/clock.h"
#include "core/base/fields.h"
#include "core/base/id.h"
#include "core/domain/event.h"

#include <QDate>
#include <QString>
#include <algorithm>
#include <array>
#include <limits>

namespace onedoor::samples {

inline constexpr Instant start{1'772'413'200'000}; ///< 2026-03-02T09:00:00+08:00

class Filler {
public:
    Filler(Random& random, bool everything) : m_random(random), m_everything(everything) {}

    template <Described T>
    T make()
    {
        T value{};
        T::fields(value, [&](const Field& field, auto& member) {
            if (m_everything || m_random.below(4) != 0)
                fill(field, member);
        });
        return value;
    }

private:
    void fill(const Field& field, QString& value) { value = m_everything ? plainText(field) : anyText(field); }
    void fill(const Field&, QByteArray& value)
    {
        value.resize(32);
        m_random.fill({reinterpret_cast<unsigned char*>(value.data()), std::size_t(value.size())});
    }
    void fill(const Field&, QDate& value) { value = QDate(1950, 1, 1).addDays(qint64(m_random.below(36'500))); }
    void fill(const Field&, Instant& value) { value = start.plusSeconds(std::int64_t(m_random.below(100'000'000))); }
    void fill(const Field&, RawId& value) { value = RawId::make(start, m_random); }
    template <typename Tag>
    void fill(const Field&, Id<Tag>& value) { value = Id<Tag>::make(start, m_random); }
    void fill(const Field&, bool& value) { value = true; }
    template <typename T>
        requires std::is_integral_v<T>
    void fill(const Field&, T& value)
    {
        const bool isLarge = !m_everything && m_random.below(4) == 0;
        value = isLarge ? std::numeric_limits<T>::max() : static_cast<T>(1 + m_random.below(1000));
    }
    template <Worded T>
    void fill(const Field&, T& value)
    {
        const auto& words = EnumWords<T>::values;
        value = words[m_everything ? words.size() - 1 : std::size_t(m_random.below(words.size()))].first;
    }
    template <typename T>
    void fill(const Field& field, std::vector<T>& values)
    {
        values.resize(m_everything ? 2 : std::size_t(m_random.below(std::uint64_t(std::min(field.limit, 6)) + 1)));
        for (T& each : values)
            fill(field.atMost(200), each);
    }
    template <typename T>
    void fill(const Field& field, std::optional<T>& value)
    {
        value.emplace();
        if (m_everything || m_random.below(3) != 0) // present and empty clears
            fill(field, *value);
    }

    /// The field's own name and a number: to be read by people in the golden files.
    QString plainText(const Field& field)
    {
        const QString text = QString::fromLatin1(field.name) + QChar(0x7b2c) + QString::number(m_random.below(1000)) + QChar(0x53f7);
        return text.left(field.limit);
    }
    /// Code points of every length in UTF-8, a byte order mark and a NUL among them; short, or as long as the field allows.
    QString anyText(const Field& field)
    {
        static constexpr char32_t letters[] = {U'a', U' ', U'\n', U'\0', U'\u00e9', U'\u738b', U'\ufeff', U'\ufffd', U'\U00020bb7', U'\U0010ffff'};
        const std::uint64_t limit = std::uint64_t(std::min(field.limit, 3000));
        const std::uint64_t length = m_random.below(8) == 0 ? limit : m_random.below(std::min<std::uint64_t>(limit, 20) + 1);
        QString text;
        for (std::uint64_t count = 0; count < length; ++count)
            text += QString::fromUcs4(&letters[m_random.below(std::size(letters))], 1);
        return text;
    }

    Random& m_random;
    bool m_everything;
};

/// An event of the type at `index` of the Event variant; index 0 is UnknownEvent.
inline Event eventAt(std::size_t index, Random& random, bool everything)
{
    using Make = Event (*)(Filler&);
    static constexpr auto makers = []<std::size_t... at>(std::index_sequence<at...>) {
        return std::array<Make, sizeof...(at)>{+[](Filler& filler) { return Event(filler.make<std::variant_alternative_t<at, EventKinds>>()); }...};
    }(std::make_index_sequence<std::variant_size_v<EventKinds>>{});
    Filler filler(random, everything);
    return makers[index](filler);
}

} // namespace onedoor::samples
