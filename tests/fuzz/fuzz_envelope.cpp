// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are an envelope or a reason. What is read whole is exactly what its encoding says: encoding it again gives the same bytes.
// What is read evolves any record without harm.
#include "core/domain/event_traits.h"
#include "core/journal/envelope.h"
#include "core/journal/fold.h"
#include "tests/support/fixed_sealer.h"

#include <cstdint>
#include <cstdlib>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

/// Seals nothing, so that the fuzzer reaches the personal half too: whoever holds a key can seal any bytes.
class GlassSealer final : public Sealer {
public:
    Result<QByteArray> seal(PersonId, QByteArrayView plain, QByteArrayView) override { return plain.toByteArray(); }
    Result<QByteArray> open(PersonId, QByteArrayView sealed, QByteArrayView) override { return sealed.toByteArray(); }
};

/// What was read whole encodes to the bytes that it was read from.
bool givesSameBytes(const Envelope& envelope, const Event& event, QByteArrayView bytes, Sealer& sealer)
{
    EnvelopeHeader header = envelope;
    const PersonId subject = envelope.subjects.empty() ? PersonId{} : envelope.subjects.front();
    QByteArray again;
    return encodeEnvelope(again, header, event, subject, sealer) && again == bytes;
}

/// Alone, after itself, and upon a record of any other kind.
void evolveWith(const Event& event, const EventMeta& meta)
{
    RecordState alone;
    evolveRecord(alone, event, meta);
    evolveRecord(alone, event, meta);
    const TicketState* ticket = std::get_if<TicketState>(&alone);
    if (ticket != nullptr && ticket->queueTime() > ticket->waitsFrom())
        std::abort(); // a head start that sends people back
    RecordState other{TicketState{}};
    evolveRecord(other, event, meta);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    const Result<Envelope> envelope = decodeEnvelope(bytes);
    if (!envelope) {
        if (envelope.error().code != u"envelope.malformed"_s)
            std::abort(); // refused without a reason
        return 0;
    }
    FixedSealer sealer;
    const ReadEvent closed = readEvent(*envelope, nullptr);
    const ReadEvent read = readEvent(*envelope, &sealer);
    if (read.reading != Reading::Unknown && closed.event.index() != read.event.index())
        std::abort(); // another type with a key than without
    evolveWith(read.event, metaOf(*envelope));
    const FoldedRecord folded = foldRecord({{{envelope->ref, envelope->parents, envelope->time}, metaOf(*envelope), read.event}});
    if (folded.heads != std::vector<EventRef>{envelope->ref} || !folded.conflicts.empty())
        std::abort(); // one event is the head of its record
    GlassSealer glass;
    const ReadEvent seen = readEvent(*envelope, &glass);
    evolveWith(seen.event, metaOf(*envelope));
    if (seen.reading == Reading::Whole && !givesSameBytes(*envelope, seen.event, bytes, glass))
        std::abort(); // a second encoding of the same event
    return 0;
}
