// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/slip_code.h"

#include <QRegularExpression>

namespace onedoor {

using namespace Qt::StringLiterals;

QString slipCodeText(const SlipCode& code)
{
    return u"ONEDOOR:"_s + code.visitNumber.toUpper() + u'/' + code.ticket.toString().toUpper();
}

std::optional<SlipCode> readSlipCode(const QString& scanned)
{
    static const QRegularExpression pattern(u"\\AONEDOOR:([0-9A-Z-]{1,32})/([0-9A-F]{32})\\z"_s);
    const QRegularExpressionMatch match = pattern.match(scanned.trimmed().toUpper());
    if (!match.hasMatch())
        return std::nullopt;
    const auto ticket = TicketId::fromString(match.captured(2).toLower());
    return ticket ? std::optional(SlipCode{match.captured(1), *ticket}) : std::nullopt;
}

} // namespace onedoor
