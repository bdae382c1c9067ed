// SPDX-License-Identifier: GPL-3.0-or-later
// The event log of one centre in the hub's database. Holds nothing that the database does not say better: make one for each request.
// Taking events locks the centre's row (shared, or alone when its members change) and the head rows of the batch's streams, in the order
// of their ids; the batch is judged while they are held, and events, heads and keys become visible together. So any number of
// processes may take events at once, and readers, who go by each stream's head and never by a number over all, miss nothing.
// The hub writes no events of its own: it has no stream. One thread.
// Errors: those of Connection; NotFound "hub.centreUnknown"; Unsupported "sync.withheld"; Corrupt "hub.damaged".
#pragma once

#include "core/hub/member_cache.h"
#include "core/sync/event_log.h"

namespace onedoor::hub {

class HubLog final : public sync::EventLog {
public:
    /// With the hub's key; without one the hub gives no receipts.
    using Sign = std::function<QByteArray(QByteArrayView message)>;
    /// The connection and the cache outlive the log.
    static Result<std::unique_ptr<HubLog>> open(postgres::Connection& connection, MemberCache& cache, const NodeId& hub, const CentreId& centre,
                                                Sign sign = {});

    NodeId ownNode() const override { return m_hub; }
    StreamId ownStream() const override { return {}; }
    const sync::Membership& membership() const override { return m_members->membership; }
    Result<sync::Heads> heads() override;
    Result<std::optional<Hash>> hashAt(const EventRef& at) override;
    Result<sync::StreamPart> read(const StreamId& stream, std::uint64_t after, qsizetype bytes) override;
    Result<std::vector<WrappedKey>> keysOf(const std::vector<PersonId>& subjects) override;
    Result<std::vector<Erasure>> erasures() override;
    Result<void> erase(const std::vector<Erasure>& proven) override;
    QByteArray sign(QByteArrayView message) const override { return m_sign ? m_sign(message) : QByteArray(); }
    Result<sync::Taken> take(sync::Batch batch) override;
    Result<void> beginAnew(OpeningReason reason, const EventRef& lastCommon) override;

    /// All reads of `work` see one moment: heads and rows agree.
    template <typename Work>
    auto inSnapshot(Work work) -> decltype(work())
    {
        ONEDOOR_ASSIGN(postgres::Transaction transaction, postgres::Transaction::begin(m_connection, postgres::Transaction::Kind::Snapshot));
        auto result = work();
        ONEDOOR_TRY(transaction.commit());
        return result;
    }
    postgres::Connection& connection() { return m_connection; }
    /// What take() stored since the log was opened.
    std::uint64_t storedEvents() const { return m_storedEvents; }

private:
    HubLog(postgres::Connection& connection, MemberCache& cache, const NodeId& hub, const CentreId& centre, Sign sign)
        : m_connection(connection), m_cache(cache), m_hub(hub), m_centre(centre), m_sign(std::move(sign))
    {
    }
    postgres::Connection& m_connection;
    MemberCache& m_cache;
    const NodeId m_hub;
    const CentreId m_centre;
    const Sign m_sign;
    MembersPtr m_members;
    std::uint64_t m_storedEvents = 0;
};

} // namespace onedoor::hub
