// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/messages.h"

#include "core/sync/message_reader.h"

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype softwareBytes = 400;
constexpr qsizetype codeBytes = 100;
constexpr qsizetype wrappedBytes = 200;
constexpr qsizetype signatureBytes = 64;

void write(CborWriter& out, const RawId& id) { out.bytes(id.view()); }
void write(CborWriter& out, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    out.text({utf8.constData(), std::size_t(utf8.size())});
}
void write(CborWriter& out, const Head& head)
{
    out.unsignedInteger(head.sequence);
    out.bytes(viewOf(head.hash));
}
void write(CborWriter& out, const Frontier& frontier)
{
    out.array(frontier.size());
    for (const auto& [stream, sequence] : frontier) {
        out.array(2);
        write(out, stream.raw);
        out.unsignedInteger(sequence);
    }
}
void write(CborWriter& out, const StreamPart& part)
{
    out.array(5);
    write(out, part.stream.raw);
    out.unsignedInteger(part.first);
    out.array(part.items.size());
    for (const Item& item : part.items) {
        if (item.isWithheld()) {
            out.array(1);
            out.bytes(viewOf(item.hash));
        } else {
            out.bytes(item.envelope);
        }
    }
    out.unsignedInteger(part.signedHead.sequence);
    out.bytes(part.signedHead.signature);
}
void write(CborWriter& out, const Batch& batch)
{
    out.array(2);
    out.array(batch.parts.size());
    for (const StreamPart& part : batch.parts)
        write(out, part);
    out.array(batch.keys.size());
    for (const WrappedKey& key : batch.keys) {
        out.array(2);
        write(out, key.subject.raw);
        out.bytes(key.wrapped);
    }
}

void write(CborWriter& out, const std::vector<Erasure>& erasures)
{
    const std::size_t count = std::min(erasures.size(), erasuresAtMost);
    out.array(count);
    for (std::size_t at = 0; at < count; ++at) {
        const Erasure& each = erasures[at];
        out.array(5);
        write(out, each.person.raw);
        write(out, each.at.stream.raw);
        out.unsignedInteger(each.at.sequence);
        write(out, each.node.raw);
        out.bytes(each.signature);
    }
}

Frontier frontierFrom(MessageReader& in)
{
    Frontier frontier;
    for (std::uint64_t left = in.count(streamsAtMost); left > 0 && in.good(); --left) {
        in.array(2);
        const StreamId stream(in.id());
        const std::uint64_t sequence = in.number();
        if (!frontier.emplace(stream, sequence).second)
            in.refuse();
    }
    return frontier;
}

std::vector<Erasure> erasuresFrom(MessageReader& in)
{
    std::vector<Erasure> erasures;
    for (std::uint64_t left = in.count(erasuresAtMost); left > 0 && in.good(); --left) {
        in.array(5);
        Erasure each;
        each.person = PersonId(in.id());
        each.at.stream = StreamId(in.id());
        each.at.sequence = in.number();
        each.node = NodeId(in.id());
        each.signature = in.bytes(signatureBytes);
        if (each.at.sequence == 0 || each.signature.size() != signatureBytes)
            in.refuse();
        erasures.push_back(std::move(each));
    }
    return erasures;
}

Item itemFrom(MessageReader& in)
{
    Item item;
    if (in.isArrayNext()) {
        in.array(1);
        item.hash = in.hash();
        return item;
    }
    item.envelope = in.bytes(envelopeLimit);
    if (item.envelope.isEmpty())
        in.refuse();
    return item;
}

StreamPart partFrom(MessageReader& in, std::uint64_t& itemsLeft)
{
    StreamPart part;
    in.array(5);
    part.stream = StreamId(in.id());
    part.first = in.number();
    const std::uint64_t count = in.count(itemsLeft);
    itemsLeft -= count;
    part.items.reserve(std::size_t(std::min<std::uint64_t>(count, 1000)));
    for (std::uint64_t left = count; left > 0 && in.good(); --left)
        part.items.push_back(itemFrom(in));
    part.signedHead.sequence = in.number();
    part.signedHead.signature = in.bytes(signatureBytes);
    const bool isSigned = part.signedHead.sequence != 0;
    if (part.first == 0 || part.items.empty() || isSigned != (part.signedHead.signature.size() == signatureBytes))
        in.refuse();
    return part;
}

Batch batchFrom(MessageReader& in)
{
    Batch batch;
    in.array(2);
    std::uint64_t itemsLeft = itemsAtMost;
    for (std::uint64_t left = in.count(streamsAtMost); left > 0 && in.good(); --left)
        batch.parts.push_back(partFrom(in, itemsLeft));
    for (std::uint64_t left = in.count(itemsAtMost); left > 0 && in.good(); --left) {
        in.array(2);
        WrappedKey key;
        key.subject = PersonId(in.id());
        key.wrapped = in.bytes(wrappedBytes);
        batch.keys.push_back(std::move(key));
    }
    return batch;
}

template <typename Message>
Result<Message> finish(const MessageReader& in, Message message, const char* name)
{
    if (!in.finished())
        return fail(ErrorKind::Corrupt, u"sync.badMessage"_s, {}, {{u"message"_s, QString::fromLatin1(name)}});
    return message;
}

/// About how many bytes it takes, so that a long one is not moved again and again while it grows.
qsizetype sizeOf(const Batch& batch)
{
    constexpr qsizetype around = 64;
    qsizetype size = around;
    for (const StreamPart& part : batch.parts) {
        size += 2 * around;
        for (const Item& item : part.items)
            size += item.envelope.size() + (item.isWithheld() ? around : 5);
    }
    return size + qsizetype(batch.keys.size()) * 2 * around;
}

template <typename Fill>
QByteArray encoded(std::size_t items, const Fill& fill)
{
    QByteArray bytes;
    CborWriter out(bytes);
    out.array(items);
    fill(out);
    return bytes;
}

} // namespace

QByteArray headToSign(const StreamId& stream, std::uint64_t sequence, const Hash& hash)
{
    QByteArray bytes("onedoor head 1:");
    CborWriter out(bytes);
    write(out, stream.raw);
    write(out, Head{sequence, hash});
    return bytes;
}

QByteArray encode(const Hello& message)
{
    return encoded(10, [&](CborWriter& out) {
        out.unsignedInteger(message.oldest);
        out.unsignedInteger(message.newest);
        write(out, message.centre.raw);
        write(out, message.node.raw);
        write(out, message.stream.raw);
        write(out, message.head);
        out.unsignedInteger(std::uint64_t(std::max<std::int64_t>(message.wall.milliseconds, 0)));
        write(out, message.software);
        write(out, message.erasures);
    });
}

template <>
Result<Hello> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    Hello message;
    in.array(10);
    message.oldest = std::uint32_t(in.number(UINT32_MAX));
    message.newest = std::uint32_t(in.number(UINT32_MAX));
    message.centre = CentreId(in.id());
    message.node = NodeId(in.id());
    message.stream = StreamId(in.id());
    message.head = in.head();
    message.wall = in.instant();
    message.software = in.text(softwareBytes);
    message.erasures = erasuresFrom(in);
    return finish(in, std::move(message), "hello");
}

QByteArray encode(const Welcome& message)
{
    return encoded(7, [&](CborWriter& out) {
        out.unsignedInteger(message.protocol);
        write(out, message.node.raw);
        write(out, message.stream.raw);
        out.unsignedInteger(std::uint64_t(std::max<std::int64_t>(message.wall.milliseconds, 0)));
        write(out, message.software);
        out.array(message.heads.size());
        for (const auto& [stream, head] : message.heads) {
            out.array(3);
            write(out, stream.raw);
            write(out, head);
        }
        write(out, message.erasures);
    });
}

template <>
Result<Welcome> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    Welcome message;
    in.array(7);
    message.protocol = std::uint32_t(in.number(UINT32_MAX));
    message.node = NodeId(in.id());
    message.stream = StreamId(in.id());
    message.wall = in.instant();
    message.software = in.text(softwareBytes);
    for (std::uint64_t left = in.count(streamsAtMost); left > 0 && in.good(); --left) {
        in.array(3);
        const StreamId stream(in.id());
        if (!message.heads.emplace(stream, in.head()).second)
            in.refuse();
    }
    message.erasures = erasuresFrom(in);
    return finish(in, std::move(message), "welcome");
}

QByteArray encode(const HashesRequest& message)
{
    return encoded(2, [&](CborWriter& out) {
        write(out, message.stream.raw);
        out.array(message.sequences.size());
        for (const std::uint64_t sequence : message.sequences)
            out.unsignedInteger(sequence);
    });
}

template <>
Result<HashesRequest> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    HashesRequest message;
    in.array(2);
    message.stream = StreamId(in.id());
    for (std::uint64_t left = in.count(hashesAtMost); left > 0 && in.good(); --left)
        message.sequences.push_back(in.number());
    return finish(in, std::move(message), "hashes");
}

QByteArray encode(const HashesReply& message)
{
    return encoded(message.hashes.size(), [&](CborWriter& out) {
        for (const Hash& hash : message.hashes)
            out.bytes(viewOf(hash));
    });
}

template <>
Result<HashesReply> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    HashesReply message;
    for (std::uint64_t left = in.count(hashesAtMost); left > 0 && in.good(); --left)
        message.hashes.push_back(in.hash());
    return finish(in, std::move(message), "hashes");
}

QByteArray encode(const PullRequest& message)
{
    return encoded(2, [&](CborWriter& out) {
        write(out, message.have);
        out.unsignedInteger(message.bytes);
    });
}

template <>
Result<PullRequest> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    PullRequest message;
    in.array(2);
    message.have = frontierFrom(in);
    message.bytes = in.number();
    return finish(in, std::move(message), "pull");
}

QByteArray encode(const PullReply& message)
{
    QByteArray bytes;
    bytes.reserve(sizeOf(message.batch));
    CborWriter out(bytes);
    out.array(2);
    write(out, message.batch);
    out.boolean(message.more);
    return bytes;
}

template <>
Result<PullReply> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    PullReply message;
    in.array(2);
    message.batch = batchFrom(in);
    message.more = in.flag();
    return finish(in, std::move(message), "pull");
}

QByteArray encode(const Batch& message)
{
    QByteArray bytes;
    bytes.reserve(sizeOf(message));
    CborWriter out(bytes);
    write(out, message);
    return bytes;
}

template <>
Result<Batch> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    Batch message = batchFrom(in);
    return finish(in, std::move(message), "push");
}

QByteArray encode(const PushReply& message)
{
    return encoded(2, [&](CborWriter& out) {
        write(out, message.have);
        out.array(message.refusals.size());
        for (const Refusal& refusal : message.refusals) {
            out.array(3);
            write(out, refusal.at.stream.raw);
            out.unsignedInteger(refusal.at.sequence);
            write(out, refusal.code);
        }
    });
}

template <>
Result<PushReply> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    PushReply message;
    in.array(2);
    message.have = frontierFrom(in);
    for (std::uint64_t left = in.count(streamsAtMost); left > 0 && in.good(); --left) {
        in.array(3);
        Refusal refusal;
        refusal.at.stream = StreamId(in.id());
        refusal.at.sequence = in.number();
        refusal.code = in.text(codeBytes);
        message.refusals.push_back(std::move(refusal));
    }
    return finish(in, std::move(message), "push");
}

QByteArray encode(const ReceiptRequest& message)
{
    return encoded(1, [&](CborWriter& out) { write(out, message.stream.raw); });
}

template <>
Result<ReceiptRequest> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    in.array(1);
    const ReceiptRequest message{StreamId(in.id())};
    return finish(in, message, "receipt");
}

QByteArray encode(const ReceiptReply& message)
{
    return encoded(4, [&](CborWriter& out) {
        write(out, message.head);
        out.unsignedInteger(std::uint64_t(std::max<std::int64_t>(message.wall.milliseconds, 0)));
        out.bytes(message.signature);
    });
}

template <>
Result<ReceiptReply> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    ReceiptReply message;
    in.array(4);
    message.head = in.head();
    message.wall = in.instant();
    message.signature = in.bytes(signatureBytes);
    const bool isSigned = message.head.sequence != 0;
    if (isSigned != (message.signature.size() == signatureBytes))
        in.refuse();
    return finish(in, std::move(message), "receipt");
}

QByteArray encode(const News& message)
{
    QByteArray bytes;
    CborWriter out(bytes);
    write(out, message.heads);
    return bytes;
}

template <>
Result<News> decode(QByteArrayView bytes)
{
    MessageReader in(bytes);
    News message{frontierFrom(in)};
    return finish(in, std::move(message), "news");
}

} // namespace onedoor::sync
