// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_forger.h"

namespace onedoor::simulator {

namespace {

struct Place {
    StreamId stream;
    std::uint64_t sequence = 0;
    Hash previous{};
};

/// An event in the place, with the forger's own key pair over it when `isSigned`.
sync::StreamPart forged(SimWorld& world, const Place& place, const Event& event, const RawId& record, bool isSigned)
{
    SimKeys keys(world.random());
    EnvelopeHeader header;
    header.ref = {place.stream, place.sequence};
    header.previous = place.previous;
    header.record = record;
    header.wall = {worldBegins + world.now()};
    header.time = HybridTime::at(header.wall);
    sync::StreamPart part{place.stream, place.sequence, {{}}, {}};
    if (!encodeEnvelope(part.items.front().envelope, header, event, {}, keys))
        return part;
    QByteArray seed(32, 'f');
    if (isSigned)
        part.signedHead = {place.sequence, KeyPair::fromSeed(seed).sign(sync::headToSign(place.stream, place.sequence, hashOf(part.items.front().envelope)))};
    return part;
}

/// A whole stream of a PC that nobody let in.
sync::StreamPart stranger(SimWorld& world)
{
    StreamOpened opened;
    opened.centre = world.centre();
    opened.node = NodeId(RawId::named("stranger"));
    opened.incarnation = RawId::make({worldBegins + world.now()}, world.random());
    opened.publicKey = KeyPair::fromSeed(QByteArray(32, 'f')).publicKey;
    const StreamId stream = streamNamedBy(opened);
    return forged(world, {stream, 1, {}}, opened, stream.raw, true);
}

/// A greeting that must not be answered: of another centre, in another protocol, or from nobody.
void greetFalsely(SimWorld& world, const SimNode& desk, SimNode& host)
{
    sync::Hello hello;
    hello.centre = world.centre();
    hello.node = desk.log->ownNode();
    hello.stream = desk.log->ownStream();
    NodeId peer = hello.node;
    switch (world.random().below(3)) {
    case 0:
        hello.centre = CentreId(RawId::named("another centre"));
        break;
    case 1:
        hello.oldest = hello.newest = sync::protocolNewest + 1;
        break;
    default:
        peer = NodeId(RawId::named("nobody"));
        break;
    }
    if (host.responder->hello(peer, sync::encode(hello)))
        world.fault(QStringLiteral("%1: a false greeting was answered").arg(host.name));
}

/// A word for what the host has written, in the desk's name and not signed by it.
void certifyFalsely(SimWorld& world, const SimNode& desk, SimNode& host)
{
    const StreamId stream = host.log->ownStream();
    const std::vector<SimLog::Stored>& events = host.log->streams().at(stream);
    Receipt receipt{.node = desk.log->ownNode(), .stream = stream, .sequence = events.size(), .hash = events.back().hash, .at = {worldBegins + world.now()}, .signature = {}};
    receipt.signature = KeyPair::fromSeed(QByteArray(32, 'f')).sign(receiptToSign(world.centre(), receipt));
    const Result<bool> kept = sync::keepIfProven(*host.log, receipt.node, stream, {{receipt.sequence, receipt.hash}, receipt.at, receipt.signature});
    if (kept.value_or(false))
        world.fault(QStringLiteral("%1: a forged receipt was kept").arg(host.name));
}

void handOver(SimWorld& world, const SimNode& desk, SimNode& host, const sync::Batch& batch)
{
    const Result<QByteArray> answer = host.responder->push(desk.log->ownNode(), sync::encode(batch));
    world.trace().line(world.now(), desk.name, "forges", answer ? QStringLiteral("answered") : answer.error().code);
    if (answer) {
        const Result<sync::PushReply> reply = sync::decode<sync::PushReply>(*answer);
        if (!reply || reply->refusals.empty())
            world.fault(QStringLiteral("%1: a forged event was not refused").arg(host.name));
    }
    world.grew(host);
    if (host.log->mustReopen())
        world.restartAfter(host, 100);
}

} // namespace

void forgeSomething(SimWorld& world, const SimNode& desk, SimNode& host)
{
    if (!host.runs())
        return;
    const auto& streams = host.log->streams();
    auto chosen = std::next(streams.begin(), std::ptrdiff_t(world.random().below(streams.size())));
    if (chosen->second.empty() || chosen->first == host.log->ownStream())
        return;
    const Place next{chosen->first, chosen->second.size() + 1, chosen->second.back().hash};
    Place gap = next;
    gap.sequence += 3;
    Place unchained = next;
    unchained.previous[0] ^= 1;
    const Event event = PlaceLeft{};
    const RawId record = placeRecord(QStringLiteral("nowhere"));
    Place elsewhere = next;
    elsewhere.sequence += 1; // the part says one place, the event another
    sync::Batch batch;
    switch (world.random().below(9)) {
    case 0:
        batch.parts.push_back(stranger(world));
        break;
    case 1:
        batch.parts.push_back(forged(world, next, event, record, true));
        break;
    case 2:
        batch.parts.push_back(forged(world, gap, event, record, false));
        break;
    case 3:
        batch.parts.push_back(forged(world, unchained, event, record, false));
        break;
    case 4: // another history of what is there already
        batch.parts.push_back(forged(world, {next.stream, next.sequence - 1, {}}, event, record, false));
        break;
    case 5:
        batch.parts.push_back(forged(world, elsewhere, event, record, false));
        batch.parts.front().first = next.sequence;
        break;
    case 6:
        certifyFalsely(world, desk, host);
        return;
    default:
        greetFalsely(world, desk, host);
        return;
    }
    handOver(world, desk, host, batch);
}

} // namespace onedoor::simulator
