// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hub/centres.h"

namespace onedoor::hub {

using namespace Qt::StringLiterals;
using postgres::Connection;
using postgres::Parameters;
using postgres::Rows;
using postgres::Transaction;

namespace {

constexpr QLatin1String alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // nothing to mistake
constexpr int secretCharacters = 8;

RawId invitationId(const QString& secret)
{
    return RawId::named(QByteArray("invitation:" + secret.toUtf8()));
}

Result<void> trust(Connection& connection, const CentreId& centre, const NodeId& node, const QByteArray& key)
{
    ONEDOOR_TRY(connection.query("INSERT INTO onedoor.trusted (centre, node, public_key) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                                 Parameters().id(centre).id(node).bytes(key)));
    return {};
}

Result<bool> isMember(Connection& connection, MemberCache& cache, const Applicant& applicant)
{
    ONEDOOR_ASSIGN(const Rows row, connection.query("SELECT members FROM onedoor.centre WHERE centre = $1", Parameters().id(applicant.centre)));
    if (row.count() == 0)
        return false;
    ONEDOOR_ASSIGN(const MembersPtr members, cache.get(connection, applicant.centre, row.number(0, 0)));
    const NodeId node = members->membership.nodeWithKey(applicant.key);
    return !node.isNull() && !members->membership.isRevoked(node);
}

} // namespace

Result<std::vector<CentreRow>> centres(Connection& connection)
{
    ONEDOOR_ASSIGN(const Rows rows, connection.query("SELECT centre, name, members FROM onedoor.centre ORDER BY centre"));
    std::vector<CentreRow> all;
    for (int row = 0; row < rows.count(); ++row)
        all.push_back({CentreId(rows.id(row, 0)), rows.text(row, 1), rows.number(row, 2)});
    return all;
}

Result<void> checkKey(Connection& connection, const HubIdentity& hub)
{
    ONEDOOR_ASSIGN(const Rows rows, connection.query("SELECT 1 FROM onedoor.centre WHERE hub_key <> $1 LIMIT 1", Parameters().bytes(hub.key().toBytes())));
    return rows.count() == 0 ? Result<void>() : fail(ErrorKind::Conflict, u"hub.otherKey"_s);
}

Result<QString> invite(Connection& connection, const Clock& clock, Random& random)
{
    QString secret;
    for (int at = 0; at < secretCharacters; ++at)
        secret.append(alphabet[qsizetype(random.below(std::uint64_t(alphabet.size())))]);
    ONEDOOR_TRY(connection.query("DELETE FROM onedoor.invitation WHERE valid_until < $1", Parameters().number(clock.now().milliseconds)));
    ONEDOOR_TRY(connection.query("INSERT INTO onedoor.invitation (centre, valid_until) VALUES ($1, $2)",
                                 Parameters().id(invitationId(secret)).number(clock.now().plusSeconds(invitationSeconds).milliseconds)));
    return secret;
}

Result<void> admit(Connection& connection, MemberCache& cache, const HubIdentity& hub, const QString& secret, const Applicant& applicant, Instant now)
{
    ONEDOOR_ASSIGN(Transaction transaction, Transaction::begin(connection, Transaction::Kind::ReadWrite));
    ONEDOOR_ASSIGN(const Rows redeemed, connection.query("DELETE FROM onedoor.invitation WHERE centre = $1 AND valid_until >= $2",
                                                         Parameters().id(invitationId(secret)).number(now.milliseconds)));
    if (redeemed.affected() != 1)
        return fail(ErrorKind::Forbidden, u"pairing.expired"_s, u"secret"_s);
    ONEDOOR_ASSIGN(const Rows added, connection.query("INSERT INTO onedoor.centre (centre, name, hub_key, members, admitted_at) VALUES ($1, $2, $3, 1, $4)"
                                                      " ON CONFLICT DO NOTHING",
                                                      Parameters().id(applicant.centre).text(applicant.name).bytes(hub.key().toBytes())
                                                          .number(now.milliseconds)));
    if (added.affected() == 1) {
        ONEDOOR_TRY(trust(connection, applicant.centre, applicant.founder, applicant.founderKey));
        ONEDOOR_TRY(trust(connection, applicant.centre, applicant.node, applicant.key));
        return transaction.commit();
    }
    ONEDOOR_ASSIGN(const bool isOwn, isMember(connection, cache, applicant));
    if (!isOwn)
        return fail(ErrorKind::Forbidden, u"hub.centreKnown"_s);
    return transaction.commit();
}

} // namespace onedoor::hub
