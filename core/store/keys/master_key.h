// SPDX-License-Identifier: GPL-3.0-or-later
// The one key of a store, from which all others follow. Made once, kept in memory only while the store is open, and on disk only
// wrapped in key slots. Move only.
#pragma once

#include "core/store/secret_key.h"

namespace onedoor {

/// What a derived key is for. The numbers go into the derivation: never change or reuse one.
enum class KeyPurpose : std::uint64_t {
    JournalFile = 1,     ///< raw key of the journal's SQLite file
    ViewsFile = 2,       ///< raw key of the views' SQLite file
    SubjectWrapping = 3, ///< wraps the subject keys in the key table
    Lookup = 4,          ///< keyed hashes of identifiers (document numbers, telephone numbers)
    DraftSealing = 5,    ///< seals forms that are not registered yet
};

class MasterKey {
public:
    static MasterKey generate(Random& random) { return MasterKey(SecretKey::generate(random)); }
    explicit MasterKey(SecretKey key) : m_key(std::move(key)) {}

    SecretKey derive(KeyPurpose purpose) const;
    const SecretKey& key() const { return m_key; }
    bool equals(const MasterKey& other) const { return m_key.equals(other.m_key); }

private:
    SecretKey m_key;
};

} // namespace onedoor
