// SPDX-License-Identifier: GPL-3.0-or-later
// "What have you come for?": every service as a tile, as many as fit on one page; pages are turned by pressing, never by dragging. UI thread.
#pragma once

#include "core/services/api/kiosk.h"
#include "ui/pages/kiosk/kiosk_screen.h"

#include <QHash>
#include <QPointer>

class QGridLayout;

namespace onedoor {

struct CentreDefinition;

class ServiceScreen final : public KioskScreen {
    Q_OBJECT
public:
    /// `greeted`: masked name of somebody whose card was read first; mostly empty.
    ServiceScreen(const KioskMeasure& measure, const KioskBoard& board, const CentreDefinition& centre, const QString& greeted, int page);

    int pages() const { return m_pages; }
    /// Takes over new counts; false when another screen has to be made.
    bool showNews(const QString& greeted, int page);

Q_SIGNALS:
    void chosen(const QString& service);
    void pageTurned(int page);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void layOut();
    KioskButton* makeTile(const KioskService& service);
    static void showCount(KioskButton* tile, const KioskService& service);
    KioskButton* makeTurn(const QString& text, Icons picture, int page);

    const KioskBoard& m_board;
    const CentreDefinition& m_centre;
    QString m_greeted;
    QWidget* m_tiles = nullptr;
    QHash<QString, QPointer<KioskButton>> m_tileOf; ///< by service
    int m_serviceCount = 0;
    int m_page;
    int m_pages = 1;
    QSize m_laidFor;
};

} // namespace onedoor
