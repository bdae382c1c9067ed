// SPDX-License-Identifier: GPL-3.0-or-later
// Whose events a node takes: the centre, the PCs that were let in, and the streams that they opened. Learnt from the events
// themselves, in the order in which they arrive. A value; the thread of the event log that owns it.
#pragma once

#include "core/journal/envelope.h"

#include <QHash>
#include <QSet>
#include <map>
#include <optional>
#include <set>

namespace onedoor::sync {

class Membership {
public:
    Membership() = default;
    explicit Membership(CentreId centre) : m_centre(centre) {}

    CentreId centre() const { return m_centre; }
    /// Whether events of this type say anything about members.
    static bool concerns(QByteArrayView type);
    /// Believes a node from the start, as if it had been let in with all compartments: people vouched for it before any event could.
    void trust(const NodeId& node, const QByteArray& publicKey);
    /// Takes in what an accepted event says of nodes and streams; others pass unread.
    void learn(const Envelope& envelope);

    /// Grows with everything learnt.
    std::uint64_t generation() const { return m_generation; }

    /// Whether this first event may open its stream. Forbidden "stream.notEnrolled", "node.revoked"; Corrupt "stream.notItsName".
    Result<void> mayOpen(const Envelope& first) const;
    /// Whether a later event of a known stream may follow. Forbidden "node.revoked".
    Result<void> mayFollow(const EventRef& event) const;
    /// Ed25519 key of the stream's author; empty when the stream is not known.
    QByteArray keyOf(const StreamId& stream) const;
    /// The keys with which a node was let in or opened a stream, also of one that was revoked since.
    std::vector<QByteArray> keysOfNode(const NodeId& node) const;
    /// The enrolled node of this key, also one that was revoked since; null when there is none.
    NodeId nodeWithKey(QByteArrayView publicKey) const;
    bool isRevoked(const NodeId& node) const;
    /// Keys of all nodes that belong and were not shut out.
    std::vector<QByteArray> admittedKeys() const;
    /// The stream that the node writes now, as far as it is known here; null when it never wrote.
    StreamId newestStreamOf(const NodeId& node) const;
    /// The last event that stands of each known stream of every revoked node.
    std::vector<EventRef> cutOffs() const;
    /// Every stream that the node opened, as far as it is known here.
    std::vector<StreamId> streamsOf(const NodeId& node) const;
    /// Where the node says that it is reached; nobody else's word is heeded. Nothing is known of one that was shut out.
    struct Address {
        QString host;
        std::uint16_t port = 0;
        friend bool operator==(const Address&, const Address&) = default;
    };
    std::optional<Address> addressOf(const NodeId& node) const;
    /// The hub that serves the centre, and where it was last said to be; none after it was left.
    struct Hub {
        NodeId node;
        Address address;
        friend bool operator==(const Hub&, const Hub&) = default;
    };
    std::optional<Hub> hub() const;
    /// Whether the centre had itself served by that node once and has left it since.
    bool hasLeftHub(const NodeId& node) const;
    /// Nothing is told to it and nothing taken from it: it was shut out, or it is a hub that the centre has left.
    bool isKeptOut(const NodeId& node) const { return isRevoked(node) || hasLeftHub(node); }
    /// All that belong and were not shut out, in the order of their ids.
    std::vector<NodeId> members() const;
    /// What the node may hold. Empty: nothing is known of it.
    std::vector<QByteArray> compartmentsOf(const NodeId& node) const;
    /// Whether these are all compartments that any node was ever let into: then no event can be of another one.
    bool areAll(const std::vector<QByteArray>& compartments) const;

private:
    void learnAddress(const Envelope& envelope, const NodeAddressed& addressed);
    void learnHub(const Envelope& envelope, const HubAddressed& addressed, bool isAfterTheLast);
    bool followHubWord(const Envelope& envelope);
    Result<void> isWithinCutOff(const NodeId& node, const EventRef& event) const;
    struct Stream {
        NodeId node;
        QByteArray publicKey;
    };
    struct Node {
        std::vector<QByteArray> publicKeys;
        std::vector<QByteArray> compartments;
        Address address;
        HybridTime addressedAt;
        Address hub; ///< without a host: it is none, or none any more
        HybridTime hubAddressedAt;
        std::vector<EventRef> hubWordAfter; ///< parents of the event that said so
        std::set<EventRef> sinceHubWord;    ///< that event, and those of this record that know of it
        bool isRevoked = false;
        std::map<StreamId, std::uint64_t> cutOffs;

        bool isLeftHub() const { return hubAddressedAt != HybridTime() && hub.host.isEmpty(); }
    };
    CentreId m_centre;
    std::uint64_t m_generation = 0;
    QHash<StreamId, Stream> m_streams;
    QSet<StreamId> m_left; ///< streams that their node goes on elsewhere
    QHash<NodeId, Node> m_nodes;
    std::set<QByteArray> m_everGranted; ///< besides those that everybody knows
};

} // namespace onedoor::sync
