// SPDX-License-Identifier: GPL-3.0-or-later
// The four lists of a console: the queue in calling order, always in sight, and one of held, missed and done below it. At most one
// row is chosen at a time, whichever list it stands in. Models belong to the board. Child of the page; UI thread.
#pragma once

#include "ui/models/counter_board.h"

#include <QTabBar>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace onedoor {

class ActionButton;
class DataTable;
class SectionHeading;

class QueueLists final : public QWidget {
    Q_OBJECT
public:
    explicit QueueLists(CounterBoard& board, QWidget* parent = nullptr);

    /// The chosen row; nullptr when none is.
    const TicketRow* chosen() const;
    DataTable* waitingTable() const { return m_waiting; }
    DataTable* table(QueueModel::Kind kind) const;
    void showKind(QueueModel::Kind kind);
    /// From the queue to held, missed, done and back; from anywhere else to the first of those.
    void focusNextList();
    /// Buttons beside the headings.
    void addWaitingAction(QAction* action);
    void addOtherAction(QAction* action);

Q_SIGNALS:
    void choiceChanged();
    /// Enter or double click on a row.
    void opened(onedoor::QueueModel::Kind kind);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void shareWidth();
    DataTable* makeTable(QueueModel::Kind kind, QueueModel* model);
    void chooseIn(DataTable* table);
    void updateCounts();
    void showWhy();

    CounterBoard& m_board;
    SectionHeading* m_heading;
    QLabel* m_why; ///< of the chosen row, in full
    DataTable* m_waiting;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    QList<DataTable*> m_others;
    QWidget* m_otherActions;
    DataTable* m_active = nullptr;
    bool m_chosenGoes = false; ///< the chosen row is being removed
};

} // namespace onedoor
