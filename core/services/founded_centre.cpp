// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/founded_centre.h"

#include "core/domain/centre/centre_loader.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// The definition as the journal holds it. It was checked when it came in; a newer program's may hold what this one can't read.
Result<CentreDefinition> definitionOf(const CentreFounded& founded)
{
    TemplateResult<CentreDefinition> loaded = loadCentre(founded.definition.toUtf8(), u"centre"_s);
    if (!loaded)
        return fail(ErrorKind::Unsupported, u"centre.unreadable"_s, {}, {{u"problem"_s, loaded.error().front().where()}});
    return std::move(*loaded);
}

Result<CentreFounded> foundedIn(JournalStore& journal)
{
    // The founding event is among the first of the first stream.
    std::optional<CentreFounded> founded;
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        ReadEvent read = readEvent(envelope, nullptr);
        if (auto* event = std::get_if<CentreFounded>(&read.event)) {
            founded = std::move(*event);
            return fail(ErrorKind::Internal, u"found"_s); // stop reading
        }
        return {};
    };
    const Result<void> outcome = journal.eachAfter(0, take);
    if (founded)
        return std::move(*founded);
    ONEDOOR_TRY(outcome);
    return fail(ErrorKind::Corrupt, u"centre.missing"_s);
}

} // namespace

Result<FoundedCentre> foundedCentre(JournalStore& journal)
{
    ONEDOOR_ASSIGN(CentreFounded founded, foundedIn(journal));
    ONEDOOR_ASSIGN(CentreDefinition definition, definitionOf(founded));
    return FoundedCentre{std::move(founded), std::move(definition)};
}

} // namespace onedoor
