// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QColor colour(const char* hex)
{
    return QColor(QLatin1StringView(hex));
}

QColor veil(const char* hex, int alpha)
{
    QColor result = colour(hex);
    result.setAlpha(alpha);
    return result;
}

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& value)
{
    return 0.2126 * linear(value.redF()) + 0.7152 * linear(value.greenF()) + 0.0722 * linear(value.blueF());
}

} // namespace

Tokens lightTokens()
{
    Tokens t;
    t.window = colour("#F3F4F7");
    t.surface = colour("#FFFFFF");
    t.raised = colour("#FFFFFF");
    t.sunken = colour("#E9EBF0");
    t.hover = colour("#EDEFF4");
    t.line = colour("#DFE2E8");
    t.control = colour("#7F8694");
    t.text = colour("#1A1D24");
    t.muted = colour("#555C69");
    t.disabled = colour("#868C98");
    t.accent = colour("#2A5BD0");
    t.accentHover = colour("#224DB4");
    t.onAccent = colour("#FFFFFF");
    t.accentSoft = colour("#E6EDFC");
    t.accentText = colour("#1F4BB3");
    t.success = colour("#17693F");
    t.successSoft = colour("#E2F4E9");
    t.warning = colour("#855000");
    t.warningSoft = colour("#FCF0D9");
    t.danger = colour("#B3242D");
    t.dangerSoft = colour("#FCE8E8");
    t.dangerFill = colour("#C02F37");
    t.onDanger = colour("#FFFFFF");
    t.info = colour("#0D5F80");
    t.infoSoft = colour("#E0F1F8");
    t.focus = colour("#2A5BD0");
    t.scrim = veil("#14161B", 90);
    t.shadow = veil("#1A1D24", 46);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.window = colour("#14161B");
    t.surface = colour("#1C1F26");
    t.raised = colour("#252932");
    t.sunken = colour("#101216");
    t.hover = colour("#282D37");
    t.line = colour("#333945");
    t.control = colour("#7A8291");
    t.text = colour("#E9EBF0");
    t.muted = colour("#A8AFBC");
    t.disabled = colour("#717987");
    t.accent = colour("#3F6BDB");
    t.accentHover = colour("#3560CC");
    t.onAccent = colour("#FFFFFF");
    t.accentSoft = colour("#223257");
    t.accentText = colour("#A5BEFF");
    t.success = colour("#6FD09B");
    t.successSoft = colour("#173526");
    t.warning = colour("#F0BB62");
    t.warningSoft = colour("#3A2D12");
    t.danger = colour("#FF9C9C");
    t.dangerSoft = colour("#45201F");
    t.dangerFill = colour("#C9434A");
    t.onDanger = colour("#FFFFFF");
    t.info = colour("#76C7E8");
    t.infoSoft = colour("#14323F");
    t.focus = colour("#8FB0FF");
    t.scrim = veil("#000000", 140);
    t.shadow = veil("#000000", 120);
    t.dark = true;
    return t;
}

Tokens highContrastTokens()
{
    Tokens t;
    t.window = colour("#000000");
    t.surface = colour("#000000");
    t.raised = colour("#000000");
    t.sunken = colour("#000000");
    t.hover = colour("#2B2B00");
    t.line = colour("#FFFFFF");
    t.control = colour("#FFFFFF");
    t.text = colour("#FFFFFF");
    t.muted = colour("#E8E8E8");
    t.disabled = colour("#B8B8B8");
    t.accent = colour("#FFD84A");
    t.accentHover = colour("#FFE68A");
    t.onAccent = colour("#000000");
    t.accentSoft = colour("#332B00");
    t.accentText = colour("#FFD84A");
    t.success = colour("#7CF2A4");
    t.successSoft = colour("#00260F");
    t.warning = colour("#FFC76B");
    t.warningSoft = colour("#2E1D00");
    t.danger = colour("#FFABAB");
    t.dangerSoft = colour("#330B0B");
    t.dangerFill = colour("#FFABAB");
    t.onDanger = colour("#000000");
    t.info = colour("#86DDFF");
    t.infoSoft = colour("#00222E");
    t.focus = colour("#5CE1FF");
    t.scrim = veil("#000000", 190);
    t.shadow = veil("#000000", 0);
    t.dark = true;
    t.flat = true;
    return t;
}

Tokens hallTokens()
{
    Tokens t;
    t.window = colour("#0B1430");
    t.surface = colour("#111C3F");
    t.raised = colour("#182550");
    t.sunken = colour("#081027");
    t.hover = colour("#1D2C5C");
    t.line = colour("#2A3A6B");
    t.control = colour("#AEBBE0");
    t.text = colour("#FFFFFF");
    t.muted = colour("#C9D3EE");
    t.disabled = colour("#9DA9CC");
    t.accent = colour("#FFD35C");
    t.accentHover = colour("#FFDD80");
    t.onAccent = colour("#10182F");
    t.accentSoft = colour("#2B3152");
    t.accentText = colour("#FFD35C");
    t.success = colour("#86EBB0");
    t.successSoft = colour("#0E3330");
    t.warning = colour("#FFCF80");
    t.warningSoft = colour("#332B22");
    t.danger = colour("#FFB5B5");
    t.dangerSoft = colour("#3B1D35");
    t.dangerFill = colour("#FFB5B5");
    t.onDanger = colour("#10182F");
    t.info = colour("#9DDCFF");
    t.infoSoft = colour("#0E2F55");
    t.focus = colour("#FFD35C");
    t.scrim = veil("#000000", 140);
    t.shadow = veil("#000000", 120);
    t.dark = true;
    return t;
}

QColor Tokens::ink(Tone tone) const
{
    switch (tone) {
    case Tone::Text: return text;
    case Tone::Muted: return muted;
    case Tone::Accent: return accentText;
    case Tone::OnAccent: return onAccent;
    case Tone::Success: return success;
    case Tone::Warning: return warning;
    case Tone::Danger: return danger;
    case Tone::Info: return info;
    }
    return text;
}

QColor Tokens::soft(Tone tone) const
{
    switch (tone) {
    case Tone::Text:
    case Tone::Muted: return sunken;
    case Tone::Accent: return accentSoft;
    case Tone::OnAccent: return accent;
    case Tone::Success: return successSoft;
    case Tone::Warning: return warningSoft;
    case Tone::Danger: return dangerSoft;
    case Tone::Info: return infoSoft;
    }
    return sunken;
}

QList<TokenPair> usedPairs(const Tokens& t)
{
    QList<TokenPair> pairs;
    const QList<std::pair<QString, QColor>> grounds{{u"window"_s, t.window}, {u"surface"_s, t.surface}, {u"raised"_s, t.raised},
        {u"hover"_s, t.hover}, {u"selected row"_s, t.accentSoft}};
    const QList<std::pair<QString, Tone>> inks{{u"text"_s, Tone::Text}, {u"muted"_s, Tone::Muted}, {u"accent"_s, Tone::Accent},
        {u"success"_s, Tone::Success}, {u"warning"_s, Tone::Warning}, {u"danger"_s, Tone::Danger}, {u"info"_s, Tone::Info}};
    for (const auto& [groundName, ground] : grounds)
        for (const auto& [inkName, tone] : inks)
            pairs.append({inkName + u" on "_s + groundName, t.ink(tone), ground});
    for (const auto& [inkName, tone] : inks) {
        pairs.append({inkName + u" on its soft ground"_s, t.ink(tone), t.soft(tone)});
        pairs.append({u"text on soft "_s + inkName, t.text, t.soft(tone)});
    }
    pairs.append({u"on accent"_s, t.onAccent, t.accent});
    pairs.append({u"on accent, hovered"_s, t.onAccent, t.accentHover});
    pairs.append({u"on danger fill"_s, t.onDanger, t.dangerFill});
    for (const auto& [name, ground] : grounds.first(3)) {
        pairs.append({u"control edge on "_s + name, t.control, ground, false});
        pairs.append({u"focus ring on "_s + name, t.focus, ground, false});
        pairs.append({u"disabled text on "_s + name, t.disabled, ground, false});
        pairs.append({u"checked fill on "_s + name, t.accent, ground, false});
    }
    return pairs;
}

double contrastRatio(const QColor& one, const QColor& other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace onedoor
