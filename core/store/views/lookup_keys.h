// SPDX-License-Identifier: GPL-3.0-or-later
// The keys by which a person may be found, and the key that a typed text asks for. A look-up is always "begins with": every ending of a
// name is a key, so any part of it begins one; phone and document numbers are written backwards, so any tail begins one.
// First letter of a key: n name, p pinyin, i initials, t telephone, d document. Pure functions, any thread.
#pragma once

#include "core/domain/person/person_events.h"

#include <QStringList>

namespace onedoor {

/// What of a person the keys are made from.
struct LookupFields {
    QString name;
    QString phone;
    QString documentNumber;
};

/// In no order; the same one may stand there twice.
QStringList lookupKeys(const LookupFields& person);
inline QStringList lookupKeys(const PersonRegistered& person)
{
    return lookupKeys(LookupFields{person.name, person.phone, person.documentNumber});
}
/// Nothing for a text that can't identify anybody (blank, one digit).
QStringList lookupPrefixes(const QString& text);
/// Whole keys under which somebody stands who may be the same person: document, telephone, name and pinyin in either order.
QStringList similarKeys(const PersonRegistered& person);

} // namespace onedoor
