// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/phone.h"

#include "core/base/text.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestInput = 64; // units
constexpr qsizetype longestExtension = 6;
constexpr qsizetype mobileLength = 11;
constexpr qsizetype serviceLength = 10;
constexpr char16_t extensionWord = 0x8F6C; // the word a switchboard number is read with, "put through to"

/// What was typed, reduced: digits only, whether '+' led, and the digits behind an extension word.
struct Dialled {
    QString digits;
    QString extension;
    qsizetype lastGroup = 0; ///< how many digits stand behind the last hyphen
    bool plus = false;
};

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

bool isFiller(QChar character)
{
    return character.isSpace() || isHyphen(character.unicode()) || isNameDot(character.unicode())
        || character.category() == QChar::Other_Format || QStringView(u"().").contains(character);
}

Unexpected refuse(const QString& code, const QString& field, QVariantMap facts = {})
{
    return fail(ErrorKind::Invalid, code, field, std::move(facts));
}

Unexpected wrongLength(const QString& field, qsizetype length, const QString& expected)
{
    return refuse(u"phone.length"_s, field, {{u"length"_s, length}, {u"expected"_s, expected}});
}

Result<Dialled> reduce(const QString& input, const QString& field)
{
    Dialled dialled;
    bool extending = false;
    for (qsizetype at = 0; at < input.size(); ++at) {
        const QChar each(halfWidth(input[at].unicode()));
        if (isDigit(each)) {
            (extending ? dialled.extension : dialled.digits).append(each);
            ++dialled.lastGroup;
        } else if (isHyphen(each.unicode()))
            dialled.lastGroup = 0;
        else if (each == u'+' && dialled.digits.isEmpty() && !dialled.plus)
            dialled.plus = true;
        else if ((each == QChar(extensionWord) || each == u'#') && !extending && !dialled.digits.isEmpty())
            extending = true;
        else if (!isFiller(each))
            return refuse(u"phone.character"_s, field, {{u"position"_s, at + 1}});
    }
    return dialled;
}

/// Takes the country code away; true when the number is in another country's plan.
bool dropCountry(Dialled& dialled)
{
    if (!dialled.plus && dialled.digits.startsWith(u"00")) {
        dialled.digits.remove(0, 2);
        dialled.plus = true;
    }
    const bool bareMobile = !dialled.plus && dialled.digits.size() == mobileLength + 2 && dialled.digits.startsWith(u"861");
    if (bareMobile || (dialled.plus && dialled.digits.startsWith(u"86"))) {
        dialled.digits.remove(0, 2);
        // +86 replaces the trunk prefix of a landline: +86 719 … is 0719 …
        const bool area = !dialled.digits.isEmpty() && dialled.digits[0] >= u'2' && dialled.digits[0] <= u'9';
        const bool beijing = dialled.digits.startsWith(u"10") && dialled.digits.size() == 10;
        if (dialled.plus && (area || beijing))
            dialled.digits.prepend(u'0');
        return false;
    }
    return dialled.plus;
}

Result<PhoneNumber> mobile(const Dialled& dialled, const QString& field)
{
    if (dialled.digits.size() != mobileLength || !dialled.extension.isEmpty())
        return wrongLength(field, dialled.digits.size() + dialled.extension.size(), u"11"_s);
    if (dialled.digits[1] < u'3')
        return refuse(u"phone.prefix"_s, field, {{u"expected"_s, u"13…19"_s}});
    return PhoneNumber{PhoneKind::Mobile, dialled.digits};
}

Result<PhoneNumber> landline(const Dialled& dialled, const QString& field)
{
    const QString& digits = dialled.digits;
    qsizetype area = 0;
    if (digits.startsWith(u'0')) {
        if (digits.startsWith(u"010") || digits.startsWith(u"02"))
            area = 3;
        else if (digits.size() > 1 && digits[1] >= u'3')
            area = 4;
        else
            return refuse(u"phone.prefix"_s, field, {{u"expected"_s, u"010, 02x, 03xx…09xx"_s}});
    }
    qsizetype local = digits.size() - area;
    QString extension = dialled.extension;
    const qsizetype beforeGroup = local - dialled.lastGroup;
    if (extension.isEmpty() && (beforeGroup == 7 || beforeGroup == 8)) { // "0719-8886666-801"
        extension = digits.right(dialled.lastGroup);
        local = beforeGroup;
    }
    if (local < 7 || local > 8 || extension.size() > longestExtension)
        return wrongLength(field, digits.size() + dialled.extension.size(), area > 0 ? u"%1…%2"_s.arg(area + 7).arg(area + 8) : u"7…8"_s);
    if (digits[area] < u'2')
        return refuse(u"phone.prefix"_s, field, {{u"expected"_s, u"2…9"_s}});
    QString number = area > 0 ? QString(digits.left(area) + u'-' + digits.mid(area, local)) : digits.left(local);
    if (!extension.isEmpty())
        number += u'-' + extension;
    return PhoneNumber{PhoneKind::Landline, number};
}

bool isServiceLine(const Dialled& dialled)
{
    const QString& digits = dialled.digits;
    const qsizetype behind = digits.size() - serviceLength;
    const bool extended = behind > 0 && behind == dialled.lastGroup && dialled.extension.isEmpty(); // "400-8886666-8"
    return (digits.startsWith(u"400") || digits.startsWith(u"800")) && (behind == 0 || extended);
}

Result<PhoneNumber> serviceLine(const Dialled& dialled, const QString& field)
{
    const QString extension = dialled.digits.mid(serviceLength) + dialled.extension;
    if (extension.size() > longestExtension)
        return wrongLength(field, dialled.digits.size() + dialled.extension.size(), u"10"_s);
    QString number = dialled.digits.left(3) + u'-' + dialled.digits.mid(3, serviceLength - 3);
    if (!extension.isEmpty())
        number += u'-' + extension;
    return PhoneNumber{PhoneKind::ServiceLine, number};
}

Result<PhoneNumber> abroad(const Dialled& dialled, const QString& field)
{
    const qsizetype length = dialled.digits.size() + dialled.extension.size();
    if (length < 8 || length > 15 || !dialled.extension.isEmpty()) // E.164 knows no extension
        return wrongLength(field, length, u"8…15"_s);
    return PhoneNumber{PhoneKind::Abroad, u'+' + dialled.digits};
}

} // namespace

Result<PhoneNumber> parsePhone(const QString& input, const QString& field)
{
    if (input.size() > longestInput)
        return wrongLength(field, input.size(), u"11"_s);
    ONEDOOR_ASSIGN(Dialled dialled, reduce(input, field));
    if (dialled.digits.isEmpty() && dialled.extension.isEmpty())
        return refuse(u"phone.required"_s, field);
    if (dropCountry(dialled))
        return abroad(dialled, field);
    if (dialled.digits.isEmpty())
        return wrongLength(field, 0, u"11"_s);
    if (isServiceLine(dialled))
        return serviceLine(dialled, field);
    return dialled.digits.startsWith(u'1') ? mobile(dialled, field) : landline(dialled, field);
}

} // namespace onedoor
