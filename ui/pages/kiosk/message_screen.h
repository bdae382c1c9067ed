// SPDX-License-Identifier: GPL-3.0-or-later
// A screen that says one thing and offers one or two answers, or none while something is under way. UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_screen.h"

#include <functional>

namespace onedoor {

class MessageScreen final : public KioskScreen {
    Q_OBJECT
public:
    MessageScreen(const KioskMeasure& measure, const QString& heading, const QString& text, Tone tone = Tone::Text);

    /// The last one added is where the keyboard begins.
    KioskButton* offer(const QString& text, KioskButton::Kind kind, QObject* context, const std::function<void()>& answer);
    void setText(const QString& text);

private:
    KioskLabel* m_text;
};

} // namespace onedoor
