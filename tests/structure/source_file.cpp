// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/source_file.h"

#include <QDir>
#include <QDirIterator>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace onedoor::structure {

namespace {

bool isText(const QString& path)
{
    static const QSet<QString> suffixes = {u"cpp"_s, u"h"_s,  u"c"_s,   u"cmake"_s, u"txt"_s, u"sh"_s, u"sql"_s,
                                           u"md"_s,  u"ts"_s, u"qrc"_s, u"json"_s,  u"in"_s,  u"awk"_s};
    const QString name = path.section(u'/', -1);
    return suffixes.contains(name.section(u'.', -1)) || !name.contains(u'.') || path.startsWith(u".ci/");
}

void read(const QDir& top, const QString& path, SourceFiles& files)
{
    QFile file(top.filePath(path));
    if (isText(path) && file.open(QIODevice::ReadOnly))
        files.append({path, QString::fromUtf8(file.readAll())});
}

} // namespace

bool SourceFile::isCpp() const
{
    return suffix() == u"cpp" || suffix() == u"h";
}

bool SourceFile::isProduct() const
{
    return isUnder(u"core/") || isUnder(u"ui/") || isUnder(u"app/");
}

SourceFiles readTree(const QString& root)
{
    const QDir top(root);
    SourceFiles files;
    for (const QString& name : top.entryList(QDir::Files | QDir::Hidden))
        read(top, name, files);
    for (const QString& folder :
         {u".ci"_s, u"app"_s, u"core"_s, u"packaging"_s, u"resources"_s, u"tests"_s, u"translations"_s, u"ui"_s}) {
        QDirIterator walk(top.filePath(folder), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = top.relativeFilePath(walk.next());
            if (!path.contains(u"/node_modules/"))
                read(top, path, files);
        }
    }
    std::ranges::sort(files, {}, &SourceFile::path);
    return files;
}

} // namespace onedoor::structure
