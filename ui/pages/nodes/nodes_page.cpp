// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/nodes/nodes_page.h"

#include "core/services/api/hub.h"
#include "core/services/error_text.h"
#include "ui/models/network_words.h"
#include "ui/models/when_ready.h"
#include "ui/pages/nodes/node_model.h"
#include "ui/pages/nodes/node_sheets.h"
#include "ui/pages/nodes/pairing_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"

#include <QHBoxLayout>
#include <QPromise>
#include <QRegularExpression>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int pairingWidth = 660;
constexpr int sheetWidth = 520;
constexpr int contactLimit = 420;
constexpr qsizetype longestReason = 200;
constexpr qsizetype longestName = 60;

/// The act without what it answers.
template <typename Reply>
QFuture<Result<void>> outcomeOf(const QFuture<Result<Reply>>& future, QObject* context, std::function<void(const Reply&)> onSuccess = {})
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenReady(future, context, [promise, onSuccess = std::move(onSuccess)](const Result<Reply>& reply) {
        if (reply && onSuccess)
            onSuccess(*reply);
        promise->addResult(reply ? Result<void>() : Result<void>(Unexpected(reply.error())));
        promise->finish();
    });
    return promise->future();
}

/// "192.168.1.20" or "192.168.1.20:7443"
const QRegularExpression& addressShape()
{
    static const QRegularExpression shape(u"^([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::(\\d{1,5}))?$"_s);
    return shape;
}

} // namespace

NodesPage::NodesPage(Gateway& gateway, const Session& session, NetworkDoor& network, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_network(network), m_clock(clock),
      m_model(new NodeModel(gateway.centre().offsetMinutes, this)), m_heading(new SectionHeading(tr("PCs of this hall"))), m_table(new DataTable),
      m_message(new Banner(Tone::Success, {})), m_hubState(new Banner(Tone::Info, {}))
{
    m_message->hide();
    m_message->setClosable(true);
    m_letIn = makeAction(Icons::Plus, tr("Let in another PC…"), Qt::CTRL | Qt::Key_N, &NodesPage::letIn);
    m_host = makeAction(Icons::Home, tr("Make this PC the host…"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, &NodesPage::nameHost);
    m_address = makeAction(Icons::MapPin, tr("Address of the host…"), Qt::CTRL | Qt::SHIFT | Qt::Key_A, &NodesPage::changeAddress);
    m_shutOut = makeAction(Icons::Lock, tr("Shut out…"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, &NodesPage::shutOut);
    m_rename = makeAction(Icons::Edit, tr("Rename…"), Qt::Key_F2, &NodesPage::rename);
    m_hub = makeAction(Icons::Link, tr("Join a hub…"), Qt::CTRL | Qt::SHIFT | Qt::Key_J, &NodesPage::joinOrLeaveHub);
    m_heading->addTrailing(new ActionButton(m_letIn, Variant::Primary));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(m_hubState);
    column->addWidget(makeTable(), 1);
    auto* acts = new QHBoxLayout;
    for (QAction* action : {m_host, m_address, m_hub, m_rename, m_shutOut})
        acts->addWidget(new ActionButton(action, Variant::Quiet));
    acts->addStretch(1);
    column->addLayout(acts);
    setFocusProxy(m_table);
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.nodes && isVisible())
            refresh();
    });
    connect(&m_network, &NetworkDoor::changed, this, &NodesPage::follow);
    follow();
}

QAction* NodesPage::makeAction(Icons name, const QString& text, const QKeySequence& keys, void (NodesPage::*slot)())
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    bindPageKeys(action, this);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

QWidget* NodesPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setKeyRole(NodeModel::keyRole);
    m_table->setTicketColumn(NodeModel::Letter);
    m_table->setNumberColumns({NodeModel::Backlog});
    m_table->setMutedColumns({NodeModel::LastContact, NodeModel::ClockOffset, NodeModel::Confirmed});
    m_table->setStretchColumn(NodeModel::Name);
    m_table->setColumnLimit(NodeModel::LastContact, scaled(contactLimit));
    m_table->setColumnLimit(NodeModel::Confirmed, scaled(contactLimit));
    m_table->setBadgesColumn(NodeModel::State, [this](const QModelIndex& index) { return m_model->badges(index.row()); });
    m_table->setAccessibleName(tr("PCs of this hall"));
    m_table->emptyState()->setContent(Icons::Display, tr("This PC works alone"),
                                      tr("Reception, rooms and other desks of the hall can work together: each PC keeps all records and goes on by "
                                         "itself when the network is gone. Let in the first one here; this PC becomes the host."));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NodesPage::follow);
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_table);
    return card;
}

void NodesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

void NodesPage::refresh()
{
    whenReady(m_gateway.ask(m_session, NodeList{}), this, [this](const Result<NodeListReply>& reply) {
        if (reply) {
            onListed(*reply);
            return;
        }
        m_message->setMessage(Tone::Danger, errorText(reply.error(), m_gateway.centre()));
        m_message->show();
    });
}

void NodesPage::onListed(const NodeListReply& reply)
{
    const NodeListReply before = std::exchange(m_list, reply);
    m_model->setNodes(reply.nodes);
    m_heading->setCount(reply.nodes.empty() ? QString() : QString::number(reply.nodes.size()));
    if (m_table->currentRow() < 0 && !reply.nodes.empty())
        m_table->selectRow(0);
    follow();
    if (!m_panel)
        return;
    for (const NodeRow& row : reply.nodes) {
        const bool isNew = std::none_of(before.nodes.begin(), before.nodes.end(), [&](const NodeRow& old) { return old.node == row.node; });
        if (isNew && !row.isSelf)
            m_panel->showJoined(row.name);
    }
}

const NodeRow* NodesPage::current() const
{
    return m_model->at(m_table->currentRow());
}

const NodeRow* NodesPage::rowOf(const NodeId& node) const
{
    const auto found = std::find_if(m_list.nodes.begin(), m_list.nodes.end(), [&](const NodeRow& row) { return row.node == node; });
    return found == m_list.nodes.end() ? nullptr : &*found;
}

/// What may be done with the chosen PC, in words that name it.
void NodesPage::follow()
{
    m_model->setView(m_network.view());
    const NodeRow* chosen = current();
    const bool isHost = m_list.host == m_list.self;
    const bool isOther = chosen && !chosen->isSelf && !chosen->revokedAt;
    m_letIn->setEnabled(isHost || m_list.nodes.empty());
    m_host->setVisible(!m_list.nodes.empty());
    m_host->setEnabled(!isHost || isOther);
    m_host->setText(!isHost        ? tr("Make this PC the host…")
                        : isOther ? tr("Hand over to %1…").arg(chosen->name)
                                  : tr("Hand over…"));
    showHub();
    m_address->setVisible(!m_list.nodes.empty() && !isHost);
    m_rename->setVisible(!m_list.nodes.empty());
    m_rename->setEnabled(chosen && !chosen->revokedAt);
    m_shutOut->setVisible(!m_list.nodes.empty());
    m_shutOut->setEnabled(isOther && !chosen->isHost);
}

void NodesPage::letIn()
{
    m_pairing = new Sheet(this, tr("Let in another PC"));
    m_pairing->setPanelWidth(pairingWidth);
    m_panel = new PairingPanel(m_network, m_session, m_gateway.centre(), m_clock);
    m_pairing->setContent(m_panel);
    connect(m_pairing, &Sheet::closed, m_pairing, &QObject::deleteLater);
    m_pairing->openSheet();
    m_panel->setFocus();
}

NodeSheet* NodesPage::openSheet(const QString& title, const QString& explanation)
{
    auto* sheet = new NodeSheet(this, m_gateway.centre(), title, explanation);
    sheet->setPanelWidth(sheetWidth);
    return sheet;
}

void NodesPage::nameHost()
{
    if (m_list.host != m_list.self)
        takeOver();
    else if (const NodeRow* chosen = current(); chosen && !chosen->isSelf)
        handOver(*chosen);
}

void NodesPage::handOver(const NodeRow& node)
{
    NodeSheet* sheet = openSheet(tr("Hand over to %1").arg(node.name),
                                 tr("%1 becomes the host of the hall: it grants the numbers and decides who is called. It has to be switched on "
                                    "during opening hours.\n\nThis PC and all others connect to %1 by themselves, within seconds once it is reached.")
                                     .arg(node.name));
    sheet->setAct(tr("&Hand over"), Variant::Primary, [this, id = node.node](const QString&) {
        return outcomeOf(m_gateway.send(m_session, HostName{id}), this);
    });
    connect(sheet, &NodeSheet::succeeded, this, [this, name = node.name] { say(tr("%1 is the host of the hall now.").arg(name)); });
    sheet->openSheet();
}

void NodesPage::takeOver()
{
    const NodeRow* host = rowOf(m_list.host);
    const NodeRow* self = rowOf(m_list.self);
    const QString name = host ? host->name : tr("the host");
    NodeSheet* sheet = openSheet(tr("Make this PC the host"),
                                 tr("Only when %1 is broken or does not come back soon; if it still works, hand over there instead.\n\nThis PC then "
                                    "grants the numbers and decides who is called. New numbers carry the letter %2 until %1 has come back and "
                                    "stepped down by itself, or is shut out, so that no number is given twice.\n\nThe other PCs find "
                                    "this one by themselves within seconds.")
                                     .arg(name, self ? self->letter : QString()));
    sheet->setAct(tr("&Take over"), Variant::Danger, [this](const QString&) {
        return outcomeOf<HostReply>(m_gateway.send(m_session, HostName{}), this, [this](const HostReply&) { (void)m_network.serve(); });
    });
    connect(sheet, &NodeSheet::succeeded, this, [this] { say(tr("This PC is the host of the hall now.")); });
    sheet->openSheet();
}

void NodesPage::rename()
{
    const NodeRow* chosen = current();
    if (!chosen)
        return;
    NodeSheet* sheet = openSheet(tr("Rename %1").arg(chosen->name), tr("By this name the staff know the PC: where it stands says most, such as \"Window 3\"."));
    sheet->askFor(tr("&Name"), {}, chosen->name, [](const QString& typed) {
        return typed.isEmpty() ? tr("Enter a name") : typed.size() > longestName ? tr("At most %n character(s)", nullptr, int(longestName)) : QString();
    });
    sheet->setAct(tr("&Rename"), Variant::Primary, [this, id = chosen->node](const QString& name) {
        return outcomeOf(m_gateway.send(m_session, NodeRename{id, name}), this);
    });
    connect(sheet, &NodeSheet::succeeded, this, &NodesPage::refresh);
    sheet->openSheet();
}

void NodesPage::shutOut()
{
    const NodeRow* chosen = current();
    if (!chosen)
        return;
    NodeSheet* sheet = openSheet(tr("Shut out %1").arg(chosen->name),
                                 tr("What was recorded on %1 until now stays. From now on nothing is taken from it and nothing is sent to it. This "
                                    "can't be undone; to come back it has to join again as a new PC.\n\nThe records that it holds stay on its disk, "
                                    "encrypted.")
                                     .arg(chosen->name));
    sheet->askFor(tr("&Reason"), tr("It stands in the records, such as: stolen, sold, replaced"), {}, [](const QString& typed) {
        return typed.isEmpty() ? tr("Enter a reason") : typed.size() > longestReason ? tr("At most %n character(s)", nullptr, int(longestReason)) : QString();
    });
    sheet->setAct(tr("&Shut out"), Variant::Danger, [this, id = chosen->node](const QString& reason) {
        return outcomeOf(m_gateway.send(m_session, NodeRevoke{id, reason}), this);
    });
    connect(sheet, &NodeSheet::succeeded, this, [this, name = chosen->name] { say(tr("%1 is shut out.").arg(name)); });
    sheet->openSheet();
}

void NodesPage::changeAddress()
{
    const NodeRow* host = rowOf(m_list.host);
    if (!host || host->isSelf)
        return;
    NodeSheet* sheet = openSheet(tr("Address of the host"),
                                 tr("This PC follows %1 and finds it by itself. Only if it does not, enter where the host is reached now. Its key is "
                                    "checked: a wrong address does no harm.")
                                     .arg(host->name));
    sheet->askFor(tr("&Address"), tr("Such as 192.168.1.20 or 192.168.1.20:7443"), m_network.view().host, [](const QString& typed) {
        return addressShape().match(typed).hasMatch() ? QString() : tr("Enter an address or a name, with the port behind a colon if it is not 7443");
    });
    sheet->setAct(tr("C&onnect"), Variant::Primary, [this, key = host->publicKey](const QString& typed) {
        constexpr std::uint16_t usualPort = 7443;
        const QRegularExpressionMatch parts = addressShape().match(typed);
        const std::uint16_t port = parts.captured(2).isEmpty() ? usualPort : parts.captured(2).toUShort();
        return m_network.follow({key, parts.captured(1).remove(u'[').remove(u']'), port});
    });
    connect(sheet, &NodeSheet::succeeded, this, [this] { say(tr("Connecting to the host…")); });
    sheet->openSheet();
}

/// How the connection to the hub stands; of a PC that is no host only if it has one, from the time when it was.
void NodesPage::showHub()
{
    const NetworkView view = m_network.view();
    const bool isServed = !view.hub.isEmpty() || !m_list.hub.isNull();
    m_hub->setVisible(!m_list.hub.isNull() || (!isServed && m_list.host == m_list.self));
    m_hub->setText(m_list.hub.isNull() ? tr("Join a hub…") : tr("Leave the hub…"));
    m_hubState->setVisible(isServed);
    if (view.hub.isEmpty()) {
        const NodeRow* hub = rowOf(m_list.hub);
        if (hub != nullptr)
            m_hubState->setMessage(Tone::Info, tr("Hub %1, %2 · the host passes everything on to it").arg(hub->name, m_list.hubHost));
        return;
    }
    const auto row = std::find_if(m_list.nodes.begin(), m_list.nodes.end(), [&](const NodeRow& each) { return each.publicKey == view.hubKey; });
    const NetworkLine line = hubLine(view, row == m_list.nodes.end() ? QString() : row->name, m_gateway.centre().offsetMinutes);
    m_hubState->setMessage(line.mood == NetworkMood::Good ? Tone::Info : Tone::Warning, line.text);
}

void NodesPage::joinOrLeaveHub()
{
    if (m_list.hub.isNull())
        joinHub();
    else
        leaveHub();
}

void NodesPage::leaveHub()
{
    const NodeRow* hub = rowOf(m_list.hub);
    const QString name = hub != nullptr ? hub->name : m_list.hubHost;
    NodeSheet* sheet = openSheet(tr("Leave the hub %1").arg(name),
                                 tr("From now on nothing that is recorded here goes to %1; what it holds it keeps. The PCs of the hall work together as "
                                    "before. To come back, or to join another hub, ask its administrator for a code.")
                                     .arg(name));
    sheet->setAct(tr("&Leave"), Variant::Danger, [this](const QString&) { return outcomeOf(m_gateway.send(m_session, HubLeave{}), this); });
    connect(sheet, &NodeSheet::succeeded, this, [this, name] { say(tr("The centre has left %1.").arg(name)); });
    sheet->openSheet();
}

void NodesPage::joinHub()
{
    NodeSheet* sheet = openSheet(tr("Join a hub"),
                                 tr("A hub of the district or the city keeps a copy of all that the centre records, so that nothing is lost with a PC.\n\nFrom "
                                    "now on everything recorded here goes to it, restricted records too. What is personal stays sealed with the "
                                    "centre's key, which the hub does not get; it can read times, tickets and places. The work does not wait for "
                                    "it.\n\nAsk the hub's administrator for a code; it is good once, for a short time."));
    sheet->askFor(tr("C&ode of the hub"), tr("Address, six groups and two groups of four, as the hub shows them"), {}, [](const QString& typed) {
        return typed.isEmpty() ? tr("Enter the code that the hub's administrator shows") : QString();
    });
    auto name = std::make_shared<QString>();
    sheet->setAct(tr("&Join"), Variant::Primary, [this, name](const QString& code) {
        return outcomeOf<QString>(m_network.joinHub(m_session, code), this, [name](const QString& hub) { *name = hub; });
    });
    connect(sheet, &NodeSheet::succeeded, this, [this, name] { say(tr("%1 has let the centre in. What is recorded here goes there from now on.").arg(*name)); });
    sheet->openSheet();
}

void NodesPage::say(const QString& text)
{
    m_message->setMessage(Tone::Success, text);
    m_message->show();
    refresh();
}

} // namespace onedoor

#include "moc_nodes_page.cpp"
