// SPDX-License-Identifier: GPL-3.0-or-later
// Which stops a matter will probably make (甄别分流), read out of the visitor's own words by the centre's triage table and by the keywords
// of its services. A suggestion, never a decision: the receptionist takes it, changes it or leaves it. Pure, any thread; work is linear in
// the text for each word of the table, which is some hundreds, so that it can be asked at every pause while somebody types.
#pragma once

#include "core/base/fields.h"
#include "core/domain/centre/centre_definition.h"

#include <vector>

namespace onedoor {

struct TriageSuggestion {
    std::vector<QString> stops; ///< Service::key; only services that some place offers now
    std::uint32_t points = 0;
    std::vector<QString> words; ///< that led to it, as the centre wrote them, in the order of the text
    QString rule;               ///< key of the rule; empty: the keywords of the service did

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stops"), self.stops);
        visit(field("points"), self.points);
        visit(field("words"), self.words);
        visit(field("rule"), self.rule);
    }
};

/// The strongest first, at most `atMost`; of two equally strong ones a rule before a service, then the earlier in the centre. No two lead the
/// same way. Width, case and blanks make no difference.
std::vector<TriageSuggestion> suggestStops(const CentreDefinition& centre, const QString& text, std::size_t atMost = 3);

} // namespace onedoor
