// SPDX-License-Identifier: GPL-3.0-or-later
// One description of a struct's fields, read by every codec: canonical CBOR for the journal, JSON for the command line, help, golden
// files. A described struct has a static member `fields(self, visit)` that calls visit(Field, member) once per field, in canonical
// order. The order and the names are part of the stored format: append, never rename. Plain values, any thread.
//
//     struct TicketRecalled {
//         static constexpr const char* type = "ticket.recalled";
//         QString place;
//         template <typename Self, typename Visit> static void fields(Self& self, Visit&& visit) { visit(field("place"), self.place); }
//     };
#pragma once

#include <array>
#ifndef Q_MOC_RUN // moc 6.4 cannot read the header of concepts, and needs none of it
#include <concepts>
#endif
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace onedoor {

/// What a codec must know of a field beyond its type.
struct Field {
    const char* name;
    bool isPersonal = false; ///< sealed under the subject's key before the event is chained
    bool isRequired = false; ///< a command without it is refused
    bool hasLines = false;   ///< text may hold line breaks
    bool isSecret = false;   ///< a text that is kept as typed and shown to nobody
    int limit = 200;         ///< greatest number of characters of a text, or of items of a list

    constexpr std::string_view key() const { return name; }
    constexpr Field required() const { Field copy = *this; copy.isRequired = true; return copy; }
    constexpr Field lines(int characters) const { Field copy = *this; copy.hasLines = true; copy.limit = characters; return copy; }
    constexpr Field atMost(int count) const { Field copy = *this; copy.limit = count; return copy; }
};

constexpr Field field(const char* name) { return Field{name}; }
/// A field that says something about a person: sealed in the journal, never in a log.
constexpr Field personal(const char* name) { return Field{.name = name, .isPersonal = true}; }

/// A password or PIN: never cleaned, never written out again.
constexpr Field secretField(const char* name) { return Field{.name = name, .isPersonal = true, .isSecret = true}; }

namespace detail {
struct AnyVisit {
    template <typename Member>
    void operator()(const Field&, Member&&) const {}
};
} // namespace detail

template <typename T>
concept Described = requires(T& value) { T::fields(value, detail::AnyVisit{}); };

/// The stable words of an enumeration: specialise with `static constexpr std::array values{std::pair{Enum::Value, "word"}, …};`.
template <typename Enum>
struct EnumWords;

template <typename T>
concept Worded = std::is_enum_v<T> && requires { EnumWords<T>::values; };

template <Worded Enum>
constexpr const char* wordOf(Enum value)
{
    for (const auto& [candidate, word] : EnumWords<Enum>::values) {
        if (candidate == value)
            return word;
    }
    return "";
}

template <Worded Enum>
constexpr std::optional<Enum> fromWord(std::string_view text)
{
    for (const auto& [candidate, word] : EnumWords<Enum>::values) {
        if (text == word)
            return candidate;
    }
    return std::nullopt;
}

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

} // namespace onedoor
