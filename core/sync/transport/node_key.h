// SPDX-License-Identifier: GPL-3.0-or-later
// By what nodes know each other: a node's Ed25519 public key, its short form for people, and what a client expects of a server.
// A fingerprint is 120 bits of BLAKE2b over the key, written as six groups of four characters of Crockford's base 32: whoever
// wants another key with the same fingerprint has to try 2^120 of them. Plain values, any thread.
#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <compare>
#include <functional>
#include <span>
#include <variant>

namespace onedoor {

struct NodeKey {
    static constexpr std::size_t size = 32;
    std::array<unsigned char, size> bytes{};

    /// Invalid "sync.nodeKey" unless there are exactly 32 bytes.
    static Result<NodeKey> fromBytes(const QByteArray& bytes);
    QByteArray toBytes() const;

    auto operator<=>(const NodeKey&) const = default;
};

struct NodeFingerprint {
    static constexpr std::size_t size = 15;
    std::array<unsigned char, size> bytes{};

    static NodeFingerprint of(const NodeKey& key);
    /// Forgives lower case, O for 0, I and L for 1, blanks and dashes. Invalid "sync.fingerprint" otherwise.
    static Result<NodeFingerprint> parse(const QString& text);
    /// "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
    QString toText() const;

    auto operator<=>(const NodeFingerprint&) const = default;
};

/// Whom a client talks to and to nobody else: the key once it is known, the fingerprint while pairing.
class ServerPin {
public:
    ServerPin(const NodeKey& key) : m_expected(key) {}                         // NOLINT: a key is a pin
    ServerPin(const NodeFingerprint& fingerprint) : m_expected(fingerprint) {} // NOLINT: so is a fingerprint
    bool accepts(const NodeKey& key) const;

private:
    std::variant<NodeKey, NodeFingerprint> m_expected;
};

} // namespace onedoor

template <>
struct std::hash<onedoor::NodeKey> {
    /// Keys are evenly spread already.
    std::size_t operator()(const onedoor::NodeKey& key) const noexcept;
};
