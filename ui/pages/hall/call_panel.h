// SPDX-License-Identifier: GPL-3.0-or-later
// The call that is announced now: number, masked name, where to go. Lights up softly once a second for a few seconds after the call
// began, never faster. Child of the display; UI thread.
#pragma once

#include "core/services/api/counter.h"

#include <QTimer>
#include <QWidget>

namespace onedoor {

class HallText;

class CallPanel final : public QWidget {
    Q_OBJECT
public:
    /// Half a second light, half a second dark: one flash a second, a third of what WCAG 2.2 (2.3.1) allows.
    static constexpr int flashMilliseconds = 500;

    explicit CallPanel(const CentreDefinition& centre, QWidget* parent = nullptr);
    void showCall(const std::optional<DisplayCall>& call);
    void highlight();
    /// Sizes follow the screen: `unit` is 1 on 1920 × 1080.
    void setUnit(double unit);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const CentreDefinition& m_centre;
    HallText* m_caption;
    HallText* m_number;
    HallText* m_name;
    HallText* m_invitation;
    HallText* m_place;
    QTimer m_flash;
    int m_flashesLeft = 0;
    double m_unit = 1;
    bool m_isEmpty = true;
};

} // namespace onedoor
