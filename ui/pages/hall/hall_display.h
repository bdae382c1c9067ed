// SPDX-License-Identifier: GPL-3.0-or-later
// The big screen of the hall: now calling, called before, how many wait, the time. It knows masked names only. Full screen with F11,
// back with Esc; the pointer hides there. It runs for weeks unattended: it never blocks, never asks, and when the core is silent it
// says since when. References must outlive it; UI thread. Legibility: ux.md, check D; WCAG 2.2 contrast of 7:1 and no more than three
// flashes a second.
#pragma once

#include "ui/models/hall_board.h"
#include "ui/pages/hall/announcer.h"

#include <QWidget>

namespace onedoor {

class CallPanel;
class CallRows;
class HallText;

class HallDisplay final : public QWidget {
    Q_OBJECT
public:
    /// `zone`: key of the part of the building that the screen stands in; empty: the whole hall.
    HallDisplay(Gateway& gateway, const Session& session, const Clock& clock, Announcer& announcer, const QString& zone = {},
                QWidget* parent = nullptr);

    HallBoard& board() { return m_board; }
    QAction* fullScreenAction() const { return m_fullScreen; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void followWindow();
    void addActions();
    void showBoard();
    void showClock();
    void showWaiting();
    QString waitingText(const DisplayWaiting& service) const;
    void turnServices();
    void applySize();

    const CentreDefinition& m_centre;
    const Clock& m_clock;
    Announcer& m_announcer;
    HallBoard m_board;
    QAction* m_fullScreen;
    HallText* m_name;
    HallText* m_date;
    HallText* m_time;
    HallText* m_stale;
    CallPanel* m_call;
    CallRows* m_rows;
    QWidget* m_strip;
    HallText* m_waitingInAll;
    QList<HallText*> m_waiting;
    std::size_t m_firstService = 0;  ///< of those that somebody waits for: the one that stands first on the strip
    std::size_t m_servicesThere = 0; ///< how many are on it
    int m_secondsShown = 0;
    QTimer m_second;
};

} // namespace onedoor
