// SPDX-License-Identifier: GPL-3.0-or-later
// The list below a LookupField: a child of the window that never takes focus. Private to LookupField.
#pragma once

#include <QFrame>

class QAbstractItemModel;
class QLabel;
class QListView;
class QModelIndex;

namespace onedoor {

class LookupPopup final : public QFrame {
    Q_OBJECT
public:
    explicit LookupPopup(QWidget* window);
    QListView* list() const { return m_list; }
    void setRoles(int detailRole, int noteRole);
    void setMessage(const QString& text);
    /// Height that shows up to eight rows, or the message.
    int wantedHeight() const;

    static constexpr int margin = 10; // room for the shadow

Q_SIGNALS:
    void clicked(const QModelIndex& index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QListView* m_list;
    QLabel* m_message;
};

} // namespace onedoor
