// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lookup_text.h"

#include "core/base/phone.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int shortestCardNumber = 15; // the former resident number; telephone numbers are shorter

} // namespace

TypedAs typedAs(const QString& text)
{
    const bool digits = std::any_of(text.begin(), text.end(), [](QChar character) { return character.isDigit(); });
    if (!digits)
        return TypedAs::Name;
    if (foldDocumentNumber(text).size() < shortestCardNumber && parsePhone(text, u"text"_s))
        return TypedAs::Phone; // eleven digits would pass for a passport too; at this desk they are a telephone
    if (likelyDocumentKind(text) != DocumentKind::None)
        return TypedAs::Document;
    const bool letters = std::any_of(text.begin(), text.end(), [](QChar character) { return character.isLetter(); });
    if (letters)
        return TypedAs::Name;
    return foldDocumentNumber(text).size() >= shortestCardNumber ? TypedAs::Document : TypedAs::Phone;
}

PersonRegistered personFromText(const QString& text)
{
    PersonRegistered person;
    switch (typedAs(text)) {
    case TypedAs::Name: person.name = text; break;
    case TypedAs::Phone: person.phone = text; break;
    case TypedAs::Document: {
        const DocumentKind kind = likelyDocumentKind(text);
        person.documentKind = kind == DocumentKind::None ? DocumentKind::ResidentId : kind;
        person.documentNumber = text;
        break;
    }
    }
    return person;
}

} // namespace onedoor
