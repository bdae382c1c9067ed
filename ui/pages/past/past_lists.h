// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of one moment: the places, the queue in calling order (all of it or of one service), and who was on hold or had missed a call.
// At most one row is chosen at a time, whichever list it stands in. Child of the page; UI thread.
#pragma once

#include "ui/models/queue_model.h"
#include "ui/pages/past/place_model.h"

#include <QComboBox>
#include <QTabBar>
#include <QWidget>

class QStackedWidget;

namespace onedoor {

class DataTable;
class SectionHeading;

class PastLists final : public QWidget {
    Q_OBJECT
public:
    explicit PastLists(const CentreDefinition& centre, QWidget* parent = nullptr);
    void show(const PastHall& hall);
    /// Id of the chosen ticket; empty: none.
    QString chosen() const;
    DataTable* placeTable() const { return m_placeTable; }
    DataTable* waitingTable() const { return m_waitingTable; }
    QComboBox* services() const { return m_services; }

Q_SIGNALS:
    void choiceChanged();
    /// Enter or double click on a row.
    void opened();

private:
    QWidget* makePlaces();
    QWidget* makeQueue();
    QWidget* makeOthers();
    DataTable* makeTable(QueueModel* model, const QString& name);
    void follow(DataTable* table);
    void showServices();
    void showWaiting();

    const CentreDefinition& m_centre;
    PastHall m_hall;
    PastPlaceModel m_places;
    QueueModel m_waiting;
    QueueModel m_held;
    QueueModel m_missed;
    SectionHeading* m_placeHeading;
    SectionHeading* m_waitingHeading;
    QComboBox* m_services;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    DataTable* m_placeTable;
    DataTable* m_waitingTable;
    QList<DataTable*> m_tables;
    DataTable* m_active = nullptr;
};

} // namespace onedoor
