// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/membership.h"

#include "core/domain/node/node_state.h"
#include "core/sync/planted.h"

#include <algorithm>
#include <limits>

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

Unexpected refused(const char* code, const EventRef& at)
{
    return fail(ErrorKind::Forbidden, QString::fromLatin1(code), {},
                {{u"stream"_s, at.stream.toString()}, {u"sequence"_s, qulonglong(at.sequence)}});
}

} // namespace

/// Only these are opened; anything else passes without being decoded.
bool Membership::concerns(QByteArrayView type)
{
    return type == QByteArrayView(StreamOpened::type) || type == QByteArrayView(NodeEnrolled::type) || type == QByteArrayView(NodeRevoked::type)
        || type == QByteArrayView(CentreFounded::type) || type == QByteArrayView(NodeAddressed::type)
        || type == QByteArrayView(HubAddressed::type) || type == QByteArrayView(NodeRenamed::type);
}

void Membership::trust(const NodeId& node, const QByteArray& publicKey)
{
    m_nodes[node].publicKeys.push_back(publicKey);
    m_nodes[node].compartments = {hallCompartment, restrictedCompartment};
}

void Membership::learn(const Envelope& envelope)
{
    if (!concerns(envelope.type))
        return;
    ++m_generation;
    const Event event = readEvent(envelope, nullptr).event;
    const bool followsHubWord = followHubWord(envelope);
    if (const auto* opened = std::get_if<StreamOpened>(&event)) {
        if (m_centre.isNull())
            m_centre = opened->centre;
        m_streams.insert(envelope.ref.stream, {opened->node, opened->publicKey});
        m_nodes[opened->node]; // known from now on, if only by name
        m_left.insert(opened->previousStream);
    } else if (const auto* enrolled = std::get_if<NodeEnrolled>(&event); enrolled != nullptr && !planted(Bug::EnrolmentUnheard)) {
        Node& node = m_nodes[NodeId(envelope.record)];
        node.publicKeys.push_back(enrolled->publicKey);
        node.compartments.clear();
        for (const QString& name : enrolled->compartments)
            node.compartments.push_back(name.toUtf8());
        m_everGranted.insert(node.compartments.begin(), node.compartments.end());
    } else if (const auto* revoked = std::get_if<NodeRevoked>(&event)) {
        Node& node = m_nodes[NodeId(envelope.record)];
        addCutOffs(node.cutOffs, *revoked);
        node.isRevoked = true;
    } else if (const auto* addressed = std::get_if<NodeAddressed>(&event)) {
        learnAddress(envelope, *addressed);
    } else if (const auto* hub = std::get_if<HubAddressed>(&event)) {
        learnHub(envelope, *hub, followsHubWord);
    } else if (std::holds_alternative<CentreFounded>(event)) {
        // Who founded the centre needs nobody to let it in.
        if (const auto founder = m_streams.constFind(envelope.ref.stream); founder != m_streams.constEnd()) {
            Node& node = m_nodes[founder->node];
            node.publicKeys.push_back(founder->publicKey);
            node.compartments = {hallCompartment, restrictedCompartment};
        }
    }
}

/// Of a node's addresses the one that it told last, in whatever order they come.
void Membership::learnAddress(const Envelope& envelope, const NodeAddressed& addressed)
{
    const auto author = m_streams.constFind(envelope.ref.stream);
    const bool isOwnWord = author != m_streams.constEnd() && author->node.raw == envelope.record;
    if (!isOwnWord || addressed.host.isEmpty() || addressed.port == 0 || addressed.port > std::numeric_limits<std::uint16_t>::max())
        return;
    Node& node = m_nodes[author->node];
    if (!node.address.host.isEmpty() && envelope.time < node.addressedAt)
        return;
    node.address = {addressed.host, std::uint16_t(addressed.port)};
    node.addressedAt = envelope.time;
}

/// Any PC that belongs may say it: what it can do with it is send the host to somebody who does not hold the hub's key.
void Membership::learnHub(const Envelope& envelope, const HubAddressed& addressed, bool isAfterTheLast)
{
    if (addressed.port > std::numeric_limits<std::uint16_t>::max() || addressed.host.isEmpty() != (addressed.port == 0))
        return;
    Node& node = m_nodes[NodeId(envelope.record)];
    const bool isBeforeTheLast = std::find(node.hubWordAfter.begin(), node.hubWordAfter.end(), envelope.ref) != node.hubWordAfter.end();
    if (isBeforeTheLast || (!isAfterTheLast && envelope.time < node.hubAddressedAt))
        return;
    node.hub = {addressed.host, std::uint16_t(addressed.port)};
    node.hubAddressedAt = envelope.time;
    node.hubWordAfter = envelope.parents;
    node.sinceHubWord = {envelope.ref};
}

/// Whether the author knew of the last word about the hub. A clock that runs ahead does not make a word count more than one that answers it.
bool Membership::followHubWord(const Envelope& envelope)
{
    const auto node = m_nodes.find(NodeId(envelope.record));
    if (node == m_nodes.end() || node->sinceHubWord.empty())
        return false;
    const bool follows = std::any_of(envelope.parents.begin(), envelope.parents.end(), [&](const EventRef& parent) { return node->sinceHubWord.contains(parent); });
    if (follows)
        node->sinceHubWord.insert(envelope.ref);
    return follows;
}

Result<void> Membership::mayOpen(const Envelope& first) const
{
    const Event event = readEvent(first, nullptr).event;
    const auto* opened = std::get_if<StreamOpened>(&event);
    if (opened == nullptr || streamNamedBy(*opened) != first.ref.stream || opened->centre != m_centre)
        return fail(ErrorKind::Corrupt, u"stream.notItsName"_s, {}, {{u"stream"_s, first.ref.stream.toString()}});
    const auto node = m_nodes.constFind(opened->node);
    if (node == m_nodes.constEnd() || std::find(node->publicKeys.begin(), node->publicKeys.end(), opened->publicKey) == node->publicKeys.end())
        return refused("stream.notEnrolled", first.ref);
    return isWithinCutOff(opened->node, first.ref);
}

Result<void> Membership::mayFollow(const EventRef& event) const
{
    const auto stream = m_streams.constFind(event.stream);
    if (stream == m_streams.constEnd())
        return refused("stream.notEnrolled", event);
    return isWithinCutOff(stream->node, event);
}

Result<void> Membership::isWithinCutOff(const NodeId& node, const EventRef& event) const
{
    const auto known = m_nodes.constFind(node);
    if (known == m_nodes.constEnd() || !known->isRevoked)
        return {};
    const auto cutOff = known->cutOffs.find(event.stream);
    if (cutOff == known->cutOffs.end() || event.sequence > cutOff->second)
        return refused("node.revoked", event);
    return {};
}

QByteArray Membership::keyOf(const StreamId& stream) const
{
    const auto known = m_streams.constFind(stream);
    return known == m_streams.constEnd() ? QByteArray() : known->publicKey;
}

std::vector<QByteArray> Membership::keysOfNode(const NodeId& node) const
{
    const auto known = m_nodes.constFind(node);
    return known == m_nodes.constEnd() ? std::vector<QByteArray>() : known->publicKeys;
}

NodeId Membership::nodeWithKey(QByteArrayView publicKey) const
{
    for (auto node = m_nodes.constBegin(); node != m_nodes.constEnd(); ++node) {
        const auto& keys = node->publicKeys;
        if (std::any_of(keys.begin(), keys.end(), [&](const QByteArray& each) { return each == publicKey; }))
            return node.key();
    }
    return {};
}

bool Membership::isRevoked(const NodeId& node) const
{
    const auto known = m_nodes.constFind(node);
    return known != m_nodes.constEnd() && known->isRevoked;
}

std::vector<QByteArray> Membership::admittedKeys() const
{
    std::vector<QByteArray> keys;
    for (const Node& node : m_nodes) {
        if (!node.isRevoked && !node.isLeftHub())
            keys.insert(keys.end(), node.publicKeys.begin(), node.publicKeys.end());
    }
    return keys;
}

std::optional<Membership::Address> Membership::addressOf(const NodeId& node) const
{
    const auto known = m_nodes.constFind(node);
    if (known == m_nodes.constEnd() || known->isRevoked || known->address.host.isEmpty())
        return std::nullopt;
    return known->address;
}

/// Two PCs may have joined one each without knowing of the other: the one named last counts.
std::optional<Membership::Hub> Membership::hub() const
{
    std::optional<Hub> newest;
    HybridTime since;
    for (auto node = m_nodes.constBegin(); node != m_nodes.constEnd(); ++node) {
        if (node->isRevoked || node->publicKeys.empty() || node->hub.host.isEmpty() || (newest && node->hubAddressedAt < since))
            continue;
        newest = Hub{node.key(), node->hub};
        since = node->hubAddressedAt;
    }
    return newest;
}

bool Membership::hasLeftHub(const NodeId& node) const
{
    const auto known = m_nodes.constFind(node);
    return known != m_nodes.constEnd() && known->isLeftHub();
}

std::vector<NodeId> Membership::members() const
{
    std::vector<NodeId> all;
    for (auto node = m_nodes.constBegin(); node != m_nodes.constEnd(); ++node) {
        if (!node->isRevoked && !node->publicKeys.empty())
            all.push_back(node.key());
    }
    std::sort(all.begin(), all.end());
    return all;
}

StreamId Membership::newestStreamOf(const NodeId& node) const
{
    for (const StreamId& stream : streamsOf(node)) {
        if (!m_left.contains(stream))
            return stream;
    }
    return {};
}

std::vector<EventRef> Membership::cutOffs() const
{
    std::vector<EventRef> last;
    for (auto stream = m_streams.constBegin(); stream != m_streams.constEnd(); ++stream) {
        const auto node = m_nodes.constFind(stream->node);
        if (node == m_nodes.constEnd() || !node->isRevoked)
            continue;
        const auto cutOff = node->cutOffs.find(stream.key());
        last.push_back({stream.key(), cutOff == node->cutOffs.end() ? 0 : cutOff->second});
    }
    std::sort(last.begin(), last.end());
    return last;
}

std::vector<StreamId> Membership::streamsOf(const NodeId& node) const
{
    std::vector<StreamId> streams;
    for (auto stream = m_streams.constBegin(); stream != m_streams.constEnd(); ++stream) {
        if (stream->node == node)
            streams.push_back(stream.key());
    }
    std::sort(streams.begin(), streams.end());
    return streams;
}

std::vector<QByteArray> Membership::compartmentsOf(const NodeId& node) const
{
    const auto known = m_nodes.constFind(node);
    return known == m_nodes.constEnd() ? std::vector<QByteArray>() : known->compartments;
}

bool Membership::areAll(const std::vector<QByteArray>& compartments) const
{
    const auto isAmong = [&](const QByteArray& each) { return std::find(compartments.begin(), compartments.end(), each) != compartments.end(); };
    return isAmong(hallCompartment) && isAmong(restrictedCompartment) && std::all_of(m_everGranted.begin(), m_everGranted.end(), isAmong);
}

} // namespace onedoor::sync
