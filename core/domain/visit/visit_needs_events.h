// SPDX-License-Identifier: GPL-3.0-or-later
// What a visit needs besides its matter, and who came for somebody else. Record: the visit. Written only where there is something to say, in
// the act that registers the visit; a later one of the same kind takes the earlier one's place.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

namespace onedoor {

/// Help on the way: shown at the desks, never on a public screen.
struct VisitNeedsRecorded {
    static constexpr const char* type = "visit.needsRecorded";
    static constexpr std::uint32_t version = 1;
    bool escort = false;     ///< somebody takes the visitor to the place
    bool hearing = false;    ///< hard of hearing: not called by voice alone
    bool wheelchair = false; ///< a place without steps, with room

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("escort"), self.escort);
        visit(field("hearing"), self.hearing);
        visit(field("wheelchair"), self.wheelchair);
    }
};

/// How the helper stands to the person: an authorised agent (委托代理人) and a statutory one (法定代理人) may speak for them in law, the others help.
enum class HelperRelation { Family, Neighbour, CommunityWorker, AuthorisedAgent, StatutoryAgent, Other };
template <>
struct EnumWords<HelperRelation> {
    static constexpr std::array values{std::pair{HelperRelation::Family, "family"}, std::pair{HelperRelation::Neighbour, "neighbour"},
                                       std::pair{HelperRelation::CommunityWorker, "communityWorker"},
                                       std::pair{HelperRelation::AuthorisedAgent, "authorisedAgent"},
                                       std::pair{HelperRelation::StatutoryAgent, "statutoryAgent"}, std::pair{HelperRelation::Other, "other"}};
};

/// Somebody holds the ticket for the visit's person. Subject: that person, so that the helper's name goes when theirs does.
struct VisitHelperRecorded {
    static constexpr const char* type = "visit.helperRecorded";
    static constexpr std::uint32_t version = 1;
    HelperRelation relation = HelperRelation::Family;
    QString name;
    QString phone;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("relation"), self.relation);
        visit(personal("name"), self.name);
        visit(personal("phone"), self.phone);
    }
};

} // namespace onedoor
