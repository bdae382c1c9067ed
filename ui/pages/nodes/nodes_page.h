// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page of the PCs of the hall: which there are, which of them is the host, when each was heard of; lets another one
// in, shuts one out, and says who is the host. Owned by its parent; everything it refers to outlives it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/services/api/nodes.h"
#include "core/services/gateway.h"
#include "ui/models/network_door.h"

#include <QPointer>
#include <QWidget>

class QAction;

namespace onedoor {

class Banner;
class DataTable;
class NodeModel;
class NodeSheet;
class PairingPanel;
class SectionHeading;
class Sheet;
enum class Icons;

class NodesPage final : public QWidget {
    Q_OBJECT
public:
    NodesPage(Gateway& gateway, const Session& session, NetworkDoor& network, const Clock& clock, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* makeAction(Icons name, const QString& text, const QKeySequence& keys, void (NodesPage::*slot)());
    QWidget* makeTable();
    void refresh();
    void onListed(const NodeListReply& reply);
    void follow();
    void letIn();
    void nameHost();
    void handOver(const NodeRow& node);
    void takeOver();
    void rename();
    void shutOut();
    void changeAddress();
    void joinOrLeaveHub();
    void joinHub();
    void leaveHub();
    void showHub();
    NodeSheet* openSheet(const QString& title, const QString& explanation);
    void say(const QString& text);
    const NodeRow* current() const;
    const NodeRow* rowOf(const NodeId& node) const;

    Gateway& m_gateway;
    const Session& m_session;
    NetworkDoor& m_network;
    const Clock& m_clock;
    NodeListReply m_list;
    NodeModel* m_model;
    SectionHeading* m_heading;
    DataTable* m_table;
    Banner* m_message;
    QAction* m_letIn;
    QAction* m_host;
    QAction* m_shutOut;
    QAction* m_address;
    QAction* m_hub;
    QAction* m_rename;
    Banner* m_hubState;
    Sheet* m_pairing = nullptr;
    QPointer<PairingPanel> m_panel;
};

} // namespace onedoor
