// SPDX-License-Identifier: GPL-3.0-or-later
// Hears a card reader or scanner that types like a keyboard: the digits of an identity number faster than any hand, then Enter or
// Tab. Digits are held back for a moment and either turn out to be a scan, or are given to the field that had the focus, in order and
// before any later key, so that no half number lands anywhere. Works wherever the focus is on the page. Filter on the application,
// owned by the page; UI thread.
#pragma once

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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct HeldKey {
        int key;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };
    bool handle(const QKeyEvent& key);
    bool continuesNumber(const QKeyEvent& key) const;
    bool isScan() const;
    QString held() const;
    void giveBack();

    QWidget* m_page;
    QPointer<QWidget> m_target;
    std::vector<HeldKey> m_held;
    QTimer m_gap;
    bool m_givingBack = false;
};

} // namespace onedoor
