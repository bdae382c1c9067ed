// SPDX-License-Identifier: GPL-3.0-or-later
// A recovery key in large groups, once: to be printed or written down. Owned by its parent; UI thread.
#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace onedoor {

class Banner;
class Button;

class RecoveryKeyView final : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryKeyView(QWidget* parent = nullptr);
    /// Groups divided by hyphens; `centreName` stands on the paper.
    void showKey(const QString& key, const QString& centreName);
    /// Nothing of the key is left in any widget.
    void clear();

private:
    void print();

    QString m_key;
    QString m_centreName;
    QList<QLabel*> m_groups;
    Banner* m_message;
    Button* m_print;
};

} // namespace onedoor
