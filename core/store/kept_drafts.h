// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that somebody began and did not register, kept beyond the end of the program, however it ends: one file an account under the
// store's folder, sealed with a key that follows from the store's own. They are no part of the journal: no backup has them, no other PC
// gets them, and they go as soon as a person is erased, as nobody can tell without the operator whom they speak of.
// Does not own the key; any thread, two calls for one account must take turns. Errors: those of atomic_file.h and aead.h, Invalid
// "store.fileTooLarge".
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/domain/ids.h"
#include "core/store/keys/master_key.h"
#include "core/store/store_paths.h"

namespace onedoor {

class KeptDrafts {
public:
    static constexpr qint64 bytesAtMost = 1'000'000;
    static constexpr int daysAtMost = 7; ///< whoever was at the desk has been there again by then, or does not come back

    KeptDrafts(const StorePaths& paths, const MasterKey& key, Random& random) : m_folder(paths.drafts()), m_key(key), m_random(random) {}

    /// On the disk on return. Nothing to keep: the account's file goes.
    Result<void> keep(const AccountId& account, QByteArrayView drafts);
    /// Empty when nothing is kept.
    Result<QByteArray> read(const AccountId& account) const;
    /// Of all accounts.
    void forgetOlderThanDays(int days, Instant now) const;
    static void forgetAll(const StorePaths& paths);

private:
    QString fileOf(const AccountId& account) const;

    QString m_folder;
    const MasterKey& m_key;
    Random& m_random;
};

} // namespace onedoor
