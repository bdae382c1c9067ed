// SPDX-License-Identifier: GPL-3.0-or-later
// A file of the tree as the structure rules see it: its path from the root and its text. Plain values; reading happens
// in readTree() only, so a test can hand any rule a file that does not exist.
#pragma once

#include <QList>
#include <QString>

namespace onedoor::structure {

struct SourceFile {
    QString path; ///< from the root of the tree, with '/': "core/base/id.h"
    QString text;

    QString suffix() const { return path.section(u'.', -1); }
    bool isUnder(QStringView folder) const { return path.startsWith(folder); }
    bool isCpp() const;
    bool isProduct() const; ///< under core, ui or app
};

using SourceFiles = QList<SourceFile>;

/// Every text file of the tree that people write, sorted by path: the top folders and the files beside them; never build
/// folders, packages fetched by npm, or pictures.
SourceFiles readTree(const QString& root);

} // namespace onedoor::structure
