// SPDX-License-Identifier: GPL-3.0-or-later
// The words that people read for what a centre is made of: sections, members of an item, their values. Items are JSON objects in the
// shape of a centre file (core/domain/centre/centre_fields.h). Pure functions; UI thread. What a newer program wrote is shown as it is.
#pragma once

#include "core/domain/centre/centre_definition.h"

#include <QJsonObject>
#include <QStringList>

namespace onedoor::centretexts {

/// "places" → "Windows and rooms".
QString section(const QString& section);
/// One of it: "window or room".
QString oneOf(const QString& section);
/// "shortLabel" → "Short label".
QString member(const QString& section, const QString& member);
/// The name of an item, its key when it has none: of the centre as it is, or of the item as it was.
QString item(const QString& section, const QString& key, const CentreDefinition& centre);
QString itemName(const QJsonObject& item, const QString& otherwise);
/// A value as one line: names instead of keys, words instead of code.
QString value(const QString& section, const QString& member, const QJsonValue& value, const CentreDefinition& centre);

struct Option {
    QString key;
    QString text;
};
/// What a member may be chosen from; empty for one that is typed.
QList<Option> options(const QString& section, const QString& member, const CentreDefinition& centre);

/// "08:30-12:00, 14:00-17:30"; empty: closed.
QString hours(const QJsonArray& spans);
/// "monday" → "Monday", in the language of the program.
QString weekday(const QString& word);
const QStringList& weekdayWords();

/// One change in a sentence: "Window 7: added", "Window 1: English name, services changed".
QString change(const QString& section, const QString& key, const QJsonObject& before, const QJsonObject& after, const CentreDefinition& centre);

} // namespace onedoor::centretexts
