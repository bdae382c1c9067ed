// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of everybody in the journal, read at once: opens what many threads decode at the same time, which SubjectKeys, tied to its
// database connection, can't. Holds the keys until it is destroyed, about a hundred bytes each. Opens only. Any thread.
#pragma once

#include "core/base/kept_hash.h"
#include "core/journal/sealer.h"
#include "core/store/journal/journal_store.h"
#include "core/store/keys/subject_seal.h"

#include <array>
#include <unordered_map>
#include <unordered_set>

namespace onedoor {

class AllSubjectKeys final : public Sealer {
public:
    /// A key that the wrapping key does not open is damaged for its own person only. Errors: those of the database.
    static Result<AllSubjectKeys> load(JournalStore& journal, const SecretKey& wrappingKey);

    Result<QByteArray> seal(PersonId subject, QByteArrayView plain, QByteArrayView context) override; ///< Internal, always
    Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) override;

private:
    /// A share of the keys, opened by a thread of its own.
    struct Share {
        std::unordered_map<RawId, SubjectKey, KeptHash> keys;
        std::unordered_set<RawId> damaged;
    };
    using Wrapped = std::vector<std::pair<RawId, QByteArray>>;

    AllSubjectKeys() = default;
    static Share unwrap(const Wrapped& rows, const SecretKey& wrappingKey);

    std::array<Share, 2> m_shares;
};

} // namespace onedoor
