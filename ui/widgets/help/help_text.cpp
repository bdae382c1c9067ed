// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help/help_text.h"

#include "ui/models/local_name.h"
#include "ui/widgets/badge.h"

#include <QFile>
#include <QRegularExpression>

void initHelpResources()
{
    Q_INIT_RESOURCE(help); // of a static library: not before main by itself
}

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression& keyMark()
{
    static const QRegularExpression mark(u"`([^`]+)`"_s);
    return mark;
}

QString fileOf(const QString& page)
{
    [[maybe_unused]] static const bool ready = (initHelpResources(), true);
    return u":/onedoor/help/%1/%2.md"_s.arg(languageIsChinese() ? u"zh_CN"_s : u"en"_s, page);
}

QString rawText(const QString& page)
{
    QFile file(fileOf(page));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

bool hasHelp(const QString& page)
{
    return QFile::exists(fileOf(page));
}

QString helpText(const QString& page)
{
    const QString raw = rawText(page);
    QString shown;
    qsizetype done = 0;
    for (auto at = keyMark().globalMatch(raw); at.hasNext();) {
        const QRegularExpressionMatch match = at.next();
        shown += raw.mid(done, match.capturedStart() - done) + u'`' + keyText(QKeySequence(match.captured(1))) + u'`';
        done = match.capturedEnd();
    }
    return shown + raw.mid(done);
}

QList<QKeySequence> keysNamedIn(const QString& page)
{
    const QString raw = rawText(page);
    QList<QKeySequence> keys;
    for (auto at = keyMark().globalMatch(raw); at.hasNext();)
        keys.append(QKeySequence(at.next().captured(1)));
    return keys;
}

} // namespace onedoor
