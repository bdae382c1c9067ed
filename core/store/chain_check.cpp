// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/chain_check.h"

#include "core/store/changed_byte.h"

#include <algorithm>
#include <limits>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t eventsBetweenProgress = 5000;

/// Places that were passed over count where a stream's records are remembered; of a longer gap nothing is.
constexpr std::uint64_t gapAtMost = 100'000;

std::int64_t firstDifference(QByteArrayView one, QByteArrayView other)
{
    const auto ends = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
    return ends.first == one.end() && ends.second == other.end() ? -1 : ends.first - one.begin();
}

} // namespace

void addFinding(VerificationReport& report, VerificationFinding finding)
{
    ++report.findingsInAll;
    if (report.findings.size() < VerificationReport::findingsKept)
        report.findings.push_back(std::move(finding));
}

ChainCheck::ChainCheck(JournalStore& journal, Sealer& keys, std::size_t workers, ContentDepth depth, VerificationReport& report)
    : m_journal(journal), m_keys(keys), m_workers(workers), m_depth(depth), m_report(report)
{
}

void ChainCheck::report(VerificationProblem problem, const StoredRow& row, std::int64_t offset, const QString& detail)
{
    addFinding(m_report, {problem, row.stream, std::uint64_t(row.sequence), row.arrival, offset, detail});
}

Result<void> ChainCheck::run(const VerificationProgress& progress)
{
    const auto newest = m_journal.newest();
    const std::uint64_t inAll = newest ? std::uint64_t(newest->first) : 0; // a damaged right edge only costs the progress bar its end
    RowExamination examination(m_keys, m_workers, m_depth, [&](const ExaminedRow& examined) -> Result<void> {
        if (progress && m_report.events % eventsBetweenProgress == 0 && !progress(m_report.events, inAll))
            return fail(ErrorKind::Busy, u"verification.stopped"_s);
        return checkRow(examined);
    });
    const RowVisitor visitor{
        [&](const StoredRow& row) {
            if (m_listener)
                m_listener(row);
            return examination.put(row);
        },
        [&](std::int64_t arrival, const Error& error) {
            addFinding(m_report, {.problem = VerificationProblem::RowUnreadable, .arrival = arrival, .detail = error.facts.value(u"reason"_s).toString()});
        }};
    if (Result<sqlite::Statement> own = m_journal.database().prepare(u"SELECT stream FROM own"_s)) {
        if (const Result<bool> row = own->step(); row && *row)
            m_ownStream = StreamId(own->id(0));
    }
    ONEDOOR_TRY(eachReadableRow(m_journal.database(), visitor));
    ONEDOOR_TRY(examination.finish());
    for (const StreamId& stream : m_heads.keys())
        passWithheld(stream, std::numeric_limits<std::uint64_t>::max());
    m_records.clear();
    if (progress)
        (void)progress(m_report.events, std::max(inAll, m_report.events));
    for (auto each = m_heads.cbegin(); each != m_heads.cend(); ++each)
        m_report.streams.push_back({each.key(), each->sequence, QString::fromLatin1(viewOf(each->hash).toByteArray().toHex())});
    std::sort(m_report.streams.begin(), m_report.streams.end(), [](const auto& one, const auto& other) { return one.stream < other.stream; });
    return {};
}

/// Up to `before` hashes stand in for the events that this PC may not see; the next event names the last of them.
void ChainCheck::passWithheld(const StreamId& stream, std::uint64_t before)
{
    StreamHead& head = m_heads[stream];
    if (head.sequence + 1 >= before)
        return;
    const Result<std::vector<Hash>> hashes = m_journal.withheldFrom(stream, head.sequence + 1);
    if (!hashes) // its page can't be read: said once, where the page is; the next event tells of the gap
        return;
    for (const Hash& hash : *hashes) {
        if (head.sequence + 1 >= before)
            return;
        head = {head.sequence + 1, hash};
        ++m_report.withheldEvents;
    }
}

Result<void> ChainCheck::checkRow(const ExaminedRow& examined)
{
    const StoredRow& row = examined.row;
    if (std::uint64_t(row.sequence) > m_heads[row.stream].sequence + 1)
        passWithheld(row.stream, std::uint64_t(row.sequence));
    ++m_report.events;
    m_report.bytes += std::uint64_t(row.envelope.size());
    const bool genuine = checkHash(row, examined.computed);
    const Result<Envelope>& envelope = examined.envelope;
    if (envelope) {
        checkOrder(row, *envelope, genuine);
        if (genuine) {
            checkColumns(row, *envelope);
            ONEDOOR_TRY(checkParents(row, *envelope));
            checkContent(row, examined.content ? *examined.content : examineContent(*envelope, m_keys, m_depth));
        }
    } else if (genuine) {
        report(VerificationProblem::Malformed, row, -1, envelope.error().facts.value(u"part"_s).toString());
    }
    m_heads[row.stream] = {std::uint64_t(row.sequence), genuine ? examined.computed : hashThatTheChainGoesOnWith(row, examined.computed)};
    remember(row);
    return {};
}

/// Nearly every parent came before: what stands here spares a look-up for each.
void ChainCheck::remember(const StoredRow& row)
{
    std::vector<RawId>& records = m_records[row.stream];
    const auto place = std::uint64_t(row.sequence) - 1;
    if (row.sequence < 1 || place < records.size() || place - records.size() > gapAtMost)
        return;
    records.resize(place);
    records.push_back(RawId::fromBytes(row.record).value_or(RawId()));
}

/// Null when there is no such event.
Result<RawId> ChainCheck::recordOf(const EventRef& event)
{
    const auto known = m_records.constFind(event.stream);
    if (known != m_records.constEnd() && event.sequence > 0 && event.sequence <= known->size() && !(*known)[event.sequence - 1].isNull())
        return (*known)[event.sequence - 1];
    ONEDOOR_ASSIGN(const QByteArray bytes, m_journal.recordOfEvent(event));
    return RawId::fromBytes(bytes).value_or(RawId());
}

/// True when the bytes are the ones that were written, whatever stands in the column beside them.
bool ChainCheck::checkHash(const StoredRow& row, const Hash& computed)
{
    if (row.hash == viewOf(computed))
        return true;
    const Hash chained = hashThatTheChainGoesOnWith(row, computed);
    if (chained == computed) {
        report(VerificationProblem::HashChanged, row, firstDifference(row.hash, viewOf(computed)), u"hash"_s);
        return true;
    }
    const std::optional<ChangedByte> changed = findChangedByte(row.envelope, chained);
    const QString detail = changed ? u"found %1, written %2"_s.arg(uchar(row.envelope[changed->offset]), 2, 16, QChar(u'0'))
                                         .arg(changed->written, 2, 16, QChar(u'0'))
                                   : u"more than one byte, %1 in all"_s.arg(row.envelope.size());
    report(VerificationProblem::EnvelopeChanged, row, changed ? changed->offset : -1, detail);
    return false;
}

/// The next event names its predecessor's hash, and so decides whether the bytes or the column beside them were changed.
Hash ChainCheck::hashThatTheChainGoesOnWith(const StoredRow& row, const Hash& computed)
{
    Hash column{};
    std::copy_n(row.hash.begin(), std::min(std::size_t(row.hash.size()), column.size()), reinterpret_cast<char*>(column.data()));
    const Result<QByteArray> bytes = m_journal.envelopeOf({row.stream, std::uint64_t(row.sequence) + 1});
    if (!bytes || bytes->isEmpty())
        return column;
    const Result<Envelope> next = decodeEnvelope(*bytes);
    return next && next->previous == computed ? computed : column;
}

void ChainCheck::checkColumns(const StoredRow& row, const Envelope& envelope)
{
    if (row.stream != envelope.ref.stream)
        report(VerificationProblem::ColumnChanged, row, firstDifference(row.stream.raw.view(), envelope.ref.stream.raw.view()), u"stream"_s);
    if (std::uint64_t(row.sequence) != envelope.ref.sequence)
        report(VerificationProblem::ColumnChanged, row, -1, u"sequence: found %1, written %2"_s.arg(row.sequence).arg(envelope.ref.sequence));
    if (row.record != envelope.record.view())
        report(VerificationProblem::ColumnChanged, row, firstDifference(row.record, envelope.record.view()), u"record"_s);
}

void ChainCheck::checkOrder(const StoredRow& row, const Envelope& envelope, bool bytesAreGenuine)
{
    const StreamHead& before = m_heads[row.stream];
    if (std::uint64_t(row.sequence) != before.sequence + 1) {
        report(VerificationProblem::Gap, row, -1, u"follows %1"_s.arg(before.sequence));
    } else if (bytesAreGenuine && envelope.previous != before.hash) {
        const QByteArrayView found = viewOf(envelope.previous);
        report(VerificationProblem::BrokenChain, row, row.envelope.indexOf(found) + firstDifference(found, viewOf(before.hash)), u"previous"_s);
    }
}

/// Withheld from this PC, put aside with what a shut-out PC wrote, or on its way: a stream that has not come so far. The own stream never waits.
Result<bool> ChainCheck::isOutside(const EventRef& parent)
{
    ONEDOOR_ASSIGN(const QByteArray withheld, m_journal.hashOfEvent(parent));
    if (!withheld.isEmpty())
        return true;
    ONEDOOR_ASSIGN(const bool isPutAside, m_journal.isPutAside(parent));
    if (isPutAside || parent.stream == m_ownStream)
        return isPutAside;
    ONEDOOR_ASSIGN(const StreamHead head, m_journal.head(parent.stream));
    return head.sequence < parent.sequence;
}

Result<void> ChainCheck::checkParents(const StoredRow& row, const Envelope& envelope)
{
    for (const EventRef& parent : envelope.parents) {
        const Result<RawId> record = recordOf(parent);
        if (!record || *record == envelope.record)
            continue; // a page that can't be read is said once, where the page is
        ONEDOOR_ASSIGN(const bool elsewhere, record->isNull() ? isOutside(parent) : Result<bool>(false));
        if (elsewhere)
            ++m_report.outsideParents;
        else
            report(record->isNull() ? VerificationProblem::ParentMissing : VerificationProblem::ParentForeign, row, -1,
                   u"%1/%2"_s.arg(parent.stream.toString()).arg(parent.sequence));
    }
    return {};
}

void ChainCheck::checkContent(const StoredRow& row, const ExaminedContent& content)
{
    if (!content.wrongOpening.isEmpty())
        report(VerificationProblem::OpeningWrong, row, -1, content.wrongOpening);
    if (!content.isKnown)
        ++m_report.unknownEvents;
    if (!content.hasPersonalPart)
        return;
    if (!content.closed)
        ++m_report.personalParts;
    else if (content.closed->kind == ErrorKind::NotFound)
        ++m_report.erasedParts;
    else
        report(VerificationProblem::SealDamaged, row, -1, content.closed->code);
}

} // namespace onedoor
