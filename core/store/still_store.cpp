// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/still_store.h"

#include "core/store/keys/master_key.h"

namespace onedoor {

namespace {

Result<std::optional<sqlite::StillFile>> hold(sqlite::Database& written, sqlite::CipherKey key)
{
    ONEDOOR_ASSIGN(const bool isEmpty, written.emptyLog());
    if (!isEmpty)
        return std::nullopt;
    ONEDOOR_ASSIGN(sqlite::StillFile file, sqlite::StillFile::hold(written.path(), std::move(key)));
    return std::optional(std::move(file));
}

} // namespace

Result<std::optional<StillStore>> holdStill(Writer& writer, const MasterKey& key, sqlite::Cipher cipher)
{
    ONEDOOR_ASSIGN(std::optional<sqlite::StillFile> journal,
                   hold(writer.journal().database(), {cipher, key.derive(KeyPurpose::JournalFile)}));
    if (!journal)
        return std::nullopt;
    StillStore store{std::move(*journal), std::nullopt};
    if (writer.viewsAreBehind())
        return std::optional(std::move(store));
    ONEDOOR_ASSIGN(store.views, hold(writer.views().database(), {cipher, key.derive(KeyPurpose::ViewsFile)}));
    if (!store.views) // it takes a moment only, and saves the other PC much more
        return std::nullopt;
    return std::optional(std::move(store));
}

} // namespace onedoor
