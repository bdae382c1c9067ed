// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/admission.h"

#include "core/sync/planted.h"

namespace onedoor::sync {

using namespace Qt::StringLiterals;

namespace {

class Judge {
public:
    Judge(Membership membership, const Known& known, const SignatureCheck* signatures) : m_known(known), m_signatures(signatures)
    {
        m_admitted.membership = std::move(membership);
    }

    Result<void> judge(const StreamPart& part);
    Admitted take() { return std::move(m_admitted); }

private:
    Result<bool> isFork(const EventRef& at, const Hash& hash) const;
    Result<void> mayStand(const EventRef& at, const Envelope& envelope, const Head& head) const;
    void refuse(const EventRef& at, const Error& error) { m_admitted.refusals.push_back({at, error.code}); }
    bool takeSignature(const StreamPart& part, std::uint64_t sequence, const Hash& hash);

    const Known& m_known;
    const SignatureCheck* m_signatures; ///< null: nobody checks them meanwhile
    Admitted m_admitted;
};

Unexpected refusedAs(ErrorKind kind, const char* code)
{
    return fail(kind, QString::fromLatin1(code));
}

/// Something else is here in its place. An error is the log's own, of whatever kind: it passes, and nothing was judged.
Result<bool> Judge::isFork(const EventRef& at, const Hash& hash) const
{
    ONEDOOR_ASSIGN(const std::optional<Hash> held, m_known.hashAt(at));
    return held && *held != hash && !planted(Bug::ForkOverlooked);
}

Result<void> Judge::mayStand(const EventRef& at, const Envelope& envelope, const Head& head) const
{
    if (envelope.ref != at && !planted(Bug::PlaceUnchecked))
        return refusedAs(ErrorKind::Corrupt, "journal.notItsPlace");
    if (envelope.previous != head.hash && !planted(Bug::ChainUnchecked))
        return refusedAs(ErrorKind::Corrupt, "journal.brokenChain");
    if (at.sequence == 1)
        return planted(Bug::StrangersTaken) ? Result<void>() : m_admitted.membership.mayOpen(envelope);
    return planted(Bug::RevokedTaken) ? Result<void>() : m_admitted.membership.mayFollow(at);
}

/// False when the author's word does not fit the event.
bool Judge::takeSignature(const StreamPart& part, std::uint64_t sequence, const Hash& hash)
{
    if (part.signedHead.sequence != sequence)
        return true;
    const QByteArray key = m_admitted.membership.keyOf(part.stream);
    const bool holds = m_signatures != nullptr ? m_signatures->holds(key, part.stream, part.signedHead, hash)
                                               : isSignedBy(key, part.stream, part.signedHead, hash);
    if (!holds && !planted(Bug::SignatureUnchecked))
        return false;
    m_admitted.signedHeads.emplace_back(part.stream, part.signedHead);
    return true;
}

Result<void> Judge::judge(const StreamPart& part)
{
    ONEDOOR_ASSIGN(Head head, m_known.head(part.stream));
    std::uint64_t sequence = part.first;
    for (const Item& item : part.items) {
        const EventRef at{part.stream, sequence++};
        const Hash hash = item.isWithheld() ? item.hash : hashOf(item.envelope);
        if (at.sequence <= head.sequence) {
            ONEDOOR_ASSIGN(const bool fork, isFork(at, hash));
            if (!fork)
                continue;
            m_admitted.forks.push_back(at);
            refuse(at, Error{ErrorKind::Conflict, u"stream.forked"_s});
            return {};
        }
        if (at.sequence != head.sequence + 1 && !planted(Bug::GapAccepted)) {
            refuse(at, Error{ErrorKind::Conflict, u"journal.gap"_s});
            return {};
        }
        ForeignEvent event{at, {}, hash, {}, item.envelope};
        if (item.isWithheld()) {
            if (at.sequence == 1) { // without its first event nobody can say whose stream it is
                refuse(at, Error{ErrorKind::Forbidden, u"stream.notEnrolled"_s});
                return {};
            }
        } else {
            const Result<Envelope> envelope = decodeEnvelope(item.envelope);
            const Result<void> stands = envelope ? mayStand(at, *envelope, head) : Result<void>(Unexpected(envelope.error()));
            if (!stands) {
                refuse(at, stands.error());
                return {};
            }
            event.record = envelope->record;
            event.time = envelope->time;
            event.erases = envelope->type == PersonErased::type;
            m_admitted.membership.learn(*envelope);
        }
        if (!takeSignature(part, at.sequence, hash)) {
            refuse(at, Error{ErrorKind::Forbidden, u"stream.badSignature"_s});
            return {};
        }
        head = {at.sequence, hash};
        m_admitted.events.push_back(std::move(event));
    }
    return {};
}

/// A cut-off came with this batch, or after some of what it cuts off.
Result<void> applyCutOffs(Admitted& admitted, const std::vector<EventRef>& cutOffs, const Known& known)
{
    for (const EventRef& last : cutOffs) {
        std::erase_if(admitted.events, [&](const auto& each) { return each.ref.stream == last.stream && each.ref.sequence > last.sequence; });
        std::erase_if(admitted.signedHeads, [&](const auto& each) { return each.first == last.stream && each.second.sequence > last.sequence; });
        ONEDOOR_ASSIGN(const Head here, known.head(last.stream));
        if (here.sequence > last.sequence)
            admitted.cutOffs.push_back(last);
    }
    return {};
}

} // namespace

Result<Admitted> admit(Batch batch, Membership membership, const Known& known, const SignatureCheck* signatures)
{
    const std::vector<EventRef> cutOffsBefore = membership.cutOffs();
    Judge judge(std::move(membership), known, signatures);
    // Streams that go on first: among their events may be the one that lets a new node in.
    for (const bool begins : {false, true}) {
        for (const StreamPart& part : batch.parts) {
            if ((part.first == 1) == begins)
                ONEDOOR_TRY(judge.judge(part));
        }
    }
    Admitted admitted = judge.take();
    admitted.keys = std::move(batch.keys);
    if (const std::vector<EventRef> cutOffs = admitted.membership.cutOffs(); cutOffs != cutOffsBefore && !planted(Bug::CutOffNotBackward))
        ONEDOOR_TRY(applyCutOffs(admitted, cutOffs, known));
    return admitted;
}

} // namespace onedoor::sync
