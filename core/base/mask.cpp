// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mask.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <QList>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMasked = 64; // characters of a name that are looked at; screens show fewer

QString stars(qsizetype count)
{
    return QString(std::max<qsizetype>(count, 0), u'*');
}

QString text(const QList<uint>& characters, qsizetype from, qsizetype count)
{
    QString piece;
    for (qsizetype at = from; at < from + count; ++at)
        piece += QChar::fromUcs4(char32_t(characters[at]));
    return piece;
}

bool isPartBreak(uint character)
{
    return character == ' ' || isNameDot(character) || isHyphen(character);
}

bool hasParts(const QList<uint>& characters)
{
    return std::any_of(characters.begin(), characters.end(), isPartBreak);
}

bool isHan(const QList<uint>& characters)
{
    return std::all_of(characters.begin(), characters.end(), [](uint each) { return QChar::script(each) == QChar::Script_Han; });
}

/// The first letter of each part and one star for its rest, so that the length of the parts is not told either.
QString maskParts(const QList<uint>& characters)
{
    QString masked;
    bool starting = true;
    for (qsizetype at = 0; at < characters.size(); ++at) {
        if (isPartBreak(characters[at])) {
            masked += text(characters, at, 1);
            starting = true;
        } else if (starting) {
            masked += text(characters, at, 1) + u'*';
            starting = false;
        }
    }
    return masked;
}

QString maskHan(const QList<uint>& characters)
{
    const qsizetype size = characters.size();
    if (size == 1)
        return stars(1);
    const qsizetype surname = size > 2 && isCompoundSurname(text(characters, 0, 2)) ? 2 : 1;
    const qsizetype kept = size - surname >= 2 ? 1 : 0;
    return text(characters, 0, surname) + stars(size - surname - kept) + text(characters, size - kept, kept);
}

} // namespace

QString maskName(const QString& name)
{
    const QList<uint> characters = name.left(longestMasked * 2).trimmed().toUcs4().mid(0, longestMasked);
    if (characters.isEmpty())
        return {};
    if (hasParts(characters) || !isHan(characters))
        return maskParts(characters);
    return maskHan(characters);
}

QString maskPhone(const QString& phone)
{
    constexpr qsizetype longest = 32;
    const QString shown = phone.trimmed().left(longest);
    const bool digits = std::all_of(shown.begin(), shown.end(), [](QChar each) { return each.isDigit(); });
    if (digits && shown.size() == 11)
        return shown.left(3) + stars(4) + shown.right(4);
    const qsizetype area = shown.indexOf(u'-');
    if (shown.startsWith(u'0') && area >= 3 && area <= 4 && shown.size() - area > 7) {
        const QString local = shown.mid(area + 1).section(u'-', 0, 0); // an extension is hidden with the rest
        return shown.left(area + 1) + stars(local.size() - 3) + local.right(3);
    }
    return shown.size() < 7 ? stars(shown.size()) : QString(stars(shown.size() - 2) + shown.right(2));
}

QString maskDocument(const QString& number)
{
    constexpr qsizetype longest = 32;
    const QString shown = number.trimmed().left(longest);
    if (shown.size() == 15 || shown.size() == 18)
        return shown.left(3) + stars(shown.size() - 7) + shown.right(4);
    return shown.size() < 6 ? stars(shown.size()) : QString(shown.left(1) + stars(shown.size() - 3) + shown.right(2));
}

} // namespace onedoor
