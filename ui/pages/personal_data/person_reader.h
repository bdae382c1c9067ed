// SPDX-License-Identifier: GPL-3.0-or-later
// What the page shows of one person, read by several questions and told once all are answered. The whole journal is read only for an
// export. A newer question makes the older ones void. Owned by the page; UI thread.
#pragma once

#include "core/services/api/erasure.h"
#include "core/services/api/person_merging.h"
#include "core/services/api/reception.h"
#include "core/services/gateway.h"

namespace onedoor {

struct KeptPerson {
    PersonId person;
    PersonInput known;
    std::vector<VisitSummary> visits; ///< newest first
    PersonErasureReply erasure;
    std::vector<HoldRow> holds;
    std::vector<PersonId> records;     ///< of this human being, the one above first
    std::vector<MergedRow> merged;     ///< those of them that were folded in
    std::vector<SimilarPerson> likely; ///< who may be the same
    QString openTicket; ///< number of one that is not over; empty when there is none today

    bool isErased() const { return erasure.state != ErasurePhase::None; }
    const HoldRow* standingHold() const;
    QStringList mergedNames() const;
    /// As far as it is known here: the service judges again.
    bool mayBeErased() const { return !isErased() && !standingHold() && openTicket.isEmpty(); }
};

class PersonReader final : public QObject {
    Q_OBJECT
public:
    PersonReader(Gateway& gateway, const Session& session, QObject* parent) : QObject(parent), m_gateway(gateway), m_session(session) {}
    /// Of whoever stands for this person.
    void read(PersonId person);

Q_SIGNALS:
    void done(const onedoor::KeptPerson& person);
    void failed(const onedoor::Error& error);

private:
    void readRest();
    template <typename Query, typename Take>
    void ask(const Query& query, Take take);

    Gateway& m_gateway;
    const Session& m_session;
    KeptPerson m_reading;
    std::uint64_t m_question = 0;
    int m_unanswered = 0;
};

} // namespace onedoor
