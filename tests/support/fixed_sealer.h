// SPDX-License-Identifier: GPL-3.0-or-later
// A Sealer whose keys follow from the person's id and whose nonces repeat for the same seed, so that tests get the same bytes every
// time. It seals exactly as the store does. Erasing a person is calling forget().
#pragma once

#include "core/journal/sealer.h"
#include "core/store/keys/subject_seal.h"

#include <set>

namespace onedoor {

class FixedSealer final : public Sealer {
public:
    explicit FixedSealer(std::uint64_t seed = 1) : m_random(seed) {}

    Result<QByteArray> seal(PersonId subject, QByteArrayView plain, QByteArrayView context) override
    {
        return SubjectSeal::seal(keyOf(subject), plain, context, m_random);
    }
    Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) override
    {
        if (m_forgotten.contains(subject))
            return fail(ErrorKind::NotFound, QStringLiteral("subject.erased"));
        return SubjectSeal::open(keyOf(subject), sealed, context);
    }
    void forget(PersonId subject) { m_forgotten.insert(subject); }

private:
    static SubjectKey keyOf(PersonId subject)
    {
        SubjectKey key;
        const RawId half = RawId::named(subject.raw.view());
        std::copy(subject.raw.bytes.begin(), subject.raw.bytes.end(), key.writableBytes().begin());
        std::copy(half.bytes.begin(), half.bytes.end(), key.writableBytes().begin() + 16);
        return key;
    }

    SeededRandom m_random;
    std::set<PersonId> m_forgotten;
};

} // namespace onedoor
