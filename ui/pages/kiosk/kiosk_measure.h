// SPDX-License-Identifier: GPL-3.0-or-later
// How large things are on the screen of a kiosk: fingers and old eyes count in millimetres and points, so pixels follow from the
// screen's physical resolution. Screens that tell nonsense about themselves, and coarse large ones, get floors in pixels. Plain value;
// UI thread. Targets of 20 mm with 5 mm between them, text from 18 pt to 30 pt, line spacing of 1.3: ux.md, check S, after the MIIT
// specification for ageing-friendly applications.
#pragma once

class QScreen;

namespace onedoor {

enum class KioskText { Usual, Large };

class KioskMeasure {
public:
    static constexpr double lineSpacing = 1.35; ///< of the height of the type

    explicit KioskMeasure(double dotsPerInch = usualDotsPerInch, KioskText text = KioskText::Usual, bool isWide = true);
    /// The screen's resolution, as it is used: floors and nonsense are dealt with.
    static double dotsPerInchOf(const QScreen* screen);

    KioskText textSize() const { return m_text; }
    /// The least side of anything to be pressed, and the least space between two of them.
    int target() const;
    int gap() const;
    int millimetres(double length) const;
    /// Heights of type in pixels. Body is the smallest text on the screen.
    int body() const;
    int heading() const;
    int figure() const; ///< the ticket's number; it is large already

    double dotsPerInch() const { return m_dotsPerInch; }
    /// Wider than high: question and answers stand side by side.
    bool isWide() const { return m_wide; }

private:
    static constexpr double usualDotsPerInch = 96;
    int points(double size) const;

    double m_dotsPerInch;
    KioskText m_text;
    bool m_wide;
};

} // namespace onedoor
