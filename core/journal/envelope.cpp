// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/envelope.h"

#include "core/journal/payload.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;
using Kind = CborReader::Kind;

namespace {

constexpr std::size_t envelopeItems = 15;
constexpr std::uint64_t parentsLimit = 1024; // a record has at most one head per stream
constexpr std::uint64_t sequenceLimit = INT64_MAX;
constexpr qsizetype wordLimit = 64;
constexpr std::uint64_t subjectsLimit = 16;

/// What a sealed half is bound to, so that it can't be moved to another event.
class SealContext {
public:
    explicit SealContext(const EnvelopeHeader& header)
    {
        append(header.ref.stream.raw.view());
        append(header.ref.sequence);
        append("/");
        append(header.record.view());
        append(header.type);
        append("@");
        append(header.version);
    }
    QByteArrayView view() const { return {m_bytes.data(), m_size}; }

private:
    static constexpr qsizetype idLength = 16;
    static constexpr qsizetype numberLength = 20;

    void append(QByteArrayView bytes)
    {
        std::memcpy(m_bytes.data() + m_size, bytes.data(), std::size_t(bytes.size()));
        m_size += bytes.size();
    }
    void append(std::uint64_t number)
    {
        char* const begin = m_bytes.data() + m_size;
        m_size += std::to_chars(begin, begin + numberLength, number).ptr - begin;
    }

    std::array<char, 2 * idLength + 2 * numberLength + wordLimit + 2> m_bytes; // not cleared first: only what was written is read
    qsizetype m_size = 0;
};

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

Unexpected unwritable(const char* what)
{
    return fail(ErrorKind::Internal, u"envelope.unwritable"_s, {}, {{u"part"_s, QString::fromLatin1(what)}});
}

Unexpected malformed(const char* what)
{
    return fail(ErrorKind::Corrupt, u"envelope.malformed"_s, {}, {{u"part"_s, QString::fromLatin1(what)}});
}

bool takeId(CborReader& in, RawId& id)
{
    const char* const bytes = in.fixedBytes(id.bytes.size());
    if (bytes == nullptr)
        return false;
    std::memcpy(id.bytes.data(), bytes, id.bytes.size());
    return true;
}

bool takeNumber(CborReader& in, std::uint64_t& number, std::uint64_t limit = UINT64_MAX)
{
    const CborReader::Item item = in.next();
    number = item.number;
    return item.kind == Kind::Unsigned && number <= limit;
}

/// Names of types and compartments: printable ASCII without blanks, not empty.
bool isWord(QByteArrayView text)
{
    const auto printable = [](char c) { return c > ' ' && c < '\x7f'; };
    return !text.isEmpty() && text.size() <= wordLimit && std::all_of(text.begin(), text.end(), printable);
}

bool takeWord(CborReader& in, QByteArray& text)
{
    const CborReader::Item item = in.next();
    if (item.kind != Kind::Text || !isWord(item.view))
        return false;
    text = QByteArray::fromRawData(item.view.data(), item.view.size());
    return true;
}

bool isAscending(const std::vector<EventRef>& parents)
{
    return std::adjacent_find(parents.begin(), parents.end(), std::greater_equal<>()) == parents.end();
}

/// An author can't have seen its own later events, and names each head once.
bool areParents(const EventRef& own, const std::vector<EventRef>& parents)
{
    const auto possible = [&](const EventRef& parent) {
        return parent.sequence != 0 && parent.sequence <= sequenceLimit && (parent.stream != own.stream || parent.sequence < own.sequence);
    };
    return parents.size() <= parentsLimit && isAscending(parents) && std::all_of(parents.begin(), parents.end(), possible);
}

bool takeHash(CborReader& in, Hash& hash)
{
    const char* const bytes = in.fixedBytes(hash.size());
    if (bytes == nullptr)
        return false;
    std::memcpy(hash.data(), bytes, hash.size());
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
        CborReader::Item item = in.next();
        if (item.kind == Kind::Array) {
            if (item.number != 2 || !takeId(in, parent.stream.raw) || parent.stream == header.ref.stream)
                return false;
            item = in.next();
        }
        if (item.kind != Kind::Unsigned)
            return false;
        parent.sequence = item.number;
    }
    return areParents(header.ref, header.parents);
}

bool takeSubjects(CborReader& in, EnvelopeHeader& header)
{
    const CborReader::Item list = in.next();
    if (list.kind != Kind::Array || list.number > subjectsLimit)
        return false;
    header.subjects.resize(std::size_t(list.number));
    for (PersonId& subject : header.subjects) {
        if (!takeId(in, subject.raw) || subject.isNull())
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
    if (list.kind != Kind::Array || list.number != envelope.subjects.size())
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

/// Where the names of our types stand by a hash of theirs, worked out by the compiler: each event that is read asks once.
class TypeTable {
public:
    template <std::size_t... index>
    explicit consteval TypeTable(std::index_sequence<index...>)
    {
        (add(std::variant_alternative_t<index + 1, EventKinds>::type, index + 1), ...);
    }
    /// Position in the Event variant; 0, UnknownEvent, when it is not ours.
    constexpr std::size_t find(std::string_view type) const
    {
        std::size_t at = slotOf(type);
        while (m_places[at] != 0 && m_names[at] != type)
            at = (at + 1) % slots;
        return m_places[at];
    }

private:
    static constexpr std::size_t slots = 512; ///< several times as many as there are types, so that few share one

    /// FNV-1a (Fowler, Noll, Vo), 32 bits.
    static constexpr std::size_t slotOf(std::string_view type)
    {
        std::uint32_t hash = 2'166'136'261;
        for (const char c : type)
            hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
        return (hash ^ hash >> 16) % slots;
    }
    constexpr void add(std::string_view type, std::size_t place)
    {
        std::size_t at = slotOf(type);
        while (m_places[at] != 0)
            at = (at + 1) % slots;
        m_names[at] = type;
        m_places[at] = place;
    }

    std::array<std::string_view, slots> m_names;
    std::array<std::size_t, slots> m_places{};
};

std::size_t indexOfType(const QByteArray& type)
{
    static constexpr TypeTable table(std::make_index_sequence<std::variant_size_v<EventKinds> - 1>{});
    return table.find({type.constData(), std::size_t(type.size())});
}

Reading unknown(Event& event)
{
    event.emplace<UnknownEvent>();
    return Reading::Unknown;
}

template <typename EventType>
Reading readTyped(const Envelope& envelope, Sealer* sealer, Event& into)
{
    if constexpr (std::is_same_v<EventType, UnknownEvent>) {
        return unknown(into);
    } else {
        EventType& event = into.emplace<EventType>();
        if (envelope.version != EventType::version || envelope.sealed.size() > 1
            || !payload::decode(envelope.body, event, payload::Half::Clear))
            return unknown(into);
        if (envelope.sealed.empty())
            return Reading::Whole;
        if (sealer == nullptr)
            return Reading::Sealed;
        const Result<QByteArray> plain = sealer->open(envelope.subjects.front(), envelope.sealed.front(), SealContext(envelope).view());
        if (!plain) // only a key that is gone is an erased person: damage and a busy disk must not look like one
            return plain.error().kind == ErrorKind::NotFound ? Reading::Erased : Reading::Damaged;
        if (!payload::decode(*plain, event, payload::Half::Personal) || !payload::hasPersonal(event))
            return unknown(into);
        return Reading::Whole;
    }
}

Result<void> checkHeader(const EnvelopeHeader& header)
{
    if (header.ref.stream.isNull() || header.ref.sequence == 0 || header.ref.sequence > sequenceLimit)
        return unwritable("stream");
    if (header.record.isNull())
        return unwritable("record");
    if (!areParents(header.ref, header.parents))
        return unwritable("parents");
    if (!payload::fits(field("wall"), header.wall))
        return unwritable("author");
    if (!isWord(header.compartment))
        return unwritable("scope");
    return {};
}

template <typename EventType>
Result<void> encodeTyped(QByteArray& out, EnvelopeHeader& header, const EventType& event, PersonId subject, Sealer& sealer)
{
    static_assert(std::char_traits<char>::length(EventType::type) <= wordLimit);
    header.type = QByteArray::fromRawData(EventType::type, qsizetype(std::char_traits<char>::length(EventType::type)));
    header.version = EventType::version;
    header.subjects.clear();
    ONEDOOR_TRY(checkHeader(header));
    QByteArray sealed;
    if (payload::hasPersonal(event)) {
        if (subject.isNull())
            return unwritable("subject"); // people without a name would share one key
        QByteArray plain;
        if (!payload::encode(plain, event, payload::Half::Personal))
            return unwritable("personal");
        header.subjects = {subject};
        ONEDOOR_ASSIGN(sealed, sealer.seal(subject, plain, SealContext(header).view()));
    }
    const qsizetype start = out.size();
    CborWriter writer(out);
    writeHeader(writer, header);
    if (!payload::encode(out, event, payload::Half::Clear)) {
        out.truncate(start);
        return unwritable("body");
    }
    writer.array(header.subjects.size());
    if (!header.subjects.empty())
        writer.bytes(sealed);
    if (out.size() - start > envelopeLimit) {
        out.truncate(start);
        return unwritable("size");
    }
    return {};
}

/// Without anything sealed the end is one byte, an empty list, and all before it is the body.
bool takeUnsealed(const CborReader& in, Envelope& envelope)
{
    constexpr char emptyList = char(0x80);
    const QByteArrayView rest = in.rest();
    if (!envelope.subjects.empty() || rest.size() < 2 || rest.back() != emptyList)
        return false;
    envelope.body = rest.chopped(1);
    return true;
}

Result<Envelope> decode(QByteArrayView bytes, bool wasChecked)
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
    if (!takeId(in, envelope.ref.stream.raw) || envelope.ref.stream.isNull() || !takeNumber(in, envelope.ref.sequence, sequenceLimit)
        || envelope.ref.sequence == 0)
        return malformed("stream");
    if (!takeHash(in, envelope.previous))
        return malformed("previous");
    if (!takeId(in, envelope.record) || envelope.record.isNull())
        return malformed("record");
    if (!takeParents(in, envelope))
        return malformed("parents");
    if (!takeWord(in, envelope.type) || !takeNumber(in, number, UINT32_MAX) || number == 0)
        return malformed("type");
    envelope.version = static_cast<std::uint32_t>(number);
    if (!takeId(in, envelope.actor.raw) || !takeNumber(in, envelope.time.value) || !takeWall(in, envelope.wall))
        return malformed("author");
    if (!takeWord(in, envelope.compartment) || !takeSubjects(in, envelope))
        return malformed("scope");
    if (wasChecked && takeUnsealed(in, envelope))
        return envelope;
    if (in.peek().kind != Kind::Map)
        return malformed("body");
    envelope.body = in.whole();
    if (envelope.body.isEmpty() || !takeSealed(in, envelope) || !in.atEnd())
        return malformed("sealed");
    return envelope;
}

} // namespace

Hash hashOf(QByteArrayView bytes)
{
    Hash hash;
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       static_cast<unsigned long long>(bytes.size()), nullptr, 0);
    return hash;
}

Result<void> encodeEnvelope(QByteArray& out, EnvelopeHeader& header, const Event& event, PersonId subject, Sealer& sealer)
{
    return std::visit(
        [&](const auto& each) -> Result<void> {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, UnknownEvent>)
                return unwritable("type"); // forwarded as the bytes that it came in, never written anew
            else
                return encodeTyped(out, header, each, subject, sealer);
        },
        event);
}

Result<Envelope> decodeEnvelope(QByteArrayView bytes)
{
    return decode(bytes, false);
}

Result<Envelope> decodeStoredEnvelope(QByteArrayView bytes)
{
    return decode(bytes, true);
}

Reading readInto(Event& event, const Envelope& envelope, Sealer* sealer)
{
    using Reader = Reading (*)(const Envelope&, Sealer*, Event&);
    static constexpr auto readers = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array<Reader, sizeof...(index)>{&readTyped<std::variant_alternative_t<index, EventKinds>>...};
    }(std::make_index_sequence<std::variant_size_v<EventKinds>>{});
    return readers[indexOfType(envelope.type)](envelope, sealer, event);
}

ReadEvent readEvent(const Envelope& envelope, Sealer* sealer)
{
    ReadEvent read;
    read.reading = readInto(read.event, envelope, sealer);
    return read;
}

Result<QByteArray> openSealed(const Envelope& envelope, Sealer& sealer)
{
    if (envelope.sealed.empty())
        return QByteArray();
    return sealer.open(envelope.subjects.front(), envelope.sealed.front(), SealContext(envelope).view());
}

bool isKnownType(const EnvelopeHeader& header)
{
    static constexpr auto versions = []<std::size_t... index>(std::index_sequence<index...>) {
        return std::array<std::uint32_t, sizeof...(index) + 1>{0U, std::variant_alternative_t<index + 1, EventKinds>::version...};
    }(std::make_index_sequence<std::variant_size_v<EventKinds> - 1>{});
    return header.version == versions[indexOfType(header.type)];
}

} // namespace onedoor
