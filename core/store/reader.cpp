// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/reader.h"

namespace onedoor {

Reader::Reader(JournalStore journal, ViewsStore views, SecretKey wrappingKey, Random& random)
    : m_journal(std::move(journal)), m_views(std::move(views)), m_keys(m_journal, std::move(wrappingKey), random)
{
}

Result<std::unique_ptr<Reader>> Reader::open(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Random& random)
{
    ONEDOOR_ASSIGN(JournalStore journal,
                   JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key.derive(KeyPurpose::JournalFile)}}));
    ONEDOOR_ASSIGN(ViewsStore views,
                   ViewsStore::open(paths.views(), {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key.derive(KeyPurpose::ViewsFile)}}));
    return std::unique_ptr<Reader>(new Reader(std::move(journal), std::move(views), key.derive(KeyPurpose::SubjectWrapping), random));
}

} // namespace onedoor
