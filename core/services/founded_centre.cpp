// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/founded_centre.h"

#include "core/domain/centre/centre_loader.h"

namespace onedoor {

using namespace Qt::StringLiterals;

Result<FoundedCentre> foundedCentre(OpenedStore& store)
{
    ONEDOOR_ASSIGN(CentreState state, store.writer->state<CentreState>(store.identity.centre.raw));
    if (state.foundedAt.milliseconds == 0)
        return fail(ErrorKind::Corrupt, u"centre.missing"_s);
    if (!state.definition) {
        const auto problems = loadCentre(state.known.definition.toUtf8(), u"centre"_s);
        return fail(ErrorKind::Unsupported, u"centre.unreadable"_s, {}, {{u"problem"_s, problems ? QString() : problems.error().front().where()}});
    }
    return FoundedCentre{std::move(state.known), std::move(state.definition)};
}

} // namespace onedoor
