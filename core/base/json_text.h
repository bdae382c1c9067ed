// SPDX-License-Identifier: GPL-3.0-or-later
// One JSON text of any origin as a QJsonObject, or the reason why not. Stricter than QJsonDocument: a doubled key, broken UTF-8,
// half of a surrogate pair and anything behind the object are refused, and depth, keys, members and items are bounded, so that a
// hostile text costs no more than a long one. Pure functions, any thread; no exception leaves.
// Errors (kind Invalid): json.tooLarge {limit}; json.syntax {offset}, the offset in bytes from 0; json.notObject;
// json.duplicate; json.tooDeep, json.tooMany, json.keyTooLong {limit}, each with the path of the place in `field`.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

namespace onedoor {

inline constexpr qsizetype jsonBytesMaximum = qsizetype(1024) * 1024;
inline constexpr qsizetype jsonDepthMaximum = 16;
inline constexpr qsizetype jsonMembersMaximum = 128;
inline constexpr qsizetype jsonItemsMaximum = 10'000;
inline constexpr qsizetype jsonKeyMaximum = 80; ///< UTF-16 units

Result<QJsonObject> parseJsonObject(QByteArrayView utf8);

/// Compact UTF-8 without a line break; equal objects give equal bytes.
QByteArray toJsonLine(const QJsonObject& object);

} // namespace onedoor
