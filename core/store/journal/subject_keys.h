// SPDX-License-Identifier: GPL-3.0-or-later
// The Sealer over the journal's table of subject keys. A new person's key is written in the same transaction as the first event that
// needs it; an erased person gets none any more (Conflict "person.erased"). Keeps the keys of the people seen last; wiped on forget() and on destruction. One thread, that of its JournalStore.
#pragma once

#include "core/base/kept_hash.h"
#include "core/journal/sealer.h"
#include "core/store/journal/journal_store.h"
#include "core/store/keys/subject_seal.h"

#include <unordered_map>

namespace onedoor {

class SubjectKeys final : public Sealer {
public:
    /// Journal and random must outlive this.
    SubjectKeys(JournalStore& journal, SecretKey wrappingKey, Random& random);

    Result<QByteArray> seal(PersonId subject, QByteArrayView plain, QByteArrayView context) override;
    Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) override;
    /// After a rollback: a key made in it was never stored.
    void forget() { m_keys.clear(); }
    void forget(const RawId& subject) { m_keys.erase(subject); }
    /// For a reader: forgets keys when anybody was erased since it looked last.
    Result<void> heedErasures();

private:
    Result<const SubjectKey*> find(PersonId subject, bool make);
    static constexpr std::size_t keysAtMost = 20'000;

    JournalStore& m_journal;
    SecretKey m_wrappingKey;
    Random& m_random;
    std::unordered_map<RawId, SubjectKey, KeptHash> m_keys;
    std::int64_t m_erasures = 0; ///< that were known at the last look
};

} // namespace onedoor
