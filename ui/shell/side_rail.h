// SPDX-License-Identifier: GPL-3.0-or-later
// The navigation at the left edge: icon and word of every page, the current one marked. Tab enters, arrow keys move. Shows the actions
// it is given; owned by its parent; UI thread.
#pragma once

#include <QAbstractButton>
#include <QHash>
#include <QList>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace onedoor {

class SideRail final : public QWidget {
    Q_OBJECT
public:
    explicit SideRail(QWidget* parent = nullptr);
    /// A checkable action is a page; its icon, text, check mark and shortcut are followed.
    void addPage(QAction* action);
    /// Shown at the page's icon while something waits there: how much, and what it is, for those who listen ("2 open"). 0 hides it.
    void setCount(QAction* action, std::uint64_t count, const QString& words);
    /// Below the pages, at the foot.
    void addFoot(QAction* action);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QScrollArea* m_area;
    QVBoxLayout* m_pages;
    QVBoxLayout* m_foot;
    QList<QAbstractButton*> m_buttons;
    QHash<QAction*, QAbstractButton*> m_ofAction;
};

} // namespace onedoor
