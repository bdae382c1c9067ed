// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/kept_drafts.h"

#include "core/store/atomic_file.h"
#include "core/store/keys/aead.h"

#include <QDateTime>
#include <QDir>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// A file that is put in place of another account's opens for nobody.
QByteArray boundTo(const AccountId& account)
{
    return "onedoor drafts 1:" + account.raw.view().toByteArray();
}

} // namespace

QString KeptDrafts::fileOf(const AccountId& account) const
{
    return m_folder + u'/' + account.raw.toString() + u".sealed"_s;
}

Result<void> KeptDrafts::keep(const AccountId& account, QByteArrayView drafts)
{
    const QString file = fileOf(account);
    if (drafts.isEmpty())
        return QFile::exists(file) ? removeFile(file) : Result<void>();
    if (drafts.size() > bytesAtMost)
        return fail(ErrorKind::Invalid, u"store.fileTooLarge"_s);
    QDir().mkpath(m_folder); // if it can't be made, the file tells why
    QByteArray sealed;
    aead::seal(m_key.derive(KeyPurpose::DraftSealing).bytes(), drafts, boundTo(account), m_random, sealed);
    return writeFileAtomically(file, sealed, Durability::Synced);
}

Result<QByteArray> KeptDrafts::read(const AccountId& account) const
{
    const QString file = fileOf(account);
    if (!QFile::exists(file))
        return QByteArray();
    ONEDOOR_ASSIGN(const QByteArray sealed, readSmallFile(file, bytesAtMost + aead::overhead));
    QByteArray drafts(std::max(qsizetype(0), sealed.size() - aead::overhead), Qt::Uninitialized);
    ONEDOOR_TRY(aead::open(m_key.derive(KeyPurpose::DraftSealing).bytes(), sealed, boundTo(account),
                           {reinterpret_cast<unsigned char*>(drafts.data()), std::size_t(drafts.size())}));
    return drafts;
}

void KeptDrafts::forgetOlderThanDays(int days, Instant now) const
{
    const QDateTime oldest = QDateTime::fromMSecsSinceEpoch(now.milliseconds).addDays(-days);
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files);
    for (const QFileInfo& file : files) {
        if (file.lastModified() < oldest)
            QFile::remove(file.filePath());
    }
}

void KeptDrafts::forgetAll(const StorePaths& paths)
{
    QDir(paths.drafts()).removeRecursively();
}

} // namespace onedoor
