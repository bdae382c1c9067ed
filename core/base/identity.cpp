// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/identity.h"

#include "core/base/text.h"

#include <QStringView>
#include <algorithm>
#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestInput = 128;   // units; far more than any document number with its blanks
constexpr int shortestPassport = 5;
constexpr int longestPassport = 20;       // ICAO Doc 9303 allows 9 in the machine zone; older booklets have more
constexpr int oldestYears = 150;
constexpr int residentLength = 18;
constexpr int formerLength = 15;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isCapital(QChar character)
{
    return character >= u'A' && character <= u'Z';
}

bool allDigits(QStringView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

Unexpected refuse(const QString& code, const QString& field, QVariantMap facts = {})
{
    return fail(ErrorKind::Invalid, code, field, std::move(facts));
}

Unexpected wrongLength(const QString& field, qsizetype length, const QString& expected)
{
    return refuse(u"identity.length"_s, field, {{u"length"_s, length}, {u"expected"_s, expected}});
}

/// First two digits of GB/T 2260: the provinces of today.
bool isKnownRegion(QStringView number)
{
    static constexpr std::array<int, 34> provinces{11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42,
                                                   43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82};
    const int province = number.left(2).toInt();
    return province == 83 || std::binary_search(provinces.begin(), provinces.end(), province);
}

/// The kind whose numbers begin like this one.
DocumentKind kindByPrefix(QStringView number)
{
    if (number.startsWith(u"81") || number.startsWith(u"82"))
        return DocumentKind::HongKongMacaoResidencePermit;
    if (number.startsWith(u"83"))
        return DocumentKind::TaiwanResidencePermit;
    return number.startsWith(u'9') ? DocumentKind::ForeignPermanentResident : DocumentKind::ResidentId;
}

QString expectedPrefix(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::HongKongMacaoResidencePermit: return u"81, 82"_s;
    case DocumentKind::TaiwanResidencePermit: return u"83"_s;
    default: return u"9"_s;
    }
}

Result<QDate> birthOf(QStringView digits, const QDate& today, const QString& field)
{
    const QDate birth(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
    if (!birth.isValid())
        return refuse(u"identity.date"_s, field, {{u"reason"_s, u"nonexistent"_s}});
    if (birth > today)
        return refuse(u"identity.date"_s, field, {{u"reason"_s, u"future"_s}});
    if (birth < today.addYears(-oldestYears))
        return refuse(u"identity.date"_s, field, {{u"reason"_s, u"tooEarly"_s}});
    return birth;
}

/// The first character outside the form: digits, and X in the last place of 18.
std::optional<qsizetype> firstStranger(QStringView number)
{
    for (qsizetype at = 0; at < number.size(); ++at) {
        const bool check = at == residentLength - 1 && number.size() == residentLength;
        if (!isDigit(number[at]) && !(check && number[at] == u'X'))
            return at;
    }
    return std::nullopt;
}

/// 15 digits carry no century and no check character. Sequences 996…999 once marked people born in the eighteen-hundreds.
QString widenFormer(QStringView number)
{
    const QString digits = number.left(6).toString() + u"19"_s + number.mid(6).toString();
    return digits + residentCheckCharacter(digits).value_or(u'0');
}

/// Structure common to GB 11643 numbers and the permits modelled on them.
Result<IdentityDocument> parseStructured(DocumentKind kind, QStringView given, const QDate& today, const QString& field)
{
    const bool formerAllowed = kind == DocumentKind::ResidentId;
    const bool former = formerAllowed && given.size() == formerLength;
    if (const auto stranger = firstStranger(given))
        return refuse(u"identity.character"_s, field, {{u"position"_s, *stranger + 1}});
    if (given.size() != residentLength && !former)
        return wrongLength(field, given.size(), formerAllowed ? u"18, 15"_s : u"18"_s);
    const QString number = former ? widenFormer(given) : given.toString();
    const DocumentKind found = kindByPrefix(number);
    if (kind != DocumentKind::ResidentId && kind != found)
        return refuse(u"identity.prefix"_s, field, {{u"expected"_s, expectedPrefix(kind)}});
    ONEDOOR_ASSIGN(const QDate birth, birthOf(QStringView(number).mid(6, 8), today, field));
    const QChar expected = residentCheckCharacter(QStringView(number).left(17)).value_or(u'0');
    if (number.back() != expected)
        return refuse(u"identity.checkCharacter"_s, field, {{u"expected"_s, QString(expected)}});
    const bool male = number[16].digitValue() % 2 == 1;
    const bool regionApplies = found != DocumentKind::ForeignPermanentResident;
    return IdentityDocument{found, number, birth, male ? Sex::Male : Sex::Female, former, regionApplies && !isKnownRegion(number)};
}

/// The card issued before December 2023: three letters of the country and twelve digits.
bool isFormerForeignCard(QStringView number)
{
    return number.size() == formerLength && std::all_of(number.begin(), number.begin() + 3, isCapital) && allDigits(number.mid(3));
}

Result<IdentityDocument> parsePassport(QStringView number, const QString& field)
{
    const auto stranger = std::find_if(number.begin(), number.end(), [](QChar each) { return !isDigit(each) && !isCapital(each); });
    if (stranger != number.end())
        return refuse(u"identity.character"_s, field, {{u"position"_s, qsizetype(stranger - number.begin()) + 1}});
    if (number.size() < shortestPassport || number.size() > longestPassport)
        return wrongLength(field, number.size(), u"%1…%2"_s.arg(shortestPassport).arg(longestPassport));
    if (std::none_of(number.begin(), number.end(), isDigit))
        return refuse(u"identity.character"_s, field, {{u"position"_s, qsizetype(1)}});
    return IdentityDocument{.kind = DocumentKind::Passport, .number = number.toString()};
}

constexpr std::array<std::pair<DocumentKind, const char*>, 6> kindNames{{
    {DocumentKind::ResidentId, "residentId"},
    {DocumentKind::HongKongMacaoResidencePermit, "hongKongMacaoResidencePermit"},
    {DocumentKind::TaiwanResidencePermit, "taiwanResidencePermit"},
    {DocumentKind::ForeignPermanentResident, "foreignPermanentResident"},
    {DocumentKind::Passport, "passport"},
    {DocumentKind::None, "none"},
}};

} // namespace

QLatin1String documentKindName(DocumentKind kind)
{
    for (const auto& [known, name] : kindNames) {
        if (known == kind)
            return QLatin1String(name);
    }
    return QLatin1String("none");
}

std::optional<DocumentKind> documentKindFromName(QStringView name)
{
    for (const auto& [kind, known] : kindNames) {
        if (name == QLatin1String(known))
            return kind;
    }
    return std::nullopt;
}

Result<IdentityDocument> parseIdentity(DocumentKind kind, const QString& input, const QDate& today, const QString& field)
{
    if (input.size() > longestInput)
        return wrongLength(field, input.size(), kind == DocumentKind::ResidentId ? u"18, 15"_s : u"18"_s);
    const QString number = foldDocumentNumber(input);
    if (kind == DocumentKind::None)
        return number.isEmpty() ? Result<IdentityDocument>(IdentityDocument{}) : refuse(u"identity.notExpected"_s, field);
    if (number.isEmpty())
        return refuse(u"identity.required"_s, field);
    if (kind == DocumentKind::Passport)
        return parsePassport(number, field);
    if (kind == DocumentKind::ForeignPermanentResident && isFormerForeignCard(number))
        return IdentityDocument{.kind = kind, .number = number, .former = true};
    return parseStructured(kind, number, today, field);
}

DocumentKind likelyDocumentKind(const QString& input)
{
    if (input.size() > longestInput)
        return DocumentKind::None;
    const QString number = foldDocumentNumber(input);
    if (isFormerForeignCard(number))
        return DocumentKind::ForeignPermanentResident;
    if (number.size() == residentLength && !firstStranger(number))
        return kindByPrefix(number);
    if (number.size() == formerLength && allDigits(number))
        return DocumentKind::ResidentId;
    return parsePassport(number, {}) ? DocumentKind::Passport : DocumentKind::None;
}

std::optional<QChar> residentCheckCharacter(QStringView digits)
{
    if (digits.size() != residentLength - 1 || !allDigits(digits))
        return std::nullopt;
    // ISO 7064 MOD 11-2 as a recurrence: double and add; the check makes the whole congruent to 1 modulo 11.
    int remainder = 0;
    for (const QChar digit : digits)
        remainder = (remainder + digit.digitValue()) * 2 % 11;
    const int check = (12 - remainder) % 11;
    return check == 10 ? QChar(u'X') : QChar(char16_t(u'0' + check));
}

QString foldDocumentNumber(const QString& input)
{
    QString folded;
    folded.reserve(input.size());
    for (const QChar given : input) {
        const QChar half(halfWidth(given.unicode()));
        const auto category = half.category();
        if (half.isSpace() || isHyphen(half.unicode()) || category == QChar::Other_Format)
            continue;
        // Keyboards and scanners offer the multiplication sign and the Roman ten where the card shows X.
        const bool ten = half == QChar(0x00D7) || half == QChar(0x2169) || half == QChar(0x2179);
        folded.append(ten ? QChar(u'X') : half.toUpper());
    }
    return folded;
}

} // namespace onedoor
