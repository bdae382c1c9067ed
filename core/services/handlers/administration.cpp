// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts, the centre's definition and the state of the store.
#include "core/services/api/administration.h"

#include "core/services/account_rules.h"
#include "core/services/clean.h"
#include "core/services/gateway_acts.h"
#include "core/services/scopes.h"
#include "core/services/sign_in_limit.h"
#include "core/store/keys/secret_verifier.h"
#include "core/store/views/person_queries.h"

#include "core/domain/centre/centre_loader.h"

#include <QJsonDocument>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

Result<void> checkRoles(const CentreDefinition& centre, const std::vector<QString>& roles)
{
    if (roles.empty())
        return fail(ErrorKind::Invalid, u"account.noRole"_s, u"roles"_s);
    for (const QString& role : roles) {
        if (centre.findRole(role) == nullptr)
            return fail(ErrorKind::Invalid, u"account.unknownRole"_s, u"roles"_s, {{u"role"_s, role}});
    }
    return {};
}

bool isAdministrator(const CentreDefinition& centre, const std::vector<QString>& roles)
{
    return std::any_of(roles.begin(), roles.end(), [&](const QString& key) {
        const Role* role = centre.findRole(key);
        return role != nullptr && role->permits(QString::fromLatin1(AccountChange::name));
    });
}

Result<queries::AccountFound> findAccount(CommandScope& scope, const QString& login)
{
    ONEDOOR_ASSIGN(std::optional<queries::AccountFound> found, queries::accountByLogin(scope.views(), login));
    if (!found)
        return fail(ErrorKind::NotFound, u"account.unknown"_s, u"login"_s);
    return std::move(*found);
}

/// Somebody must always be left who can administer.
Result<void> keepAnAdministrator(CommandScope& scope, const queries::AccountFound& account, const AccountChange& command)
{
    const bool stays = command.enabled.value_or(account.row.enabled)
        && isAdministrator(scope.centre(), command.roles.value_or(account.row.roles));
    if (stays)
        return {};
    ONEDOOR_ASSIGN(const std::vector<AccountRow> all, queries::accounts(scope.views()));
    const bool another = std::any_of(all.begin(), all.end(), [&](const AccountRow& row) {
        return row.account != account.row.account && row.enabled && isAdministrator(scope.centre(), row.roles);
    });
    if (another)
        return {};
    return fail(ErrorKind::Conflict, u"account.lastAdministrator"_s, u"login"_s);
}

} // namespace

Result<AccountReply> handle(CommandScope& scope, const AccountCreate& raw)
{
    AccountCreate command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(command.login, checkedLogin(command.login));
    ONEDOOR_TRY(checkRoles(scope.centre(), command.roles));
    ONEDOOR_TRY(checkSecret(command.secretKind, command.secret));
    ONEDOOR_ASSIGN(const auto taken, queries::accountByLogin(scope.views(), command.login));
    if (taken)
        return fail(ErrorKind::Conflict, u"account.loginTaken"_s, u"login"_s, {{u"login"_s, command.login}});
    const AccountId account(scope.writer().makeId(scope.now()));
    AccountCreated created{command.login, command.displayName, command.roles, command.secretKind, {}};
    ONEDOOR_ASSIGN(created.verifier, SecretVerifier().hash(command.secret));
    ONEDOOR_TRY(scope.append({{account.raw, created, {}}}));
    return AccountReply{account};
}

Result<AccountReply> handle(CommandScope& scope, const AccountChange& raw)
{
    AccountChange command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_ASSIGN(const queries::AccountFound found, findAccount(scope, command.login));
    if (command.roles)
        ONEDOOR_TRY(checkRoles(scope.centre(), *command.roles));
    if (command.displayName && command.displayName->isEmpty())
        return fail(ErrorKind::Invalid, u"text.required"_s, u"displayName"_s);
    ONEDOOR_TRY(keepAnAdministrator(scope, found, command));
    ONEDOOR_TRY(scope.append({{found.row.account.raw, AccountChanged{command.displayName, command.roles, command.enabled}, {}}}));
    return AccountReply{found.row.account};
}

Result<AccountReply> handle(CommandScope& scope, const AccountSetSecret& raw)
{
    AccountSetSecret command = raw;
    ONEDOOR_TRY(cleanFields(command));
    ONEDOOR_TRY(checkSecret(command.secretKind, command.secret));
    ONEDOOR_ASSIGN(const queries::AccountFound found, findAccount(scope, command.login));
    AccountSecretChanged changed{command.secretKind, {}};
    ONEDOOR_ASSIGN(changed.verifier, SecretVerifier().hash(command.secret));
    ONEDOOR_TRY(scope.append({{found.row.account.raw, changed, {}}}));
    scope.forgiveSignIns(found.row.login); // whoever was locked out begins anew
    return AccountReply{found.row.account};
}

Result<AccountListReply> answer(QueryScope& scope, const AccountList&)
{
    AccountListReply reply;
    ONEDOOR_ASSIGN(reply.accounts, queries::accounts(scope.views()));
    return reply;
}

Result<CentreReply> answer(QueryScope& scope, const CentreShow&)
{
    return CentreReply{QJsonDocument::fromJson(toJson(scope.centre())).object()};
}

Result<StoreStatusReply> answer(QueryScope& scope, const StoreStatus&)
{
    StoreStatusReply reply{.path = scope.store().paths.folder, .rehearsal = scope.store().rehearsal, .cipher = scope.store().cipher,
                           .stream = scope.store().stream.toString()};
    ONEDOOR_ASSIGN(const StreamHead head, scope.reader().journal().head(scope.store().stream));
    ONEDOOR_ASSIGN(const auto newest, scope.reader().journal().newest());
    reply.events = std::uint64_t(newest.first);
    reply.head = QString::fromLatin1(viewOf(head.hash).toByteArray().toHex());
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(const Envelope envelope, decodeEnvelope(row.envelope));
        reply.lastEventAt = envelope.time.instant();
        return {};
    };
    ONEDOOR_TRY(scope.reader().journal().eachAfter(newest.first - 1, take));
    return reply;
}

template QFuture<Result<AccountCreate::Reply>> Gateway::send(const Session&, AccountCreate);
template QFuture<Result<AccountChange::Reply>> Gateway::send(const Session&, AccountChange);
template QFuture<Result<AccountSetSecret::Reply>> Gateway::send(const Session&, AccountSetSecret);
template QFuture<Result<AccountList::Reply>> Gateway::ask(const Session&, AccountList);
template QFuture<Result<CentreShow::Reply>> Gateway::ask(const Session&, CentreShow);
template QFuture<Result<StoreStatus::Reply>> Gateway::ask(const Session&, StoreStatus);

} // namespace onedoor
