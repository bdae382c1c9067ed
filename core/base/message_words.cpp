// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message_words.h"

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr qsizetype shownMaximum = 60;

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
