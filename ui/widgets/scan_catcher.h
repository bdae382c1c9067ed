// SPDX-License-Identifier: GPL-3.0-or-later
// Hears a card reader or scanner that types like a keyboard: an identity number, or the code of a slip, faster than any hand, then
// Enter or Tab, or nothing. What may become one is held back for a moment and either turns out to be a scan, or is given to the field
// that had the focus, in order and before any later key, so that no half number lands anywhere. Works wherever the focus is on the page,
// in its sheets and in the lists that its fields open. Filter on the application, owned by the page; UI thread.
#pragma once

#include "core/domain/ids.h"

#include <QEvent>
#include <QKeyEvent>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWidget>
#include <vector>

namespace onedoor {

class ScanCatcher final : public QObject {
    Q_OBJECT
public:
    explicit ScanCatcher(QWidget* page);

Q_SIGNALS:
    void scanned(const QString& number);
    void slipScanned(onedoor::TicketId ticket);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct HeldKey {
        int key;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };
    bool isOnPage(const QWidget* widget) const;
    bool handle(const QKeyEvent& key);
    bool continuesScan(const QKeyEvent& key) const;
    bool continuesNumber(QChar character) const;
    bool continuesSlip(QChar character) const;
    bool isNumber() const;
    static bool ends(const QKeyEvent& key);
    bool isWhole() const;
    /// Announces what is held, if it is a whole scan.
    bool finish();
    static void closeList();
    QString held() const;
    /// Nothing came any more: a whole scan whose reader ends with nothing or with a late Enter, or what somebody typed.
    void onGap();
    void giveBack();

    QWidget* m_page;
    QPointer<QWidget> m_target;
    std::vector<HeldKey> m_held;
    QTimer m_gap;
    QTimer m_lateEnd; ///< while it runs, Enter or Tab belongs to the scan before it
    bool m_givingBack = false;
};

} // namespace onedoor
