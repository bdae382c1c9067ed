// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/person_file.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int pdfDpi = 300;

/// What the file system says, after the fact.
bool isOnlyOwners(const QString& path)
{
#ifdef Q_OS_WIN
    // Qt tells nothing of access lists there; a file takes its folder's, and a profile is its owner's alone.
    return QFileInfo(path).absoluteFilePath().startsWith(QDir::homePath() + u'/', Qt::CaseInsensitive);
#else
    constexpr QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    return !(QFile::permissions(path) & others);
#endif
}

} // namespace

bool isPdf(const QString& path)
{
    return path.endsWith(u".pdf"_s, Qt::CaseInsensitive);
}

QByteArray personPdf(const QString& html, const QFont& font)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(pdfDpi);
        writer.setCreator(QCoreApplication::applicationName());
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF()); // the document leaves two centimetres by itself
        QTextDocument document;
        document.setDefaultFont(font);
        document.setHtml(html);
        document.print(&writer);
    }
    return bytes;
}

Result<WrittenFile> writePersonFile(const PersonFile& wanted)
{
    const Unexpected refused = fail(ErrorKind::Io, u"export.fileNotWritten"_s, {}, {{u"path"_s, QDir::toNativeSeparators(wanted.path)}});
    const QByteArray bytes = isPdf(wanted.path) ? personPdf(wanted.html, wanted.font) : wanted.json;
    QSaveFile file(wanted.path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly))
        return refused;
    // While it is empty still. A drive that knows no owners refuses; the caller tells people.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return refused;
    return WrittenFile{wanted.path, isOnlyOwners(wanted.path)};
}

} // namespace onedoor
