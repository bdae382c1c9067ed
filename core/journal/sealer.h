// SPDX-License-Identifier: GPL-3.0-or-later
// Seals the personal half of an event under its subject's own key before the event is chained, so that erasing a person is deleting a
// key and the chain still verifies. The store implements it over its table of subject keys; calls come from the thread that owns it.
#pragma once

#include "core/base/error.h"
#include "core/domain/ids.h"

#include <QByteArray>

namespace onedoor {

class Sealer {
public:
    virtual ~Sealer() = default;
    /// Ciphertext with its nonce; makes the subject's key when it is the first time.
    virtual Result<QByteArray> seal(PersonId subject, QByteArrayView plain, QByteArrayView context) = 0;
    /// The plain bytes; NotFound "subject.erased" when the key is gone, Corrupt when the bytes are not what was sealed.
    virtual Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) = 0;
};

} // namespace onedoor
