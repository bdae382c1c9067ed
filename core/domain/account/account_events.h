// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts of the people who work at the centre. Record: the account's id. Staff names are not sealed (they sign official papers);
// the secret is stored only as an Argon2id verifier string.
#pragma once

#include "core/base/fields.h"
#include "core/domain/ids.h"

namespace onedoor {

enum class SecretKind { Password, Pin };
template <>
struct EnumWords<SecretKind> {
    static constexpr std::array values{std::pair{SecretKind::Password, "password"}, std::pair{SecretKind::Pin, "pin"}};
};

struct AccountCreated {
    static constexpr const char* type = "account.created";
    static constexpr std::uint32_t version = 1;
    QString login; ///< lower case, unique in the centre: "wang.fang"
    QString displayName;
    std::vector<QString> roles;
    SecretKind secretKind = SecretKind::Password;
    QString verifier;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("login"), self.login);
        visit(field("displayName"), self.displayName);
        visit(field("roles").atMost(16), self.roles);
        visit(field("secretKind"), self.secretKind);
        visit(field("verifier"), self.verifier);
    }
};

/// Only the fields that are present change.
struct AccountChanged {
    static constexpr const char* type = "account.changed";
    static constexpr std::uint32_t version = 1;
    std::optional<QString> displayName;
    std::optional<std::vector<QString>> roles;
    std::optional<bool> enabled;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("displayName"), self.displayName);
        visit(field("roles").atMost(16), self.roles);
        visit(field("enabled"), self.enabled);
    }
};

struct AccountSecretChanged {
    static constexpr const char* type = "account.secretChanged";
    static constexpr std::uint32_t version = 1;
    SecretKind secretKind = SecretKind::Password;
    QString verifier;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("secretKind"), self.secretKind);
        visit(field("verifier"), self.verifier);
    }
};

} // namespace onedoor
