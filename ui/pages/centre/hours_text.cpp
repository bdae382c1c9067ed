// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/hours_text.h"

#include "ui/models/day_text.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// Full-width digits and signs, and the dashes that an input method offers.
QString plain(const QString& typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC);
    for (const char16_t dash : {u'\u2013', u'\u2014', u'\u2212', u'~', u'\u301c', u'\u81f3'})
        text.replace(QChar(dash), u'-');
    for (const char16_t comma : {u'\u3001', u';', u'\uff0c'})
        text.replace(QChar(comma), u',');
    return text.trimmed();
}

QString timeOf(const QString& hour, const QString& minute)
{
    return u"%1:%2"_s.arg(hour.toInt(), 2, 10, QChar(u'0')).arg(minute.toInt(), 2, 10, QChar(u'0'));
}

} // namespace

std::optional<QJsonArray> readHours(const QString& typed)
{
    static const QRegularExpression span(u"\\A\\s*(\\d{1,2})(?::(\\d{2}))?\\s*-\\s*(\\d{1,2})(?::(\\d{2}))?\\s*\\z"_s);
    QJsonArray spans;
    for (const QString& part : plain(typed).split(u',', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = span.match(part);
        if (!match.hasMatch())
            return std::nullopt;
        spans.append(QJsonObject{{u"begin"_s, timeOf(match.captured(1), match.captured(2))}, {u"end"_s, timeOf(match.captured(3), match.captured(4))}});
    }
    return spans;
}

std::optional<QJsonArray> readClosedDays(const QString& typed)
{
    static const QRegularExpression lineEnd(u"[\\n;\\x{ff1b}]"_s);
    static const QRegularExpression blank(u"\\s"_s);
    QJsonArray days;
    for (const QString& raw : typed.split(lineEnd, Qt::SkipEmptyParts)) {
        const QString line = raw.trimmed();
        if (line.isEmpty())
            continue;
        const std::optional<QDate> date = readDay(line.section(blank, 0, 0));
        if (!date || !date->isValid())
            return std::nullopt;
        const QString names = line.section(blank, 1).trimmed();
        days.append(QJsonObject{{u"date"_s, date->toString(Qt::ISODate)},
                                {u"name"_s, names.section(u'/', 0, 0).trimmed()},
                                {u"nameEnglish"_s, names.section(u'/', 1).trimmed()}});
    }
    return days;
}

QString closedDaysText(const QJsonArray& days)
{
    QStringList lines;
    for (const auto& each : days) {
        const QJsonObject day = each.toObject();
        lines.append(u"%1 %2 / %3"_s.arg(day.value(u"date"_s).toString(), day.value(u"name"_s).toString(), day.value(u"nameEnglish"_s).toString()));
    }
    return lines.join(u'\n');
}

} // namespace onedoor
