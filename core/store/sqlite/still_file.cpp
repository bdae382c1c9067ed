// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/still_file.h"

#include <QFileInfo>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

Result<StillFile> StillFile::hold(const QString& path, CipherKey key)
{
    ONEDOOR_ASSIGN(Database opened, Database::open(path, {.mode = OpenMode::ReadOnly, .key = std::move(key)}));
    auto held = std::make_unique<Held>(std::move(opened));
    ONEDOOR_ASSIGN(Transaction reading, Transaction::begin(held->database, TransactionKind::Read));
    held->reading.emplace(std::move(reading));
    held->lastWritten = QFileInfo(path).lastModified();
    return StillFile(std::move(held));
}

QString StillFile::path() const
{
    return m_held->database.path();
}

Result<void> StillFile::checkStill() const
{
    if (QFileInfo(path()).lastModified() == m_held->lastWritten)
        return {};
    return fail(ErrorKind::Busy, u"store.busy"_s, {}, {{u"path"_s, path()}});
}

} // namespace onedoor::sqlite
