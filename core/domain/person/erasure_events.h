// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing a person (个人信息保护法 47) and what may stand against it (47, last sentence: a retention period set by law that has not run
// out). Record: the person, always. What an erasure itself says is no personal data: it outlives the person's key, and travels to nodes
// that may open nothing. Plain values, any thread.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

#include <QDate>

namespace onedoor {

/// The cases of 个人信息保护法 47.
enum class ErasureReason { PurposeAchieved, RetentionEnded, ConsentWithdrawn, Unlawful, OtherLaw };
template <>
struct EnumWords<ErasureReason> {
    static constexpr std::array values{std::pair{ErasureReason::PurposeAchieved, "purposeAchieved"}, std::pair{ErasureReason::RetentionEnded, "retentionEnded"},
                                       std::pair{ErasureReason::ConsentWithdrawn, "consentWithdrawn"}, std::pair{ErasureReason::Unlawful, "unlawful"},
                                       std::pair{ErasureReason::OtherLaw, "otherLaw"}};
};

/// The person's key is destroyed wherever this is stored. Can't be taken back.
struct PersonErased {
    static constexpr const char* type = "person.erased";
    static constexpr std::uint32_t version = 1;
    ErasureReason reason = ErasureReason::PurposeAchieved;
    NodeId node;          ///< where it was decided
    QByteArray signature; ///< Ed25519 of that node over centre and person: the word that goes ahead of the event (core/sync/README.md)

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("reason"), self.reason);
        visit(field("node"), self.node);
        visit(field("signature"), self.signature);
    }
};

/// One node's word that it holds no key of this erased person any more. Written once by each.
struct KeysDestroyed {
    static constexpr const char* type = "keys.destroyed";
    static constexpr std::uint32_t version = 1;
    NodeId node;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("node"), self.node);
    }
};

/// A legal hold: the person can't be erased while it stands. Its reason may name a case, so it is sealed like everything else about the person.
struct HoldPlaced {
    static constexpr const char* type = "hold.placed";
    static constexpr std::uint32_t version = 1;
    HoldId hold;
    QDate until; ///< the last day on which it stands; none: until it is lifted
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("hold"), self.hold);
        visit(field("until"), self.until);
        visit(personal("reason").required().lines(500), self.reason);
    }
};

struct HoldLifted {
    static constexpr const char* type = "hold.lifted";
    static constexpr std::uint32_t version = 1;
    HoldId hold;
    QString reason;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("hold"), self.hold);
        visit(personal("reason").lines(500), self.reason);
    }
};

} // namespace onedoor
