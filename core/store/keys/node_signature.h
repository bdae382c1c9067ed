// SPDX-License-Identifier: GPL-3.0-or-later
// Ed25519 (RFC 8032) with a node's key: what a node signs are the heads of its streams, its checkpoints, its words of erasure. A node's key
// is kept as its 32-byte seed; the secret key that grows out of it lives only while it signs. Any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace onedoor {

inline constexpr qsizetype nodeSeedBytes = 32;
inline constexpr qsizetype nodeSignatureBytes = 64;

/// 32 bytes; empty when `seed` is not as long as one.
QByteArray publicKeyOf(QByteArrayView seed);
/// 64 bytes; empty when `seed` is not as long as one.
QByteArray signedBy(QByteArrayView seed, QByteArrayView message);
/// False also for a key or a signature of another length: both come from outside.
bool isSignedBy(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

} // namespace onedoor
