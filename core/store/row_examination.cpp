// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_examination.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t rowsPerParcel = 256;
constexpr qsizetype bytesPerParcel = qsizetype(1) << 20;
constexpr std::size_t parcelsAhead = 16; ///< how far reading may run before the examination

/// Passes on to the keys and remembers what came of it: a deleted key is not a damaged part.
class ListeningSealer final : public Sealer {
public:
    explicit ListeningSealer(Sealer& keys) : m_keys(keys) {}
    Result<QByteArray> seal(PersonId, QByteArrayView, QByteArrayView) override { return fail(ErrorKind::Internal, u"store.internal"_s); }
    Result<QByteArray> open(PersonId subject, QByteArrayView sealed, QByteArrayView context) override
    {
        Result<QByteArray> plain = m_keys.open(subject, sealed, context);
        wasAsked = true;
        error = plain ? std::optional<Error>() : plain.error();
        return plain;
    }
    bool wasAsked = false;
    std::optional<Error> error;

private:
    Sealer& m_keys;
};

QString wrongOpening(const Envelope& envelope, const Event& event)
{
    const auto* opened = std::get_if<StreamOpened>(&event);
    if (opened == nullptr)
        return QString::fromLatin1(envelope.type);
    return streamNamedBy(*opened) != envelope.ref.stream || envelope.record != envelope.ref.stream.raw ? u"name"_s : QString();
}

void examineRow(ExaminedRow& examined, Sealer& sealer, ContentDepth depth)
{
    examined.computed = hashOf(examined.row.envelope);
    examined.envelope = decodeEnvelope(examined.row.envelope);
    if (examined.envelope && examined.row.hash == viewOf(examined.computed))
        examined.content = examineContent(*examined.envelope, sealer, depth);
}

} // namespace

ExaminedContent examineContent(const Envelope& envelope, Sealer& sealer, ContentDepth depth)
{
    if (depth == ContentDepth::Sealed && envelope.ref.sequence != 1) {
        const Result<QByteArray> plain = openSealed(envelope, sealer);
        return {isKnownType(envelope), !envelope.sealed.empty(), plain ? std::optional<Error>() : plain.error(), QString()};
    }
    ListeningSealer listening(sealer);
    const ReadEvent read = readEvent(envelope, &listening);
    return {read.reading != Reading::Unknown, listening.wasAsked, listening.error,
            envelope.ref.sequence == 1 ? wrongOpening(envelope, read.event) : QString()};
}

RowExamination::RowExamination(Sealer& sealer, std::size_t workers, ContentDepth depth, Take take)
    : m_sealer(sealer), m_depth(depth), m_take(std::move(take))
{
    for (std::size_t at = 0; at < workers; ++at)
        m_workers.emplace_back([this] { work(); });
}

RowExamination::~RowExamination()
{
    m_queue.close();
    for (std::thread& worker : m_workers)
        worker.join();
}

void RowExamination::work()
{
    while (!m_queue.isFinished()) {
        for (Parcel* parcel : m_queue.take(1, std::chrono::milliseconds(50)))
            examine(*parcel);
    }
}

void RowExamination::examine(Parcel& parcel)
{
    for (ExaminedRow& row : parcel.rows)
        examineRow(row, m_sealer, m_depth);
    const std::lock_guard lock(m_mutex); // held while telling: who waits may destroy the parcel at once
    parcel.isExamined = true;
    m_examined.notify_all();
}

Result<void> RowExamination::put(const StoredRow& row)
{
    m_filling->bytes.append(row.record).append(row.hash).append(row.envelope);
    m_filling->rows.push_back({.row = row, .computed = {}, .envelope = Envelope{}, .content = {}});
    if (!m_workers.empty() && m_filling->rows.size() < rowsPerParcel && m_filling->bytes.size() < bytesPerParcel)
        return {};
    send();
    while (m_sent.size() > (m_workers.empty() ? 0 : parcelsAhead))
        ONEDOOR_TRY(takeFirst());
    return {};
}

Result<void> RowExamination::finish()
{
    send();
    while (!m_sent.empty())
        ONEDOOR_TRY(takeFirst());
    return {};
}

/// From here on the bytes stay where they are.
void RowExamination::pointIntoBytes(Parcel& parcel)
{
    QByteArrayView rest(parcel.bytes);
    const auto takeAs = [&rest](QByteArrayView& view) {
        const qsizetype size = view.size();
        view = rest.first(size);
        rest = rest.sliced(size);
    };
    for (ExaminedRow& each : parcel.rows) {
        takeAs(each.row.record);
        takeAs(each.row.hash);
        takeAs(each.row.envelope);
    }
}

void RowExamination::send()
{
    const qsizetype usual = m_filling->bytes.size() + m_filling->bytes.size() / 4;
    Parcel* parcel = m_sent.emplace_back(std::exchange(m_filling, std::make_unique<Parcel>())).get();
    pointIntoBytes(*parcel);
    m_filling->rows.reserve(rowsPerParcel);
    m_filling->bytes.reserve(usual);
    if (m_workers.empty())
        examine(*parcel);
    else
        m_queue.put(parcel);
}

Result<void> RowExamination::takeFirst()
{
    {
        std::unique_lock lock(m_mutex);
        m_examined.wait(lock, [&] { return m_sent.front()->isExamined; });
    }
    const std::unique_ptr<Parcel> parcel = std::move(m_sent.front());
    m_sent.pop_front();
    for (const ExaminedRow& row : parcel->rows)
        ONEDOOR_TRY(m_take(row));
    return {};
}

} // namespace onedoor
