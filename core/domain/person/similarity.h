// SPDX-License-Identifier: GPL-3.0-or-later
// How likely two records are one human being, in points, with a reason for each: built for Chinese names, where an edit distance says
// nothing (it finds half the town behind two characters). Reasons speak for or against; how many points each is worth, and from how many
// on people should be told, is data (resources/person/similarity.json, whose README says where the weights come from).
// Pure functions, any thread. What is empty on either side gives no point.
#pragma once

#include "core/base/error.h"
#include "core/domain/person/person_events.h"

#include <array>
#include <vector>

namespace onedoor {

enum class SimilarityReason {
    SameDocument,
    FormerDocument, ///< the same number, once with its former 15 digits
    SamePhone,
    SameBirth,
    SameName,
    SoundsAlike,   ///< other characters, the same pinyin
    NameOrder,     ///< given name first, or the parts of a name the other way round
    ShortSurname,  ///< one character of a surname of two is missing
    OneCharacter,  ///< one character of three or more is another, the surname the same
    SameAddress,
    OtherDocument, ///< two valid numbers of the same kind: a number is for life
    OtherBirth,
    OtherSex,
};
template <>
struct EnumWords<SimilarityReason> {
    static constexpr std::array values{std::pair{SimilarityReason::SameDocument, "sameDocument"}, std::pair{SimilarityReason::FormerDocument, "formerDocument"},
                                       std::pair{SimilarityReason::SamePhone, "samePhone"},       std::pair{SimilarityReason::SameBirth, "sameBirth"},
                                       std::pair{SimilarityReason::SameName, "sameName"},         std::pair{SimilarityReason::SoundsAlike, "soundsAlike"},
                                       std::pair{SimilarityReason::NameOrder, "nameOrder"},       std::pair{SimilarityReason::ShortSurname, "shortSurname"},
                                       std::pair{SimilarityReason::OneCharacter, "oneCharacter"}, std::pair{SimilarityReason::SameAddress, "sameAddress"},
                                       std::pair{SimilarityReason::OtherDocument, "otherDocument"}, std::pair{SimilarityReason::OtherBirth, "otherBirth"},
                                       std::pair{SimilarityReason::OtherSex, "otherSex"}};
};

struct SimilarityRules {
    std::array<int, EnumWords<SimilarityReason>::values.size()> points{}; ///< by reason; negative: speaks against
    int likely = 0;  ///< from here on people are told
    int certain = 0; ///< from here on it needs a good reason to doubt it

    int pointsOf(SimilarityReason reason) const { return points[std::size_t(reason)]; }
};

/// Corrupt "similarity.rules" {field} when a reason is missing, unknown or no whole number, or the limits are not 0 < likely < certain ≤ 100.
Result<SimilarityRules> readSimilarityRules(const QByteArray& json);

struct SimilarityPoint {
    SimilarityReason reason = SimilarityReason::SameName;
    int points = 0;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("reason"), self.reason);
        visit(field("points"), self.points);
    }
};

struct Similarity {
    int score = 0; ///< 0 … 100
    std::vector<SimilarityPoint> reasons; ///< in the order of the enumeration
};

/// The same whichever comes first.
Similarity similarity(const PersonRegistered& one, const PersonRegistered& other, const SimilarityRules& rules);

/// The name with its given part first: a Chinese surname goes to the end, of a name in parts the last one to the front. The name itself
/// when it has but one part.
QString swappedName(const QString& name);

} // namespace onedoor
