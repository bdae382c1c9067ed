// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/centre_loader.h"

#include "core/domain/centre/centre_checks.h"
#include "core/domain/centre/centre_fields.h"
#include "core/domain/centre/template_writer.h"

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

/// A file of a later format may hold anything; reading on would only bury the one thing that is wrong with it.
bool isOfLaterFormat(const JsonNode& root, ProblemSink& problems)
{
    const JsonNode* format = root.find(u"format");
    if (!format || format->kind != JsonNode::Kind::Integer || format->integer <= centrelimits::format)
        return false;
    problems.report(format->line, u"format"_s, u"template.formatUnsupported"_s,
                    {{u"found"_s, format->integer}, {u"supported"_s, centrelimits::format}});
    return true;
}

TemplateResult<CentreDefinition> load(const QByteArray& json, const QString& fileName, CheckedCentre use)
{
    ProblemSink problems(fileName);
    const std::optional<JsonNode> root = readTree(json, problems);
    if (!root || isOfLaterFormat(*root, problems))
        return tl::unexpected(problems.take());
    CentreDefinition centre;
    TemplateReader fields(*root, {}, problems);
    describe(fields, centre);
    fields.finish();
    if (root->kind == JsonNode::Kind::Object)
        checkCentre(centre, *root, problems, use);
    if (!problems.isEmpty())
        return tl::unexpected(problems.take());
    return centre;
}

} // namespace

TemplateResult<CentreDefinition> loadCentre(const QByteArray& json, const QString& fileName)
{
    return load(json, fileName, CheckedCentre::File);
}

TemplateResult<CentreDefinition> loadRunningCentre(const QByteArray& json)
{
    return load(json, u"centre"_s, CheckedCentre::Running);
}

QByteArray toJson(const CentreDefinition& centre)
{
    TemplateWriter fields;
    describe(fields, centre);
    return fields.bytes();
}

} // namespace onedoor
