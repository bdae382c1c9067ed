// SPDX-License-Identifier: GPL-3.0-or-later
// The event log of a simulated PC: what core/store does over SQLite, over a disk that lies. Authors acts like the store's writer,
// judges what others wrote by core/sync/admission, keeps every record folded in memory, and begins a new stream when its disk was put
// back, cloned or damaged. A failed sync stops it until it is opened again. One thread.
// Errors: Full "store.full", Io "store.notDurable", Corrupt "journal.damaged" (a stored row is not what was written).
#pragma once

#include "core/journal/fold.h"
#include "core/sync/event_log.h"
#include "tests/simulator/sim_disk.h"
#include "tests/simulator/sim_keys.h"

#include <functional>
#include <map>

namespace onedoor::simulator {

/// Beside the disk and no part of its images: how far the own stream was safe.
struct Witness {
    StreamId stream;
    std::uint64_t sequence = 0;
};

struct LogSetup {
    SimDisk& disk;
    const Clock& clock;
    Random& random;
    Witness& witness;
    RawId machine; ///< tells a clone from its original
    CentreId centre;
    QString name;
    std::function<void(const EventRef&, const Hash&, const AccountId&)> onAuthored;
};

class SimLog final : public sync::EventLog {
public:
    /// All that the setup refers to outlives the log. An empty disk becomes a new PC's.
    static Result<std::unique_ptr<SimLog>> open(LogSetup setup);

    NodeId ownNode() const override { return m_node; }
    StreamId ownStream() const override { return m_stream; }
    const sync::Membership& membership() const override { return m_membership; }
    Result<sync::Heads> heads() override;
    Result<std::optional<Hash>> hashAt(const EventRef& at) override;
    Result<sync::StreamPart> read(const StreamId& stream, std::uint64_t after, qsizetype bytes) override;
    Result<std::vector<WrappedKey>> keysOf(const std::vector<PersonId>& subjects) override;
    Result<std::vector<Erasure>> erasures() override { return m_erasures; }
    Result<void> erase(const std::vector<Erasure>& proven) override;
    QByteArray sign(QByteArrayView message) const override { return m_keyPair.sign(message); }
    Result<sync::Taken> take(sync::Batch batch) override;
    Result<void> beginAnew(OpeningReason reason, const EventRef& lastCommon) override;

    /// One act, as one transaction: acknowledged when this returns without an error.
    Result<void> author(const Drafts& drafts, AccountId actor, const char* compartment);
    /// An event of a newer program, on this record.
    Result<void> authorUnknown(const RawId& record, AccountId actor);
    /// The first events of a centre.
    Result<void> found(const CentreFounded& centre, AccountId actor);
    /// A new PC takes over what the host hands it, unjudged, and opens its stream: the verified snapshot of joining.
    Result<void> join(const std::vector<sync::Batch>& snapshot);

    const FoldedRecord& record(const RawId& record) const;
    const std::vector<RawId>& recordsOf(QByteArrayView firstType) const;
    const QByteArray& publicKey() const { return m_keyPair.publicKey; }
    HybridTime lastStamp() const { return m_clock.last(); }
    bool numbersMayBeLost() const { return m_numbersMayBeLost; }
    /// Nothing more can be written, or a row was found damaged: the process must begin again.
    bool mustReopen() const { return m_isBroken || m_isDamaged; }
    bool begannAnewAtOpening() const { return m_beganAnew; }

    struct Stored {
        std::size_t row = 0;
        Hash hash{};
    };
    const std::map<StreamId, std::vector<Stored>>& streams() const { return m_streams; }
    const std::map<RawId, std::vector<std::size_t>>& rowsOfRecords() const { return m_rowsOf; }
    const QByteArray& bytesOf(std::size_t row) const { return m_setup.disk.rows()[row].bytes; }
    Sealer& sealer() { return m_keys; }
    bool hasKeyOf(PersonId subject) const { return m_keys.has(subject); }
    bool isErased(PersonId subject) const;
    PersonErased erasureBy(PersonId subject) const;

private:
    struct Draw { ///< one event to be written
        Draft draft;
        QByteArray compartment;
        AccountId actor;
        Instant wall;
        bool isUnknown = false;
    };
    explicit SimLog(LogSetup setup) : m_setup(std::move(setup)), m_keys(m_setup.random) {}
    Result<void> replay();
    Result<void> absorbRow(std::size_t row);
    Result<void> becomeNew();
    Result<void> checkWitness();
    Result<void> keepCutOffs();
    Result<void> reload();
    void addToRecord(const Envelope& envelope, std::size_t row);
    void refold(const RawId& record);
    void destroyKey(const Erasure& erasure);
    FoldInput inputOf(std::size_t row);
    Result<void> writeOne(const Draw& draw);
    Result<void> openStream(OpeningReason reason, const EventRef& previous);
    Result<void> writeNewStream(OpeningReason reason, const EventRef& lastCommon);
    std::vector<Draw> displacedAfter(const EventRef& lastCommon);
    Result<void> commit();
    Result<void> abandon(const Error& error);
    Result<void> storeAdmitted(const sync::Admitted& admitted);
    Result<void> mayWrite() const;
    Result<void> writeRow(Row row);
    SignedHead signatureFor(const sync::StreamPart& part, const Hash& last);

    LogSetup m_setup;
    SimKeys m_keys;
    KeyPair m_keyPair;
    NodeId m_node;
    StreamId m_stream;
    HybridClock m_clock;
    sync::Membership m_membership;
    std::map<StreamId, std::vector<Stored>> m_streams;
    std::map<RawId, std::vector<std::size_t>> m_rowsOf;
    std::map<RawId, FoldedRecord> m_records;
    std::map<QByteArray, std::vector<RawId>> m_byFirstType;
    std::map<StreamId, SignedHead> m_signatures;
    std::vector<Erasure> m_erasures;
    bool m_isBroken = false;
    bool m_isDamaged = false;
    bool m_beganAnew = false;
    bool m_numbersMayBeLost = false;
};

} // namespace onedoor::simulator
