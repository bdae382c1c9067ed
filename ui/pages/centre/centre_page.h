// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page on which the running centre is changed: sections at the left, the items of one in a table, each item in a
// sheet. A change holds at once on every PC and can be taken back. Owned by its parent; gateway and session outlive it; UI thread.
#pragma once

#include "core/services/api/centre.h"
#include "core/services/gateway.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QListWidget;

namespace onedoor {

class Banner;
class CentreItemModel;
class DataTable;
class ItemSheet;
class SectionHeading;
class Sheet;
class TextField;

class CentrePage final : public QWidget {
    Q_OBJECT
public:
    CentrePage(Gateway& gateway, const Session& session, QWidget* parent = nullptr);
    void showSection(const QString& section);

private:
    void makeActions();
    QWidget* makeSections();
    QWidget* makeTable();
    QWidget* makeTools();
    void reload();
    void enableActions();
    void add();
    void edit();
    void open(const QString& key);
    void remove();
    void removeUnused(const CentreRemove& removal, const QString& name);
    void move(int by);
    void undoLast();
    void undo(const CentreUndo& command);
    void showChanges();
    void tell(const QString& text, const StreamId& stream, quint64 sequence);
    void refuse(const Error& error);
    QString currentKey() const;

    Gateway& m_gateway;
    const Session& m_session;
    CentreItemModel* m_model;
    QListWidget* m_sections;
    SectionHeading* m_heading;
    TextField* m_search;
    DataTable* m_table;
    Banner* m_message;
    QAction* m_add;
    QAction* m_edit;
    QAction* m_remove;
    QAction* m_up;
    QAction* m_down;
    QAction* m_undo;
    QAction* m_changes;
    QPointer<Sheet> m_changesSheet;
    QString m_wanted; ///< key to be selected after the next reload
    bool m_busy = false;
};

} // namespace onedoor
