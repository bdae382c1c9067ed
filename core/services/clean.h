// SPDX-License-Identifier: GPL-3.0-or-later
// The check that every text of a command passes, whoever sent it: described fields are cleaned in place, or refused with their dotted
// path. Pure, any thread.
#pragma once

#include "core/base/fields.h"
#include "core/base/text.h"

namespace onedoor {

inline QString fieldPath(const QString& prefix, const Field& field)
{
    const QString name = QString::fromLatin1(field.name);
    return prefix.isEmpty() ? name : QString(prefix + u'.' + name);
}

inline Result<void> cleanValue(QString& value, const Field& field, const QString& path)
{
    if (field.isSecret)
        return {}; // as typed: its blanks count, and what it must be is judged where it is set
    const TextRule rule{.maximumCharacters = field.limit, .allowLineBreaks = field.hasLines, .required = field.isRequired};
    ONEDOOR_ASSIGN(value, cleanText(value, path, rule));
    return {};
}

template <typename T>
Result<void> cleanFields(T& value, const QString& prefix = {});

template <typename T>
Result<void> cleanValue(T& value, const Field& field, const QString& path)
{
    if constexpr (IsOptional<T>::value) {
        return value ? cleanValue(*value, field, path) : Result<void>{};
    } else if constexpr (IsVector<T>::value) {
        if (value.size() > std::size_t(field.limit))
            return fail(ErrorKind::Invalid, QStringLiteral("list.tooLong"), path, {{QStringLiteral("limit"), field.limit}});
        for (auto& each : value)
            ONEDOOR_TRY(cleanValue(each, field.atMost(200), path));
        return {};
    } else if constexpr (Described<T>) {
        return cleanFields(value, path);
    } else {
        return {};
    }
}

template <typename T>
Result<void> cleanFields(T& value, const QString& prefix)
{
    Result<void> outcome;
    T::fields(value, [&](const Field& field, auto& member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, QString>) {
            if (member.isEmpty() && !field.isRequired)
                return; // most fields of most visitors
        }
        if (outcome)
            outcome = cleanValue(member, field, fieldPath(prefix, field));
    });
    return outcome;
}

} // namespace onedoor
