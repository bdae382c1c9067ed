// SPDX-License-Identifier: GPL-3.0-or-later
// The window for citizens (自助取号机): choose a service or give a number, take the ticket. One question per screen, everything by touch or
// by keys, nothing left for the next person: screens are made for one moment and deleted. A card reader that types like a keyboard is heard wherever
// the focus is. It can be left with the secret of staff only: Ctrl+Shift+Q, or seven touches on the clock. References must outlive it; UI
// thread. ux.md, checks A and S.
#pragma once

#include "ui/pages/kiosk/kiosk_idle.h"
#include "ui/pages/kiosk/kiosk_leaving.h"
#include "ui/pages/kiosk/kiosk_measure.h"
#include "ui/pages/kiosk/kiosk_flow.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

namespace onedoor {

class KioskFrame;
class KioskScreen;
class MessageScreen;

struct KioskParts {
    Gateway& gateway;
    const Session& session;
    const Clock& clock;
    Random& random;
    TicketPrinter& printer;
    QString label; ///< what people call this kiosk
};

class KioskDisplay final : public QWidget {
    Q_OBJECT
public:
    explicit KioskDisplay(const KioskParts& parts, QWidget* parent = nullptr);
    ~KioskDisplay() override;

    KioskFlow& flow() { return m_flow; }
    KioskIdle& idle() { return m_idle; }
    KioskScreen* screen() const;
    KioskMeasure measure() const;
    /// Of the screen, unless a test knows better.
    void setDotsPerInch(double dotsPerInch);

Q_SIGNALS:
    void languageToggleWanted();
    /// Staff has proven who they are.
    void left();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void showScreen();
    bool canStay() const;
    KioskScreen* makeScreen();
    KioskScreen* makeClosed();
    KioskScreen* makeDocument();
    KioskScreen* makePhone();
    KioskScreen* makeGreeting();
    KioskScreen* makeTrouble();
    KioskScreen* makePrompt();
    void wipe();
    void showClock();
    bool hearKey(QKeyEvent* event);

    const CentreDefinition& m_centre;
    const Clock& m_clock;
    KioskFlow m_flow;
    KioskIdle m_idle;
    KioskLeaving m_leaving;
    KioskFrame* m_frame = nullptr;
    QPointer<KioskScreen> m_screen;
    QPointer<MessageScreen> m_prompt;
    KioskText m_text = KioskText::Usual;
    double m_dotsPerInch = 0; ///< 0: the screen's
    bool m_languageToggled = false;
    QString m_scan; ///< typed while nothing asks for a number
    QElapsedTimer m_sinceKey;
    QElapsedTimer m_sinceScreen;
    QTimer m_second;
};

} // namespace onedoor
