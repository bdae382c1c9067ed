// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/views/lookup_keys.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "core/domain/person/similarity.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr qsizetype fewestDigits = 3; ///< a tail of one or two digits fits everybody
constexpr qsizetype endingsAtMost = 40;

QString reversed(const QString& text)
{
    QString result = text;
    std::reverse(result.begin(), result.end());
    return result;
}

void addNameKeys(QStringList& keys, const QString& name)
{
    const QString folded = foldForSearch(name);
    for (qsizetype at = 0; at < std::min(folded.size(), endingsAtMost); ++at) {
        if (!folded[at].isLowSurrogate())
            keys << QLatin1Char('n') + folded.mid(at);
    }
    for (const NameReading& reading : readings(name)) {
        keys << QLatin1Char('p') + reading.full;
        keys << QLatin1Char('i') + reading.initials;
    }
}

bool isDocumentText(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || c == QLatin1Char('x'); });
}

bool isLatin(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); });
}

} // namespace

QStringList lookupKeys(const LookupFields& person)
{
    QStringList keys;
    addNameKeys(keys, person.name);
    if (!person.phone.isEmpty())
        keys << QLatin1Char('t') + reversed(foldForSearch(person.phone));
    if (!person.documentNumber.isEmpty())
        keys << QLatin1Char('d') + reversed(foldForSearch(person.documentNumber));
    return keys;
}

QStringList lookupPrefixes(const QString& text)
{
    const QString folded = foldForSearch(text);
    if (folded.isEmpty())
        return {};
    if (isDocumentText(folded)) {
        if (folded.size() < fewestDigits)
            return {};
        return {QLatin1Char('t') + reversed(folded), QLatin1Char('d') + reversed(folded)};
    }
    QStringList prefixes{QLatin1Char('n') + folded};
    if (const QString pinyin = foldPinyinQuery(text); isLatin(pinyin))
        prefixes << QLatin1Char('p') + pinyin << QLatin1Char('i') + pinyin;
    else
        prefixes << QLatin1Char('d') + reversed(folded);
    return prefixes;
}

QStringList similarKeys(const PersonRegistered& person)
{
    QStringList keys;
    for (const QString& name : {person.name, swappedName(person.name)}) {
        if (const QString folded = foldForSearch(name); !folded.isEmpty())
            keys << QLatin1Char('n') + folded;
        for (const NameReading& reading : readings(name))
            keys << QLatin1Char('p') + reading.full;
    }
    if (!person.phone.isEmpty())
        keys << QLatin1Char('t') + reversed(foldForSearch(person.phone));
    if (!person.documentNumber.isEmpty())
        keys << QLatin1Char('d') + reversed(foldForSearch(person.documentNumber));
    keys.removeDuplicates();
    return keys;
}

} // namespace onedoor
