// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the door that keeps forms which are not registered yet.
#include "app/desk/disk_store_door.h"
#include "core/store/kept_drafts.h"

#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

QFuture<Result<void>> DiskStoreDoor::keepDrafts(const AccountId& account, const QByteArray& drafts)
{
    return QtConcurrent::run(&m_pool, [this, open = current(), account, drafts]() -> Result<void> {
        if (!open)
            return fail(ErrorKind::NotFound, u"store.missing"_s);
        return KeptDrafts(open->paths, open->master, m_setup.random).keep(account, drafts);
    });
}

QFuture<Result<QByteArray>> DiskStoreDoor::keptDrafts(const AccountId& account)
{
    return QtConcurrent::run(&m_pool, [this, open = current(), account]() -> Result<QByteArray> {
        if (!open)
            return fail(ErrorKind::NotFound, u"store.missing"_s);
        const KeptDrafts drafts(open->paths, open->master, m_setup.random);
        drafts.forgetOlderThanDays(KeptDrafts::daysAtMost, m_setup.clock.now());
        return drafts.read(account);
    });
}

} // namespace onedoor
