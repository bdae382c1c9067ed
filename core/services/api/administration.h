// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and queries of the administrator: accounts, the centre and the store.
#pragma once

#include "core/base/error.h"
#include "core/domain/rows.h"

namespace onedoor {

struct AccountReply {
    AccountId account;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("account"), self.account);
    }
};

/// Errors: account.loginTaken, account.loginShape (login), account.unknownRole (roles), secret.* (secret).
struct AccountCreate {
    static constexpr const char* name = "account.create";
    using Reply = AccountReply;
    QString login; ///< lower-case Latin letters, digits, dots: "wang.fang"
    QString displayName;
    std::vector<QString> roles;
    SecretKind secretKind = SecretKind::Password;
    QString secret;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("login").required().atMost(40), self.login);
        visit(field("displayName").required().atMost(60), self.displayName);
        visit(field("roles").required().atMost(16), self.roles);
        visit(field("secretKind"), self.secretKind);
        visit(secretField("secret").required().atMost(200), self.secret);
    }
};

struct AccountChange {
    static constexpr const char* name = "account.change";
    using Reply = AccountReply;
    QString login;
    std::optional<QString> displayName;
    std::optional<std::vector<QString>> roles;
    std::optional<bool> enabled;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("login").required().atMost(40), self.login);
        visit(field("displayName").atMost(60), self.displayName);
        visit(field("roles").atMost(16), self.roles);
        visit(field("enabled"), self.enabled);
    }
};

struct AccountSetSecret {
    static constexpr const char* name = "account.setSecret";
    using Reply = AccountReply;
    QString login;
    SecretKind secretKind = SecretKind::Password;
    QString secret;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("login").required().atMost(40), self.login);
        visit(field("secretKind"), self.secretKind);
        visit(secretField("secret").required().atMost(200), self.secret);
    }
};

struct AccountListReply {
    std::vector<AccountRow> accounts;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("accounts"), self.accounts);
    }
};
struct AccountList {
    static constexpr const char* name = "account.list";
    using Reply = AccountListReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

struct CentreReply {
    QJsonObject definition;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("definition"), self.definition);
    }
};
struct CentreShow {
    static constexpr const char* name = "centre.show";
    using Reply = CentreReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

struct StoreStatusReply {
    QString path;
    bool rehearsal = false;
    QString cipher;
    QString stream;
    std::uint64_t events = 0;
    QString head; ///< hash of the newest event of the own stream, hexadecimal
    Instant lastEventAt;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("path").atMost(4096), self.path);
        visit(field("rehearsal"), self.rehearsal);
        visit(field("cipher"), self.cipher);
        visit(field("stream"), self.stream);
        visit(field("events"), self.events);
        visit(field("head"), self.head);
        visit(field("lastEventAt"), self.lastEventAt);
    }
};
struct StoreStatus {
    static constexpr const char* name = "store.status";
    using Reply = StoreStatusReply;

    template <typename Self, typename Visit>
    static void fields(Self&, Visit&&)
    {
    }
};

// --- the work behind them, found by Gateway::send and Gateway::ask ------------------------------------------------------
class CommandScope;
class QueryScope;
Result<AccountCreate::Reply> handle(CommandScope& scope, const AccountCreate& command);
Result<AccountChange::Reply> handle(CommandScope& scope, const AccountChange& command);
Result<AccountSetSecret::Reply> handle(CommandScope& scope, const AccountSetSecret& command);
Result<AccountList::Reply> answer(QueryScope& scope, const AccountList& query);
Result<CentreShow::Reply> answer(QueryScope& scope, const CentreShow& query);
Result<StoreStatus::Reply> answer(QueryScope& scope, const StoreStatus& query);

} // namespace onedoor
