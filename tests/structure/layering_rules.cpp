// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/layering_rules.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace onedoor::structure {

namespace {

struct Room {
    QStringView folder;
    QList<QStringView> mayInclude; ///< other rooms; its own it may always include
};

// Written out rather than computed from positions: the user interface does not see everything to its left.
const QList<Room>& rooms()
{
    static const QList<Room> line = {
        {u"core/base/", {}},
        {u"core/domain/", {u"core/base/"}},
        {u"core/journal/", {u"core/base/", u"core/domain/"}},
        {u"core/store/", {u"core/base/", u"core/domain/", u"core/journal/"}},
        {u"core/sync/", {u"core/base/", u"core/domain/", u"core/journal/", u"core/store/"}},
        {u"core/hub/", {u"core/base/", u"core/domain/", u"core/journal/", u"core/store/", u"core/sync/"}},
        {u"core/services/", {u"core/base/", u"core/domain/", u"core/journal/", u"core/store/", u"core/sync/"}},
        {u"ui/models/", {u"core/base/", u"core/domain/", u"core/services/"}},
        {u"ui/widgets/", {u"core/base/", u"core/domain/", u"core/services/", u"ui/models/"}},
        {u"ui/pages/", {u"core/base/", u"core/domain/", u"core/services/", u"ui/models/", u"ui/widgets/"}},
        {u"ui/shell/",
         {u"core/base/", u"core/domain/", u"core/services/", u"ui/models/", u"ui/widgets/", u"ui/pages/"}},
        {u"app/", {u"core/", u"ui/"}},
    };
    return line;
}

struct Include {
    QString target;
    bool quoted = false;
};

QList<Include> includesOf(const SourceFile& file)
{
    static const QRegularExpression directive(uR"re(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])re"_s,
                                              QRegularExpression::MultilineOption);
    QList<Include> includes;
    for (auto found = directive.globalMatch(file.text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        includes.append({match.captured(2), match.captured(1) == u"\""});
    }
    return includes;
}

std::optional<Room> roomOf(const SourceFile& file)
{
    for (const Room& room : rooms()) {
        if (file.isUnder(room.folder))
            return room;
    }
    return std::nullopt;
}

bool isOurs(const QString& target)
{
    return target.startsWith(u"core/") || target.startsWith(u"ui/") || target.startsWith(u"app/");
}

bool mayInclude(const Room& room, const QString& target)
{
    if (target.startsWith(room.folder))
        return true;
    for (const QStringView allowed : room.mayInclude) {
        if (target.startsWith(allowed))
            return true;
    }
    return false;
}

QString foreignFault(const SourceFile& file, const QString& target, const QSet<QString>& screenHeaders)
{
    const QString module = target.section(u'/', 0, 0);
    const QString header = target.section(u'/', -1);
    static const QSet<QString> screenModules = {u"QtGui"_s, u"QtWidgets"_s, u"QtPrintSupport"_s, u"QtCharts"_s,
                                                u"QtSvg"_s};
    if (file.isUnder(u"core/") && (screenModules.contains(module) || screenHeaders.contains(header)))
        return u"core knows no screen"_s;
    if (header.startsWith(u"sqlite3") && !file.isUnder(u"core/store/sqlite"))
        return u"only core/store/sqlite speaks to SQLite"_s;
    if (header.startsWith(u"QSql") || module == u"QtSql")
        return u"a second SQLite must not enter the process"_s;
    return {};
}

QString faultOf(const SourceFile& file, const Room& room, const Include& include, const QSet<QString>& screenHeaders)
{
    if (isOurs(include.target))
        return mayInclude(room, include.target) ? QString() : u"the arrow runs the wrong way"_s;
    QString fault = foreignFault(file, include.target, screenHeaders);
    if (!fault.isEmpty())
        return fault;
    const bool isMetaObject = include.target.endsWith(u".moc") || include.target == u"moc_" + file.path.section(u'/', -1);
    if (include.quoted && !isMetaObject && !include.target.startsWith(u"sqlite3"))
        return u"quoted includes are written from the root of the tree"_s;
    return {};
}

/// "ui/pages/reception/form.h" → "reception"; empty for what is no page.
QString pageOf(const QString& path)
{
    return path.startsWith(u"ui/pages/") && path.count(u'/') > 2 ? path.section(u'/', 2, 2) : QString();
}

QString sentence(const SourceFile& file, const QString& target, const QString& rule)
{
    return u"%1 includes %2: %3"_s.arg(file.path, target, rule);
}

} // namespace

QStringList layeringFaults(const SourceFiles& files, const QSet<QString>& screenHeaders)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        if (!file.isCpp() || !file.isProduct())
            continue;
        const std::optional<Room> room = roomOf(file);
        if (!room) {
            faults.append(u"%1 stands in no room of the line"_s.arg(file.path));
            continue;
        }
        for (const Include& include : includesOf(file)) {
            const QString fault = faultOf(file, *room, include, screenHeaders);
            if (!fault.isEmpty())
                faults.append(sentence(file, include.target, fault));
        }
    }
    return faults;
}

QStringList pageFaults(const SourceFiles& files)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        if (!file.isCpp() || !file.isUnder(u"ui/pages/"))
            continue;
        for (const Include& include : includesOf(file)) {
            const QString other = pageOf(include.target);
            if (!other.isEmpty() && other != pageOf(file.path))
                faults.append(sentence(file, include.target, u"pages never include each other"_s));
        }
    }
    return faults;
}

} // namespace onedoor::structure
