// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/envelope.h"

#include "core/journal/payload.h"

#include <QHash>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;
using Kind = CborReader::Kind;

namespace {

constexpr std::size_t envelopeItems = 15;
constexpr std::uint64_t parentsLimit = 64;
constexpr std::uint64_t subjectsLimit = 16;

/// What a sealed half is bound to, so that it can't be moved to another event.
QByteArray sealContext(const EnvelopeHeader& header)
{
    QByteArray context;
    context.reserve(64);
    context.append(header.ref.stream.raw.view());
    context.append(QByteArray::number(qulonglong(header.ref.sequence)));
    context.append('/');
    context.append(header.record.view());
    context.append(header.type);
    return context;
}

void writeParents(CborWriter& out, const EnvelopeHeader& header)
{
    out.array(header.parents.size());
    for (const EventRef& parent : header.parents) {
        if (parent.stream == header.ref.stream) {
            out.unsignedInteger(parent.sequence);
        } else {
            out.array(2);
            out.bytes(parent.stream.raw.view());
            out.unsignedInteger(parent.sequence);
        }
    }
}

void writeHeader(CborWriter& out, const EnvelopeHeader& header)
{
    out.array(envelopeItems);
    out.unsignedInteger(envelopeFormat);
    out.bytes(header.ref.stream.raw.view());
    out.unsignedInteger(header.ref.sequence);
    out.bytes(viewOf(header.previous));
    out.bytes(header.record.view());
    writeParents(out, header);
    out.text({header.type.constData(), std::size_t(header.type.size())});
    out.unsignedInteger(header.version);
    out.bytes(header.actor.raw.view());
    out.unsignedInteger(header.time.value);
    out.signedInteger(header.wall.milliseconds);
    out.text({header.compartment.constData(), std::size_t(header.compartment.size())});
    out.array(header.subjects.size());
    for (const PersonId& subject : header.subjects)
        out.bytes(subject.raw.view());
}

Unexpected malformed(const char* what)
{
    return fail(ErrorKind::Corrupt, u"envelope.malformed"_s, {}, {{u"part"_s, QString::fromLatin1(what)}});
}

bool takeId(CborReader& in, RawId& id)
{
    const CborReader::Item item = in.next();
    const auto found = item.kind == Kind::Bytes ? RawId::fromBytes(item.view) : std::nullopt;
    id = found.value_or(RawId{});
    return found.has_value();
}

bool takeNumber(CborReader& in, std::uint64_t& number, std::uint64_t limit = UINT64_MAX)
{
    const CborReader::Item item = in.next();
    number = item.number;
    return item.kind == Kind::Unsigned && number <= limit;
}

bool takeText(CborReader& in, QByteArray& text, qsizetype limit)
{
    const CborReader::Item item = in.next();
    text = item.view.toByteArray();
    return item.kind == Kind::Text && text.size() <= limit;
}

bool takeHash(CborReader& in, Hash& hash)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Bytes || item.view.size() != qsizetype(hash.size()))
        return false;
    std::memcpy(hash.data(), item.view.data(), hash.size());
    return true;
}

bool takeParents(CborReader& in, EnvelopeHeader& header)
{
    const CborReader::Item list = in.next();
    if (list.kind != Kind::Array || list.number > parentsLimit)
        return false;
    header.parents.resize(std::size_t(list.number));
    for (EventRef& parent : header.parents) {
        parent.stream = header.ref.stream;
        if (in.peek().kind == Kind::Array) {
            if (in.next().number != 2 || !takeId(in, parent.stream.raw))
                return false;
        }
        if (!takeNumber(in, parent.sequence) || parent.sequence == 0)
            return false;
    }
    return true;
}

bool takeSubjects(CborReader& in, EnvelopeHeader& header)
{
    const CborReader::Item list = in.next();
    if (list.kind != Kind::Array || list.number > subjectsLimit)
        return false;
    header.subjects.resize(std::size_t(list.number));
    for (PersonId& subject : header.subjects) {
        if (!takeId(in, subject.raw))
            return false;
    }
    return true;
}

bool takeWall(CborReader& in, Instant& wall)
{
    return payload::read(in, field("wall"), wall);
}

bool takeSealed(CborReader& in, Envelope& envelope)
{
    const CborReader::Item list = in.next();
    if (list.kind != Kind::Array || list.number > envelope.subjects.size())
        return false;
    envelope.sealed.resize(std::size_t(list.number));
    for (QByteArrayView& sealed : envelope.sealed) {
        const CborReader::Item item = in.next();
        if (item.kind != Kind::Bytes)
            return false;
        sealed = item.view;
    }
    return true;
}

/// Position of a type's name in the Event variant; 0, UnknownEvent, when it is not ours.
std::size_t indexOfType(const QByteArray& type)
{
    static const QHash<QByteArray, std::size_t> table = []<std::size_t... index>(std::index_sequence<index...>) {
        return QHash<QByteArray, std::size_t>{{QByteArray(std::variant_alternative_t<index + 1, Event>::type), index + 1}...};
    }(std::make_index_sequence<std::variant_size_v<Event> - 1>{});
    return table.value(type, 0);
}

template <typename EventType>
ReadEvent readTyped(const Envelope& envelope, Sealer* sealer)
{
    if constexpr (std::is_same_v<EventType, UnknownEvent>) {
        return {UnknownEvent{}, Reading::Unknown};
    } else {
        EventType event;
        if (envelope.version != EventType::version || !payload::decode(envelope.body, event, payload::Half::Clear))
            return {UnknownEvent{}, Reading::Unknown};
        if (envelope.sealed.empty())
            return {std::move(event), Reading::Whole};
        if (sealer == nullptr)
            return {std::move(event), Reading::Sealed};
        const Result<QByteArray> plain = sealer->open(envelope.subjects.front(), envelope.sealed.front(), sealContext(envelope));
        if (!plain)
            return {std::move(event), Reading::Erased};
        if (!payload::decode(*plain, event, payload::Half::Personal))
            return {UnknownEvent{}, Reading::Unknown};
        return {std::move(event), Reading::Whole};
    }
}

} // namespace

Hash hashOf(QByteArrayView bytes)
{
    Hash hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long long>(bytes.size()));
    return hash;
}

Result<void> encodeEnvelope(QByteArray& out, EnvelopeHeader& header, const Event& event, PersonId subject, Sealer& sealer)
{
    return std::visit(
        [&](const auto& each) -> Result<void> {
            using EventType = std::decay_t<decltype(each)>;
            header.type = QByteArray::fromRawData(EventType::type, qsizetype(std::char_traits<char>::length(EventType::type)));
            header.version = EventType::version;
            QByteArray sealed;
            if (payload::hasPersonal(each)) {
                QByteArray plain;
                payload::encode(plain, each, payload::Half::Personal);
                header.subjects = {subject};
                ONEDOOR_ASSIGN(sealed, sealer.seal(subject, plain, sealContext(header)));
            }
            CborWriter writer(out);
            writeHeader(writer, header);
            payload::encode(out, each, payload::Half::Clear);
            writer.array(sealed.isEmpty() ? 0 : 1);
            if (!sealed.isEmpty())
                writer.bytes(sealed);
            return {};
        },
        event);
}

Result<Envelope> decodeEnvelope(QByteArrayView bytes)
{
    if (bytes.size() > envelopeLimit)
        return malformed("size");
    CborReader in(bytes);
    const CborReader::Item list = in.next();
    if (list.kind != Kind::Array || list.number != envelopeItems)
        return malformed("array");
    Envelope envelope;
    std::uint64_t number = 0;
    if (!takeNumber(in, number) || number != envelopeFormat)
        return malformed("format");
    if (!takeId(in, envelope.ref.stream.raw) || !takeNumber(in, envelope.ref.sequence) || envelope.ref.sequence == 0)
        return malformed("stream");
    if (!takeHash(in, envelope.previous))
        return malformed("previous");
    if (!takeId(in, envelope.record))
        return malformed("record");
    if (!takeParents(in, envelope))
        return malformed("parents");
    if (!takeText(in, envelope.type, 64) || !takeNumber(in, number, UINT32_MAX))
        return malformed("type");
    envelope.version = static_cast<std::uint32_t>(number);
    if (!takeId(in, envelope.actor.raw) || !takeNumber(in, envelope.time.value) || !takeWall(in, envelope.wall))
        return malformed("author");
    if (!takeText(in, envelope.compartment, 64) || !takeSubjects(in, envelope))
        return malformed("scope");
    if (in.peek().kind != Kind::Map)
        return malformed("body");
    envelope.body = in.whole();
    if (envelope.body.isEmpty() || !takeSealed(in, envelope) || !in.atEnd())
        return malformed("sealed");
    return envelope;
}

ReadEvent readEvent(const Envelope& envelope, Sealer* sealer)
{
    using Reader = ReadEvent (*)(const Envelope&, Sealer*);
    static constexpr auto readers = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array<Reader, sizeof...(index)>{&readTyped<std::variant_alternative_t<index, Event>>...};
    }(std::make_index_sequence<std::variant_size_v<Event>>{});
    return readers[indexOfType(envelope.type)](envelope, sealer);
}

} // namespace onedoor
