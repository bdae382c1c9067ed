// SPDX-License-Identifier: GPL-3.0-or-later
// A visit to the centre (来访) and the matter that it brings (诉求事项). Fields after the visit registration form (来访登记表).
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

#include <QDate>

namespace onedoor {

/// Whether a court, an arbitration body or an administrative review already has the matter (信访工作条例 31: such matters go that way).
enum class PendingElsewhere { Unasked, No, Court, Arbitration, AdministrativeReview };
template <>
struct EnumWords<PendingElsewhere> {
    static constexpr std::array values{std::pair{PendingElsewhere::Unasked, "unasked"}, std::pair{PendingElsewhere::No, "no"},
                                       std::pair{PendingElsewhere::Court, "court"}, std::pair{PendingElsewhere::Arbitration, "arbitration"},
                                       std::pair{PendingElsewhere::AdministrativeReview, "administrativeReview"}};
};

/// Record: the visit. A visit may hold several people: headcount counts all, at most five represent them (信访工作条例 20).
struct VisitRegistered {
    static constexpr const char* type = "visit.registered";
    static constexpr std::uint32_t version = 1;
    QString visitNumber; ///< "20260302-A017": business day and number of the first ticket
    QDate day;           ///< business day at the centre
    Instant arrivedAt;
    PersonId person; ///< who speaks for the visit
    std::vector<PersonId> representatives;
    std::uint32_t headcount = 1;
    bool repeat = false; ///< this person has been here before
    bool urgent = false;
    bool threat = false;
    bool confidential = false;
    QString place; ///< where it was registered
    MatterId matter;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("visitNumber"), self.visitNumber);
        visit(field("day"), self.day);
        visit(field("arrivedAt"), self.arrivedAt);
        visit(field("person"), self.person);
        visit(field("representatives").atMost(5), self.representatives);
        visit(field("headcount"), self.headcount);
        visit(field("repeat"), self.repeat);
        visit(field("urgent"), self.urgent);
        visit(field("threat"), self.threat);
        visit(field("confidential"), self.confidential);
        visit(field("place"), self.place);
        visit(field("matter"), self.matter);
    }
};

/// Record: the matter; subject: the visit's person.
struct MatterRecorded {
    static constexpr const char* type = "matter.recorded";
    static constexpr std::uint32_t version = 1;
    VisitId visit;
    PersonId person;
    QString service; ///< key of the service that it was first brought to
    PendingElsewhere pendingElsewhere = PendingElsewhere::Unasked;
    QDate problemDate;
    QString summary;
    QString claim;
    QString problemPlace;
    QString respondent; ///< person or unit complained of
    QString materials;  ///< papers received

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visitor)
    {
        visitor(field("visit"), self.visit);
        visitor(field("person"), self.person);
        visitor(field("service"), self.service);
        visitor(field("pendingElsewhere"), self.pendingElsewhere);
        visitor(personal("problemDate"), self.problemDate);
        visitor(personal("summary").lines(2000), self.summary);
        visitor(personal("claim").lines(2000), self.claim);
        visitor(personal("problemPlace"), self.problemPlace);
        visitor(personal("respondent"), self.respondent);
        visitor(personal("materials").lines(500), self.materials);
    }
};

} // namespace onedoor
