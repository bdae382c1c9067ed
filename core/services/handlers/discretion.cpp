// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/handlers/discretion.h"

#include "core/store/views/person_queries.h"
#include "core/store/views/route_queries.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// The visitor stands, or has left papers, at a place where this account sits.
Result<bool> isMine(ViewsStore& views, const Session& session, const TicketRow& row)
{
    if (row.place.isEmpty() || !session.account)
        return false;
    ONEDOOR_ASSIGN(const AccountId account, queries::staffedBy(views, row.place));
    return account == session.account;
}

void hide(TicketRow& row)
{
    row.isHidden = true;
    row.person = {};
    row.sex = Sex::Unknown;
    for (QString* text : {&row.name, &row.summary, &row.handoverNote, &row.finishNote, &row.helperName, &row.helperPhone})
        text->clear();
}

} // namespace

bool isConfidential(const TicketRow& row, const CentreDefinition& centre)
{
    const Service* service = centre.findService(row.service);
    return row.confidential || (service != nullptr && service->has(ServiceFlag::Confidential));
}

bool mayReadConfidential(const Session& session, const CentreDefinition& centre)
{
    return std::any_of(session.roles.begin(), session.roles.end(), [&](const QString& key) {
        const Role* role = centre.findRole(key);
        return role != nullptr && role->permits(u"visit.confidential"_s);
    });
}

Result<void> complete(ViewsStore& views, const Session& session, const CentreDefinition& centre, std::vector<TicketRow>& rows)
{
    ONEDOOR_TRY(queries::addRoutes(views, rows));
    if (mayReadConfidential(session, centre))
        return {};
    for (TicketRow& row : rows) {
        if (!isConfidential(row, centre))
            continue;
        ONEDOOR_ASSIGN(const bool mine, isMine(views, session, row));
        if (!mine)
            hide(row);
    }
    return {};
}

Result<void> complete(ViewsStore& views, const Session& session, const CentreDefinition& centre, TicketRow& row)
{
    std::vector<TicketRow> one{std::move(row)};
    ONEDOOR_TRY(complete(views, session, centre, one));
    row = std::move(one.front());
    return {};
}

Result<void> mustBeReadable(QueryScope& scope, std::vector<TicketRow>& rows)
{
    ONEDOOR_TRY(complete(scope.views(), scope.session(), scope.centre(), rows));
    if (std::any_of(rows.begin(), rows.end(), [](const TicketRow& row) { return row.isHidden; }))
        return fail(ErrorKind::Forbidden, u"visit.confidential"_s, u"visit"_s);
    return {};
}

} // namespace onedoor
