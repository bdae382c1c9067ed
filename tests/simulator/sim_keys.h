// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of people on one simulated PC, sealing as the store does, and the key pair of the PC itself. "Wrapped" for the wire means
// plain here: what is tested is whether keys arrive. One thread.
#pragma once

#include "core/journal/sealer.h"
#include "core/store/keys/subject_seal.h"

#include <map>

namespace onedoor::simulator {

struct KeyPair {
    QByteArray publicKey; ///< Ed25519, 32 bytes
    QByteArray secretKey; ///< 64 bytes

    static KeyPair fromSeed(QByteArrayView seed);
    QByteArray sign(QByteArrayView message) const;
};

class SimKeys final : public Sealer {
public:
    explicit SimKeys(Random& random) : m_random(random) {}
    Result<QByteArray> seal(PersonId subject, QByteArrayView plain, QByteArrayView context) override;
    Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) override;

    bool has(PersonId subject) const { return m_keys.contains(subject); }
    QByteArray wrapped(PersonId subject) const;
    void put(PersonId subject, QByteArrayView wrapped);
    void clear() { m_keys.clear(); }
    void destroy(PersonId subject) { m_keys.erase(subject); }
    /// Made since the last call: to be stored with the events that they seal.
    std::vector<PersonId> takeNew() { return std::exchange(m_new, {}); }

private:
    Random& m_random;
    std::map<PersonId, SubjectKey> m_keys;
    std::vector<PersonId> m_new;
};

} // namespace onedoor::simulator
