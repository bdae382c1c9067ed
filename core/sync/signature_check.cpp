// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/signature_check.h"

#include "core/store/keys/node_signature.h"

#include <algorithm>

namespace onedoor::sync {

SignatureCheck::SignatureCheck(const Batch& batch, const Membership& membership)
{
    for (const StreamPart& part : batch.parts) {
        const bool isWithin = part.signedHead.sequence >= part.first && part.signedHead.sequence - part.first < part.items.size();
        const QByteArray publicKey = isWithin ? membership.keyOf(part.stream) : QByteArray();
        if (publicKey.isEmpty())
            continue;
        const Item& item = part.items[std::size_t(part.signedHead.sequence - part.first)];
        m_questions.push_back({publicKey, part.stream, part.signedHead, item.isWithheld() ? item.hash : hashOf(item.envelope)});
    }
}

void SignatureCheck::run()
{
    for (Question& each : m_questions)
        each.holds = isSignedBy(each.publicKey, each.stream, each.head, each.hash);
    m_isDone = true;
    m_isDone.notify_all();
}

bool SignatureCheck::holds(QByteArrayView publicKey, const StreamId& stream, const SignedHead& head, const Hash& hash) const
{
    const auto same = std::find_if(m_questions.begin(), m_questions.end(), [&](const Question& each) {
        return each.stream == stream && each.head == head && each.hash == hash && each.publicKey == publicKey;
    });
    if (same == m_questions.end())
        return isSignedBy(publicKey, stream, head, hash);
    m_isDone.wait(false);
    return same->holds;
}

bool isSignedBy(QByteArrayView publicKey, const StreamId& stream, const SignedHead& head, const Hash& hash)
{
    return onedoor::isSignedBy(publicKey, headToSign(stream, head.sequence, hash), head.signature);
}

} // namespace onedoor::sync
