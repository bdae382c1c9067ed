// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/source_rules.h"

#include "tests/structure/cpp_scanner.h"

#include <QRegularExpression>
#include <QSet>

#include <functional>

using namespace Qt::StringLiterals;

namespace onedoor::structure {

namespace {

constexpr qsizetype longestFile = 499;

bool isCode(const SourceFile& file)
{
    static const QSet<QString> suffixes = {u"cpp"_s, u"h"_s, u"c"_s, u"cmake"_s, u"sh"_s, u"sql"_s, u"awk"_s};
    return suffixes.contains(file.suffix()) || file.path.endsWith(u"CMakeLists.txt") || file.text.startsWith(u"#!");
}

QString place(const SourceFile& file, qsizetype offset)
{
    return u"%1:%2"_s.arg(file.path).arg(QStringView(file.text).first(offset).count(u'\n') + 1);
}

using Filter = std::function<bool(const SourceFile&)>;

QStringList matches(const SourceFiles& files, const Filter& concerns, const QRegularExpression& pattern,
                    const QString& rule)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        if (!concerns(file))
            continue;
        for (auto found = pattern.globalMatch(file.text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            faults.append(u"%1: %2: %3"_s.arg(place(file, match.capturedStart()), match.captured().trimmed(), rule));
        }
    }
    return faults;
}

} // namespace

QStringList licenceFaults(const SourceFiles& files)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        const QString opening = file.text.section(u'\n', 0, 2);
        if (isCode(file) && !opening.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"))
            faults.append(u"%1: names no licence in its first lines"_s.arg(file.path));
    }
    return faults;
}

QStringList hanFaults(const SourceFiles& files)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        if (!file.isCpp() || file.isUnder(u"tests/"))
            continue;
        for (const qsizetype offset : untranslatedHan(file.text))
            faults.append(u"%1: Han characters outside a translation call"_s.arg(place(file, offset)));
    }
    return faults;
}

QStringList machineFaults(const SourceFiles& files)
{
    // Spelled so that this file does not match itself.
    static const QRegularExpression pattern(
        uR"re((?<![\w.}])/(?:work|farm|root|home|Users)/|\b[A-Z]:\\\\?Users|\bdeb\.debian\.|\bregistry\.npm|\bpypi\.org|\bcrates\.io)re"_s);
    return matches(
        files, [](const SourceFile&) { return true; }, pattern, u"belongs to one machine or one registry"_s);
}

QStringList leftForLaterFaults(const SourceFiles& files)
{
    static const QRegularExpression pattern(uR"re(\b(?:TO(?:DO)|FIX(?:ME)|X{3}|HA(?:CK))\b)re"_s);
    return matches(files, isCode, pattern, u"do it now or file it elsewhere"_s);
}

QStringList lengthFaults(const SourceFiles& files)
{
    QStringList faults;
    for (const SourceFile& file : files) {
        const qsizetype lines = file.text.count(u'\n');
        if (file.isCpp() && file.isProduct() && lines > longestFile)
            faults.append(u"%1: %2 lines, at most %3"_s.arg(file.path).arg(lines).arg(longestFile));
    }
    return faults;
}

QStringList nestedLoopFaults(const SourceFiles& files)
{
    static const QRegularExpression mainFile(uR"re(^app/\w+/main\.cpp$)re"_s);
    static const QRegularExpression anyExec(uR"re((?:\.|->|::)exec\s*\()re"_s);
    static const QRegularExpression localLoop(uR"re(\b(?:QEventLoop|processEvents)\b(?!>))re"_s);
    const Filter screen = [](const SourceFile& file) {
        return file.isCpp() && !file.isUnder(u"core/") && file.isProduct() && !mainFile.match(file.path).hasMatch();
    };
    const Filter product = [](const SourceFile& file) { return file.isCpp() && file.isProduct(); };
    return matches(files, screen, anyExec, u"use open() or popup(), the answer comes by signal"_s)
           + matches(files, product, localLoop, u"no event loop inside another"_s);
}

} // namespace onedoor::structure
