// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of the product by meaning. A widget asks for a meaning ("muted text"), never for a colour, so that light, dark and
// high contrast are one data change. Plain values, any thread. Contrast floors are WCAG 2.2 AA (4.5:1 text, 3:1 graphics) and
// AAA (7:1) for high contrast and for the hall display; usedPairs() lists what the widgets really put on what, and a test measures it.
#pragma once

#include <QColor>
#include <QList>
#include <QString>

namespace onedoor {

/// What a coloured thing says. Colour is never the only signal: a tone always goes with an icon or a word.
enum class Tone { Text, Muted, Accent, OnAccent, Success, Warning, Danger, Info };

struct Tokens {
    QColor window;      // behind everything
    QColor surface;     // cards, inputs, tables
    QColor raised;      // pop-ups, sheets, toasts
    QColor sunken;      // wells: segmented control, key caps, neutral badges
    QColor hover;       // quiet things under the pointer
    QColor line;        // decoration only: separators, card edges
    QColor control;     // edges that show where a control is: >= 3:1
    QColor text;
    QColor muted;
    QColor disabled;
    QColor accent;      // fill of the primary action
    QColor accentHover;
    QColor onAccent;
    QColor accentSoft;  // selected row
    QColor accentText;  // links and accent icons on surfaces
    QColor success, successSoft;
    QColor warning, warningSoft;
    QColor danger, dangerSoft;
    QColor dangerFill, onDanger;
    QColor info, infoSoft;
    QColor focus;
    QColor scrim;       // over the page while a sheet is open
    QColor shadow;
    bool dark = false;
    bool flat = false;  // high contrast: edges instead of shadows and soft fills

    /// Text and icon colour of a tone on window, surface, raised and its own soft background.
    QColor ink(Tone tone) const;
    QColor soft(Tone tone) const;
};

Tokens lightTokens();
Tokens darkTokens();
Tokens highContrastTokens();
/// Night blue, white and amber: readable from the last row of a bright hall.
Tokens hallTokens();

struct TokenPair {
    QString name;
    QColor foreground;
    QColor background;
    bool text = true; // false: graphics, 3:1 is enough
};

/// Every foreground on every background that the widgets paint with these tokens.
QList<TokenPair> usedPairs(const Tokens& tokens);

/// WCAG 2.2 contrast ratio of two opaque colours, 1…21.
double contrastRatio(const QColor& one, const QColor& other);

} // namespace onedoor
