// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/template_text.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

bool hasHan(QStringView text)
{
    const auto points = text.toUcs4();
    return std::any_of(points.cbegin(), points.cend(),
                       [](char32_t point) { return QChar::script(point) == QChar::Script_Han; });
}

bool hasLatin(QStringView text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar c) { return c.isLetter() && c.script() == QChar::Script_Latin; });
}

bool matches(QStringView text, const QRegularExpression& whole)
{
    return whole.match(text.toString()).hasMatch();
}

} // namespace

bool obeys(QStringView text, FieldPattern pattern)
{
    static const QRegularExpression key(u"\\A[a-z][A-Za-z0-9]{0,39}\\z"_s);
    static const QRegularExpression divisionCode(u"\\A[1-9][0-9]{5}\\z"_s);
    static const QRegularExpression prefix(u"\\A[A-HJ-NP-Z]{1,3}\\z"_s); // I and O read as 1 and 0
    static const QRegularExpression file(u"\\A[a-z0-9]+(?:[-/][a-z0-9]+)*\\.json\\z"_s);
    static const QRegularExpression permission(
        u"\\A(?:\\*|[a-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*)*(?:\\.\\*)?)\\z"_s);
    switch (pattern) {
    case FieldPattern::Plain: return true;
    case FieldPattern::Key: return matches(text, key);
    case FieldPattern::Chinese: return hasHan(text);
    case FieldPattern::English: return hasLatin(text) && !hasHan(text);
    case FieldPattern::DivisionCode: return matches(text, divisionCode);
    case FieldPattern::Prefix: return matches(text, prefix);
    case FieldPattern::File: return matches(text, file);
    case FieldPattern::Permission: return matches(text, permission);
    }
    return false;
}

QString fieldPatternName(FieldPattern pattern)
{
    switch (pattern) {
    case FieldPattern::Plain: return u"plain"_s;
    case FieldPattern::Key: return u"key"_s;
    case FieldPattern::Chinese: return u"chinese"_s;
    case FieldPattern::English: return u"english"_s;
    case FieldPattern::DivisionCode: return u"divisionCode"_s;
    case FieldPattern::Prefix: return u"prefix"_s;
    case FieldPattern::File: return u"file"_s;
    case FieldPattern::Permission: return u"permission"_s;
    }
    return {};
}

} // namespace onedoor
