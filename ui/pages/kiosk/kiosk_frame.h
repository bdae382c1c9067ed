// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around every question of the kiosk: the centre and the time above it; beginning anew, text size, language and "call staff"
// under it. Child of the display; UI thread.
#pragma once

#include "ui/pages/kiosk/kiosk_button.h"
#include "ui/pages/kiosk/kiosk_flow.h"
#include "ui/pages/kiosk/kiosk_label.h"

#include <QElapsedTimer>
#include <QVBoxLayout>
#include <QWidget>

namespace onedoor {

class KioskFrame final : public QWidget {
    Q_OBJECT
public:
    KioskFrame(const KioskMeasure& measure, const QString& centreName, QWidget* parent = nullptr);

    /// Takes the screen; the one before is deleted.
    void setScreen(QWidget* screen);
    void setTime(const QString& time);
    void setHelp(KioskHelp help);
    /// There is something to begin anew.
    void setCanRestart(bool can);

Q_SIGNALS:
    void restartWanted();
    void textSizeWanted();
    void languageWanted();
    void staffWanted();
    /// Seven touches on the clock: how staff without a keyboard ask to leave.
    void leavingWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    KioskMeasure m_measure;
    KioskLabel* m_time;
    KioskButton* m_restart;
    KioskButton* m_staff;
    QVBoxLayout* m_column;
    QWidget* m_screen = nullptr;
    QElapsedTimer m_sinceTouch;
    int m_touches = 0;
};

} // namespace onedoor
