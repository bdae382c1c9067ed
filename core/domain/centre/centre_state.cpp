// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_state.h"

#include "core/domain/centre/centre_change.h"
#include "core/domain/centre/centre_loader.h"

namespace onedoor {

using namespace Qt::StringLiterals;

void evolve(CentreState& state, const CentreFounded& event, const EventMeta& meta)
{
    state.known = event;
    state.foundedAt = meta.at;
    TemplateResult<CentreDefinition> loaded = loadCentre(event.definition.toUtf8(), u"centre"_s);
    state.definition = loaded ? std::make_shared<const CentreDefinition>(std::move(*loaded)) : nullptr;
}

void evolve(CentreState& state, const CentreChanged& event, const EventMeta& meta)
{
    ChangeStep step{.ref = meta.ref, .actor = meta.actor, .at = meta.at, .section = event.section, .key = event.key, .before = {}, .after = {},
                    .undone = {event.undoneStream, event.undoneSequence}, .problem = {}, .problemField = {}};
    if (!state.definition) {
        step.problem = u"centre.unreadable"_s;
        state.steps.push_back(std::move(step));
        return;
    }
    step.before = centreItem(*state.definition, event.section, event.key);
    step.after = step.before;
    TemplateResult<CentreDefinition> changed = changedCentre(*state.definition, event);
    if (changed) {
        state.definition = std::make_shared<const CentreDefinition>(std::move(*changed));
        step.after = centreItem(*state.definition, event.section, event.key);
    } else {
        step.problem = changed.error().front().code;
        step.problemField = changed.error().front().field;
    }
    state.steps.push_back(std::move(step));
}

} // namespace onedoor
