// SPDX-License-Identifier: GPL-3.0-or-later
// Identity documents as people read them out, type them or scan them: tolerant in form, strict in what the standards fix.
// Pure functions, any thread. The result is normalised: no blanks or hyphens, half width, capital letters, 18 digits for a
// former 15-digit number.
// Errors (kind Invalid, field as given), each with what would be right:
//   identity.required {}; identity.length {length, expected "18, 15"}; identity.character {position};
//   identity.checkCharacter {expected "X"}; identity.date {reason "nonexistent" | "future" | "tooEarly"};
//   identity.prefix {expected "83"}; identity.notExpected {} (a number although there is no document).
// Source: GB 11643-1999 (18 characters, birth date in 7…14, odd sequence = male), ISO 7064 MOD 11-2 for the check character;
// residence permits of Hong Kong, Macao (81, 82) and Taiwan (83) residents follow the same structure (State Council rules of
// 2018); so do foreigners' permanent resident cards issued since December 2023, which begin with 9.
#pragma once

#include "core/base/error.h"
#include "core/base/sex.h"

#include <QDate>
#include <QLatin1String>
#include <QString>
#include <optional>

namespace onedoor {

enum class DocumentKind {
    ResidentId,
    HongKongMacaoResidencePermit,
    TaiwanResidencePermit,
    ForeignPermanentResident,
    Passport,
    None, ///< came without a document: a normal answer, nobody is turned away for it
};

/// The stable word of a kind in JSON and journals: "residentId", "hongKongMacaoResidencePermit", …
QLatin1String documentKindName(DocumentKind kind);
std::optional<DocumentKind> documentKindFromName(QStringView name);

struct IdentityDocument {
    DocumentKind kind = DocumentKind::None;
    QString number;
    std::optional<QDate> birth; ///< where the number states it
    std::optional<Sex> sex;     ///< where the number states it
    bool former = false;        ///< given in a superseded form: 15 digits, or the 15-character card of before 2023
    bool unknownRegion = false; ///< no province of today has this code: worth a second look, never a reason to refuse

    friend bool operator==(const IdentityDocument&, const IdentityDocument&) = default;
};

/// `today` is the day at the centre. A resident number that turns out to be a permit's (81, 82, 83, 9) is returned as that kind.
Result<IdentityDocument> parseIdentity(DocumentKind kind, const QString& input, const QDate& today, const QString& field);

/// What the number looks like, to preselect a kind while somebody types; None when it is nothing we know.
DocumentKind likelyDocumentKind(const QString& input);

/// ISO 7064 MOD 11-2 over exactly 17 digits: '0'…'9' or 'X'; nothing when they are not 17 digits.
std::optional<QChar> residentCheckCharacter(QStringView digits);

/// Half width, capitals, without blanks, hyphens and invisible characters; for comparing and for keyed hashes.
QString foldDocumentNumber(const QString& input);

} // namespace onedoor
