// SPDX-License-Identifier: GPL-3.0-or-later
// All that is kept of a person as a file: PDF when its name ends so, JSON (the answer of person.export) otherwise. Only its owner may read
// it. A half-written file never looks like a whole one. Any thread. Errors: Io "export.fileNotWritten" {path}.
#pragma once

#include "core/base/error.h"

#include <QFont>

class QTextDocument;

namespace onedoor {

struct PersonFile {
    QString path;
    QString html;    ///< for PDF
    QByteArray json; ///< for JSON
    QFont font;      ///< of the PDF; must have Chinese characters
};

struct WrittenFile {
    QString path;
    bool isPrivate = false; ///< false on a drive that knows no owners, such as a USB stick
};

bool isPdf(const QString& path);
/// The PDF's bytes.
QByteArray personPdf(const QString& html, const QFont& font);
Result<WrittenFile> writePersonFile(const PersonFile& file);

} // namespace onedoor
