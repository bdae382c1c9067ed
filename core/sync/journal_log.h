// SPDX-License-Identifier: GPL-3.0-or-later
// The event log over a store on this PC: reads through a connection of its own, and hands what other nodes wrote to the store's one
// writer. One thread, which waits for the writer; never the writer's.
#pragma once

#include "core/store/store_opening.h"
#include "core/sync/event_log.h"

#include <atomic>
#include <memory>
#include <set>

namespace onedoor::sync {

class JournalLog final : public EventLog {
public:
    /// Runs a task on the thread that owns the writer, and `beside` meanwhile on the log's own; waits until the task has ended or has called
    /// `answered`, after which it touches nothing of this log's. False: the store is closing and the task was not run.
    using Answered = std::function<void()>;
    using WriterTask = std::function<void(Writer&, const Answered&)>;
    using OnWriter = std::function<bool(WriterTask task, const std::function<void()>& beside)>;
    /// After foreign events were committed, in the same task of the writer's thread.
    using OnStored = std::function<void(const Committed&)>;
    struct Setup {
        NodeIdentity identity;
        StreamId stream;
        OnWriter onWriter;
        OnStored onStored;
        /// restartStream of the store, on the writer's thread; gives the new stream.
        std::function<Result<StreamId>(OpeningReason, std::uint64_t lastShared)> beginAnew;
        std::vector<NodeId> nodes; ///< that were let in so far
        const Clock& clock;        ///< outlives the log
    };

    /// `reader`: a connection of its own, read only.
    static Result<std::unique_ptr<JournalLog>> open(JournalStore reader, Setup setup);

    NodeId ownNode() const override { return m_setup.identity.node; }
    StreamId ownStream() const override { return m_setup.stream; }
    const Membership& membership() const override { return m_membership; }
    Result<Heads> heads() override;
    std::uint64_t ownDurable() const override { return *m_ownDurable; }
    Result<std::optional<Hash>> hashAt(const EventRef& at) override;
    Result<StreamPart> read(const StreamId& stream, std::uint64_t after, qsizetype bytes) override;
    Result<std::vector<WrappedKey>> keysOf(const std::vector<PersonId>& subjects) override;
    Result<std::vector<Erasure>> erasures() override { return m_reader.erasures(); }
    Result<void> erase(const std::vector<Erasure>& proven) override;
    Result<void> witness(const NodeId& hub, const std::vector<Erasure>& told) override;
    QByteArray sign(QByteArrayView message) const override;
    Result<void> keep(const Receipt& receipt) override;
    Result<Taken> take(Batch batch) override;
    Result<void> beginAnew(OpeningReason reason, const EventRef& lastCommon) override;

    /// Who is the hall host, and the node that founded the centre.
    Result<HostState> host();
    Result<NodeId> founder() { return founderOf(m_reader, m_setup.identity.centre); }

    /// The own stream has grown to here: enrolments and shutting out among its new events count from now on. What was taken of a node
    /// between its shutting out and this call is put aside.
    Result<void> ownGrew();

private:
    JournalLog(JournalStore reader, Setup setup) : m_reader(std::move(reader)), m_setup(std::move(setup)) {}
    Result<void> learnAll();
    Result<void> keepCutOffs();
    bool isOwn(const StreamId& stream) const;
    bool onWriter(const std::function<void(Writer&)>& task) const;
    Result<void> learnFrom(const RawId& record);

    JournalStore m_reader;
    Setup m_setup;
    Membership m_membership;
    std::shared_ptr<const std::atomic<std::uint64_t>> m_ownDurable; ///< the writer's
    std::set<std::pair<NodeId, PersonId>> m_witnessed; ///< since this log was opened
    std::uint64_t m_ownLearnt = 0; ///< up to where the own stream was read for enrolments
};

} // namespace onedoor::sync
