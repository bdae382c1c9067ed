// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/template_text.h"

#include <QRegularExpression>
#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr qsizetype shownMaximum = 60;

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

bool isForbidden(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // direction marks and overrides, zero-width joiners, byte order mark
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

qsizetype editDistance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(std::size_t(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i].toLower() == b[qsizetype(j) - 1].toLower() ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
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

std::optional<ForbiddenCharacter> findForbiddenCharacter(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at) {
        char32_t point = text[at].unicode();
        const bool paired = text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        if (paired)
            point = QChar::surrogateToUcs4(text[at], text[at + 1]);
        if (isForbidden(point))
            return ForbiddenCharacter{at, point};
        if (paired)
            ++at;
    }
    return std::nullopt;
}

QString printable(QStringView text)
{
    QString shown = text.first(std::min(text.size(), shownMaximum)).toString();
    while (const auto forbidden = findForbiddenCharacter(shown))
        shown.replace(forbidden->position, forbidden->codePoint > 0xffff ? 2 : 1, QChar(QChar::ReplacementCharacter));
    return text.size() > shownMaximum ? QString(shown + u'…') : shown;
}

QString nearestWord(QStringView text, const QStringList& known)
{
    QString nearest;
    qsizetype best = std::max<qsizetype>(2, text.size() / 3) + 1; // further away it would be a guess, not a help
    if (text.size() > shownMaximum)
        return nearest;
    for (const QString& word : known) {
        const qsizetype distance = editDistance(text, word);
        if (distance < best) {
            best = distance;
            nearest = word;
        }
    }
    return nearest;
}

QString childPath(const QString& path, QStringView name)
{
    const QString shown = printable(name);
    return path.isEmpty() ? shown : QString(path + u'.' + shown);
}

QString itemPath(const QString& path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

} // namespace onedoor
