// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/kiosk_tokens.h"

namespace onedoor {

namespace {

QColor colour(const char* hex)
{
    return QColor(QLatin1StringView(hex));
}

} // namespace

Tokens kioskTokens()
{
    Tokens t = lightTokens();
    t.window = colour("#F2F5FB");
    t.surface = colour("#FFFFFF");
    t.raised = colour("#FFFFFF");
    t.sunken = colour("#E6ECF6");
    t.hover = colour("#EAF0FA");
    t.line = colour("#C9D3E6");
    t.control = colour("#5A6784");
    t.text = colour("#0E1730");
    t.muted = colour("#33405E");
    t.disabled = colour("#5F6B84");
    t.accent = colour("#103E8F");
    t.accentHover = colour("#0B2F70");
    t.onAccent = colour("#FFFFFF");
    t.accentSoft = colour("#DCE7FA");
    t.accentText = colour("#103E8F");
    t.success = colour("#0B4A2C");
    t.successSoft = colour("#DDF3E6");
    t.warning = colour("#5E3600");
    t.warningSoft = colour("#FDF0D5");
    t.danger = colour("#85101B");
    t.dangerSoft = colour("#FDE6E6");
    t.dangerFill = colour("#8E1420");
    t.onDanger = colour("#FFFFFF");
    t.info = colour("#0A4560");
    t.infoSoft = colour("#DDF0F8");
    t.focus = colour("#C24E00");
    return t;
}

} // namespace onedoor
