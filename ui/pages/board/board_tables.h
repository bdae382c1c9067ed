// SPDX-License-Identifier: GPL-3.0-or-later
// The board's tables: services, windows and rooms, and behind tabs who is away, the alarms, and what was closed by rule or carried over. At
// most one line is chosen, whichever table it stands in. Child of the page; the centre outlives it; UI thread.
#pragma once

#include "ui/pages/board/board_lines.h"

#include <QTabBar>
#include <QWidget>

class QStackedWidget;

namespace onedoor {

class Card;
class DataTable;
class SectionHeading;

class BoardTables final : public QWidget {
    Q_OBJECT
public:
    explicit BoardTables(const CentreDefinition& centre, QWidget* parent = nullptr);
    void show(const Board& board);
    /// Id of the chosen line's ticket; empty: none.
    QString chosen() const;
    DataTable* serviceTable() const { return m_serviceTable; }
    DataTable* placeTable() const { return m_placeTable; }
    QTabBar* tabs() const { return m_tabs; }

Q_SIGNALS:
    void choiceChanged();
    /// Enter or double click on a line.
    void opened();

private:
    QWidget* makeServices();
    QWidget* makePlaces();
    QWidget* makeOthers();
    DataTable* makeTable(BoardModel& model, int stateColumn, const QString& name);
    void follow(DataTable* table);

    const CentreDefinition& m_centre;
    BoardModel m_services;
    BoardModel m_places;
    BoardModel m_away;
    BoardModel m_alarms;
    BoardModel m_closings;
    SectionHeading* m_serviceHeading;
    SectionHeading* m_placeHeading;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    DataTable* m_serviceTable = nullptr;
    DataTable* m_placeTable = nullptr;
    QList<DataTable*> m_tables;
    DataTable* m_active = nullptr;
};

} // namespace onedoor
