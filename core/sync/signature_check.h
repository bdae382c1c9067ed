// SPDX-License-Identifier: GPL-3.0-or-later
// The authors' words on the ends of a batch, checked on one thread while another one judges the rest: one check takes as long as all else that
// is asked of a single act. Made on one thread, run() there or elsewhere, holds() on another one. Owns copies of what it needs.
#pragma once

#include "core/sync/membership.h"
#include "core/sync/messages.h"

#include <atomic>
#include <vector>

namespace onedoor::sync {

class SignatureCheck {
public:
    /// Of the parts whose author is known before the batch is judged.
    SignatureCheck(const Batch& batch, const Membership& membership);

    void run();
    /// Waits for run() if this is one of its questions, and answers it here otherwise.
    bool holds(QByteArrayView publicKey, const StreamId& stream, const SignedHead& head, const Hash& hash) const;

private:
    struct Question {
        QByteArray publicKey;
        StreamId stream;
        SignedHead head;
        Hash hash;
        bool holds = false;
    };

    std::vector<Question> m_questions;
    std::atomic<bool> m_isDone = false;
};

/// Ed25519 over headToSign().
bool isSignedBy(QByteArrayView publicKey, const StreamId& stream, const SignedHead& head, const Hash& hash);

} // namespace onedoor::sync
