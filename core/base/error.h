// SPDX-License-Identifier: GPL-3.0-or-later
// The one way in which anything in OneDoor fails: Result<T> holds a value or an Error.
// An Error is a closed kind, a stable code, the field at fault and the facts of the case; it carries no sentence for users.
// core/services/error_text.h turns it into one. Plain values, any thread.
#pragma once

#include <QString>
#include <QVariantMap>
#include <tl/expected.hpp>

namespace onedoor {

/// What sort of failure it is; decides how a caller reacts, never what the user reads.
enum class ErrorKind {
    Invalid,     ///< the input breaks a rule: `field` names which
    NotFound,    ///< no such record
    Conflict,    ///< somebody else was first, or the record is in another state; facts say who and which
    Forbidden,   ///< the session lacks the right
    Busy,        ///< in use elsewhere; try again
    Full,        ///< no room left on the disk
    Io,          ///< the file system refused
    Corrupt,     ///< stored bytes are not what was written
    Unsupported, ///< written by a newer program
    WrongKey,    ///< the secret does not open the store
    Internal,    ///< a broken promise inside the program
};

/// The stable lower-case word of a kind, as it stands in JSON answers: "invalid", "notFound", …
QLatin1String errorKindName(ErrorKind kind);

struct [[nodiscard]] Error {
    ErrorKind kind = ErrorKind::Internal;
    QString code;      ///< stable, dotted: "ticket.alreadyCalled"; one sentence in error_text per code
    QString field;     ///< dotted path of the input at fault, empty when none: "person.documentNumber"
    QVariantMap facts; ///< what the sentence needs: limit, who, when, path; never a visitor's personal data

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = tl::expected<T, Error>;

using Unexpected = tl::unexpected<Error>;

/// `return fail(ErrorKind::NotFound, u"ticket.unknown"_s);`
inline Unexpected fail(ErrorKind kind, QString code, QString field = {}, QVariantMap facts = {})
{
    return Unexpected(Error{kind, std::move(code), std::move(field), std::move(facts)});
}

} // namespace onedoor

/// Leaves the function with the error of `expression`, or goes on. For Result<void> and values that are not needed.
#define ONEDOOR_TRY(expression)                                                                                        \
    do {                                                                                                               \
        auto&& onedoorTried = (expression);                                                                            \
        if (!onedoorTried)                                                                                             \
            return ::onedoor::Unexpected(std::move(onedoorTried).error());                                             \
    } while (false)

#define ONEDOOR_JOIN_(a, b) a##b
#define ONEDOOR_JOIN(a, b) ONEDOOR_JOIN_(a, b)
/// `ONEDOOR_ASSIGN(auto value, mayFail());` leaves with the error or binds the value. Several statements: brace it after an if.
#define ONEDOOR_ASSIGN(declaration, expression)                                                                        \
    auto&& ONEDOOR_JOIN(onedoorTried, __LINE__) = (expression);                                                        \
    if (!ONEDOOR_JOIN(onedoorTried, __LINE__))                                                                         \
        return ::onedoor::Unexpected(std::move(ONEDOOR_JOIN(onedoorTried, __LINE__)).error());                         \
    declaration = std::move(*ONEDOOR_JOIN(onedoorTried, __LINE__))
