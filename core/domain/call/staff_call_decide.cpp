// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/call/staff_call_decide.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QVariantMap whoAndWhen(AccountId account, Instant at)
{
    return {{u"account"_s, account.toString()}, {u"at"_s, qint64(at.milliseconds)}};
}

Result<void> mustBeOpen(const StaffCallState& call)
{
    if (call.needsUpdate)
        return fail(ErrorKind::Unsupported, u"record.needsUpdate"_s, u"call"_s);
    if (!call.exists())
        return fail(ErrorKind::NotFound, u"staffCall.unknown"_s, u"call"_s);
    if (call.clearedAt)
        return fail(ErrorKind::Conflict, u"staffCall.cleared"_s, u"call"_s, whoAndWhen(call.clearedBy, call.clearedAt));
    return {};
}

} // namespace

Result<std::optional<StaffAnswered>> decideAnswer(const StaffCallState& call, const DecideContext& context, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(call));
    if (!call.answeredAt)
        return std::optional(StaffAnswered{place});
    if (call.answeredBy == context.actor)
        return std::optional<StaffAnswered>();
    return fail(ErrorKind::Conflict, u"staffCall.answered"_s, u"call"_s, whoAndWhen(call.answeredBy, call.answeredAt));
}

Result<StaffCleared> decideClear(const StaffCallState& call, const QString& place)
{
    ONEDOOR_TRY(mustBeOpen(call));
    return StaffCleared{place};
}

} // namespace onedoor
