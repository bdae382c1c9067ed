// SPDX-License-Identifier: GPL-3.0-or-later
// The half of a checkpoint that reads a journal: making one, and holding one against what is there.
#include "core/store/checkpoint.h"

#include "core/domain/node/node_state.h"
#include "core/store/journal/journal_store.h"
#include "core/store/keys/node_signature.h"
#include "core/store/secret_key.h"

#include <QHash>
#include <algorithm>
#include <map>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<JournalStore> openJournal(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher)
{
    return JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadOnly, .key = {cipher, key.derive(KeyPurpose::JournalFile)}});
}

QString hexadecimal(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

std::optional<StreamOpened> openingIn(QByteArrayView bytes)
{
    const Result<Envelope> envelope = decodeEnvelope(bytes);
    if (!envelope || envelope->type != StreamOpened::type)
        return std::nullopt;
    ReadEvent read = readEvent(*envelope, nullptr);
    auto* opened = std::get_if<StreamOpened>(&read.event);
    return opened != nullptr && streamNamedBy(*opened) == envelope->ref.stream ? std::optional(std::move(*opened)) : std::nullopt;
}

using Openings = QHash<StreamId, StreamOpened>;

/// A stream stands in a journal because the key that opened it was let in.
Result<Openings> openingsOf(JournalStore& journal)
{
    Openings openings;
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads) {
        ONEDOOR_ASSIGN(const QByteArray bytes, journal.envelopeOf({stream, 1}));
        if (std::optional<StreamOpened> opened = openingIn(bytes))
            openings.insert(stream, std::move(*opened));
    }
    return openings;
}

Result<QString> centreNameIn(JournalStore& journal, CentreId centre)
{
    QString name;
    ONEDOOR_TRY(journal.eachOfRecord(centre.raw, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, nullptr);
        if (const auto* founded = std::get_if<CentreFounded>(&read.event))
            name = founded->name;
        return {};
    }));
    return name;
}

/// What the journal says of one node.
struct Signer {
    std::vector<QByteArray> publicKeys; ///< with which it was ever let in
    QString name;
    bool isRevoked = false;
    std::map<StreamId, std::uint64_t> cutOffs;
};

Result<Signer> signerIn(JournalStore& journal, NodeId node, const Openings& openings)
{
    Signer signer;
    for (const StreamOpened& opened : openings) {
        if (opened.node != node)
            continue;
        signer.publicKeys.push_back(opened.publicKey);
        signer.name = opened.nodeName;
    }
    ONEDOOR_TRY(journal.eachOfRecord(node.raw, [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        const ReadEvent read = readEvent(envelope, nullptr);
        if (const auto* enrolled = std::get_if<NodeEnrolled>(&read.event)) {
            signer.publicKeys.push_back(enrolled->publicKey);
            signer.name = enrolled->name;
        } else if (const auto* revoked = std::get_if<NodeRevoked>(&read.event)) {
            signer.isRevoked = true;
            addCutOffs(signer.cutOffs, *revoked);
        }
        return {};
    }));
    return signer;
}

/// Holds one stream after the other against the journal.
class Comparison {
public:
    Comparison(JournalStore& journal, const Openings& openings) : m_journal(journal), m_openings(openings) {}

    Result<std::optional<CheckpointFinding>> compare(const CheckpointHead& seen)
    {
        const EventRef last{seen.stream, seen.sequence};
        ONEDOOR_ASSIGN(const QByteArray here, m_journal.hashOfEvent(last));
        if (hexadecimal(here) == seen.hash)
            return std::nullopt;
        ONEDOOR_ASSIGN(const StreamHead head, m_journal.head(seen.stream));
        CheckpointFinding finding{CheckpointProblem::Rewritten, seen.stream, seen.sequence, head.sequence};
        ONEDOOR_ASSIGN(const bool isAside, isKeptAside(seen));
        if (isAside)
            finding.problem = CheckpointProblem::PutAside;
        else if (head.sequence == 0)
            finding.problem = CheckpointProblem::StreamMissing;
        else if (head.sequence < seen.sequence)
            finding.problem = CheckpointProblem::Truncated;
        else if (here.isEmpty())
            finding.problem = CheckpointProblem::EntryMissing;
        return finding;
    }

private:
    /// The very event lies aside, and the journal says why it had to go there.
    Result<bool> isKeptAside(const CheckpointHead& seen)
    {
        ONEDOOR_ASSIGN(const bool isAside, m_journal.isPutAside({seen.stream, seen.sequence}));
        if (!isAside)
            return false;
        const QByteArray hash = QByteArray::fromHex(seen.hash.toLatin1());
        ONEDOOR_ASSIGN(const std::optional<QByteArray> bytes, displaced(seen, hash));
        const bool isWhole = bytes && (bytes->isEmpty() || viewOf(hashOf(*bytes)) == hash); // empty: it was withheld
        if (!isWhole)
            return false;
        const auto leftAt = [&](const StreamOpened& each) { return each.previousStream == seen.stream && each.previousSequence < seen.sequence; };
        if (std::any_of(m_openings.begin(), m_openings.end(), leftAt))
            return true;
        ONEDOOR_ASSIGN(const std::optional<NodeId> author, authorOf(seen.stream));
        return author ? isBeyondCutOff(*author, seen) : Result<bool>(false);
    }

    Result<std::optional<QByteArray>> displaced(const CheckpointHead& seen, const QByteArray& hash)
    {
        ONEDOOR_ASSIGN(sqlite::Statement select,
                       m_journal.database().cached("SELECT envelope FROM displaced WHERE stream = ?1 AND sequence = ?2 AND hash = ?3"));
        ONEDOOR_ASSIGN(const bool found, select.bindAll(seen.stream, std::int64_t(seen.sequence), QByteArrayView(hash)).step());
        return found ? std::optional(select.blob(0).toByteArray()) : std::nullopt;
    }

    /// The first event may itself lie aside.
    Result<std::optional<NodeId>> authorOf(const StreamId& stream)
    {
        if (const auto opened = m_openings.constFind(stream); opened != m_openings.constEnd())
            return std::optional(opened->node);
        ONEDOOR_ASSIGN(sqlite::Statement select, m_journal.database().cached("SELECT envelope FROM displaced WHERE stream = ?1 AND sequence = 1"));
        ONEDOOR_ASSIGN(const bool found, select.bindAll(stream).step());
        const std::optional<StreamOpened> opened = found ? openingIn(select.blob(0)) : std::nullopt;
        return opened ? std::optional(opened->node) : std::nullopt;
    }

    Result<bool> isBeyondCutOff(NodeId author, const CheckpointHead& seen)
    {
        ONEDOOR_ASSIGN(const Signer node, signerIn(m_journal, author, m_openings));
        const auto cutOff = node.cutOffs.find(seen.stream);
        return node.isRevoked && (cutOff == node.cutOffs.end() || seen.sequence > cutOff->second);
    }

    JournalStore& m_journal;
    const Openings& m_openings;
};

Result<CheckpointReport> checkSigner(JournalStore& journal, const Openings& openings, const Checkpoint& checkpoint)
{
    const bool isOurs = std::all_of(openings.begin(), openings.end(), [&](const StreamOpened& each) { return each.centre == checkpoint.centre; });
    if (!isOurs)
        return fail(ErrorKind::Conflict, u"checkpoint.otherCentre"_s, u"centre"_s, {{u"name"_s, checkpoint.centreName}});
    ONEDOOR_ASSIGN(const Signer signer, signerIn(journal, checkpoint.node, openings));
    if (signer.publicKeys.empty())
        return fail(ErrorKind::Conflict, u"checkpoint.stranger"_s, u"node"_s);
    const QByteArray message = checkpointToSign(checkpoint);
    const QByteArray signature = QByteArray::fromHex(checkpoint.signature.toLatin1());
    const auto fits = [&](const QByteArray& key) { return isSignedBy(key, message, signature); };
    if (!std::any_of(signer.publicKeys.begin(), signer.publicKeys.end(), fits))
        return fail(ErrorKind::Corrupt, u"checkpoint.signature"_s, u"signature"_s);
    return CheckpointReport{.node = checkpoint.node, .nodeName = signer.name, .nodeRevoked = signer.isRevoked, .madeAt = checkpoint.madeAt,
                            .streams = checkpoint.streams.size(), .findings = {}};
}

} // namespace

Result<Checkpoint> makeCheckpoint(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Instant now)
{
    ONEDOOR_ASSIGN(JournalStore journal, openJournal(paths, key, cipher));
    // One moment of all streams, also while the program goes on writing.
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(journal.database(), sqlite::TransactionKind::Read));
    ONEDOOR_ASSIGN(sqlite::Statement own, journal.database().cached("SELECT node, signing_seed FROM own"));
    ONEDOOR_ASSIGN(const bool isKnown, own.step());
    if (!isKnown || own.blob(1).size() != nodeSeedBytes)
        return fail(ErrorKind::NotFound, u"checkpoint.noKey"_s);
    Checkpoint checkpoint{.node = NodeId(own.id(0)), .madeAt = now};
    ONEDOOR_ASSIGN(const Openings openings, openingsOf(journal));
    if (openings.isEmpty())
        return fail(ErrorKind::Corrupt, u"store.damaged"_s, {}, {{u"path"_s, paths.journal()}});
    checkpoint.centre = openings.begin()->centre;
    ONEDOOR_ASSIGN(checkpoint.centreName, centreNameIn(journal, checkpoint.centre));
    ONEDOOR_ASSIGN(const auto heads, journal.heads());
    for (const auto& [stream, head] : heads)
        checkpoint.streams.push_back({stream, head.sequence, hexadecimal(viewOf(head.hash))});
    std::sort(checkpoint.streams.begin(), checkpoint.streams.end(), [](const auto& one, const auto& other) { return one.stream < other.stream; });
    checkpoint.root = hexadecimal(viewOf(merkleRootOf(checkpoint.streams)));
    checkpoint.signature = hexadecimal(signedBy(own.blob(1), checkpointToSign(checkpoint)));
    return checkpoint;
}

Result<CheckpointReport> compareWithCheckpoint(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, const Checkpoint& checkpoint)
{
    ONEDOOR_ASSIGN(JournalStore journal, openJournal(paths, key, cipher));
    ONEDOOR_ASSIGN(const sqlite::Transaction moment, sqlite::Transaction::begin(journal.database(), sqlite::TransactionKind::Read));
    ONEDOOR_ASSIGN(const Openings openings, openingsOf(journal));
    ONEDOOR_ASSIGN(CheckpointReport report, checkSigner(journal, openings, checkpoint));
    Comparison comparison(journal, openings);
    for (const CheckpointHead& seen : checkpoint.streams) {
        ONEDOOR_ASSIGN(const std::optional<CheckpointFinding> finding, comparison.compare(seen));
        if (finding)
            report.findings.push_back(*finding);
    }
    return report;
}

} // namespace onedoor
