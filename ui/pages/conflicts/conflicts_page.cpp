// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflicts_page.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/conflicts/conflict_model.h"
#include "ui/pages/conflicts/conflict_words.h"
#include "ui/pages/conflicts/version_board.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 220;
constexpr int listStretch = 4;
constexpr int detailStretch = 9;

QLabel* wrapped(Type type, bool strong, Tone tone)
{
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setType(label, type, strong);
    setTone(label, tone);
    return label;
}

} // namespace

ConflictsPage::ConflictsPage(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_model(new ConflictModel(gateway.centre(), this)),
      m_heading(new SectionHeading(tr("Conflicts"))), m_which(new SegmentedControl(tr("Which conflicts"))), m_table(new DataTable),
      m_stack(new QStackedWidget), m_empty(new EmptyState(Icons::Handshake, {})), m_message(new Banner(Tone::Danger, {})),
      m_state(new Banner(Tone::Success, {})), m_title(wrapped(Type::Title, true, Tone::Text)), m_situation(wrapped(Type::Body, false, Tone::Muted)),
      m_area(new QScrollArea), m_board(new VersionBoard(gateway.centre()))
{
    m_message->hide();
    m_message->setClosable(true);
    m_stands[0] = makeAction(Icons::Check, tr("Version 1 stands"), Qt::ALT | Qt::Key_1, [this] { decide(0); });
    m_stands[1] = makeAction(Icons::Check, tr("Version 2 stands"), Qt::ALT | Qt::Key_2, [this] { decide(1); });
    m_history = makeAction(Icons::History, tr("History"), Qt::CTRL | Qt::Key_H, [this] { Q_EMIT ticketHistoryWanted(m_shown.conflict.record.toString()); });
    m_takeBack = makeAction(Icons::Undo, tr("Open again"), Qt::CTRL | Qt::SHIFT | Qt::Key_Z, [this] { takeBack(); });
    m_undo = makeAction(Icons::Undo, tr("Undo"), QKeySequence::Undo, [this] { undo(); });
    m_undo->setEnabled(false);
    m_which->addSegment(tr("To decide"), false);
    m_which->addSegment(tr("Decided"), true);
    m_heading->addTrailing(m_which);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::large, space::page, space::large);
    column->setSpacing(space::medium);
    column->addWidget(m_heading);
    column->addWidget(m_message);
    column->addWidget(m_stack, 1);
    auto* nothing = new Card;
    auto* middle = new QHBoxLayout; // a line as long as the page is hard to read
    middle->addStretch(1);
    middle->addWidget(m_empty, 2);
    middle->addStretch(1);
    nothing->body()->addLayout(middle, 1);
    m_stack->addWidget(nothing);
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::large);
    row->addWidget(makeList(), listStretch);
    row->addWidget(makeDetail(), detailStretch);
    m_stack->addWidget(both);
    setFocusProxy(m_table);
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    connect(m_which, &SegmentedControl::currentChanged, this, &ConflictsPage::refresh);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.conflicts && isVisible())
            refresh();
    });
    followActions();
}

QAction* ConflictsPage::makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act)
{
    auto* action = new QAction(icon(name), text, this);
    action->setShortcut(keys);
    bindPageKeys(action, this);
    connect(action, &QAction::triggered, this, std::move(act));
    return action;
}

QWidget* ConflictsPage::makeList()
{
    m_table->setModel(m_model);
    m_table->setKeyRole(ConflictModel::keyRole);
    m_table->setMutedColumns({ConflictModel::When});
    m_table->setStretchColumn(ConflictModel::Record);
    m_table->setColumnHidden(ConflictModel::Acts, true); // said in full beside the list
    m_table->setBadgeColumn(ConflictModel::State, [this](const QModelIndex& index) { return m_model->state(index.row()); });
    m_table->setAccessibleName(tr("Conflicts"));
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (!m_refreshing)
            showCurrent();
    });
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_table);
    card->setMinimumWidth(scaled(listWidth));
    return card;
}

QWidget* ConflictsPage::makeDetail()
{
    auto* card = new Card;
    auto* line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(new ActionButton(m_history, Variant::Quiet), 0, Qt::AlignTop);
    card->body()->addLayout(line);
    card->body()->addWidget(m_situation);
    m_state->addAction(m_takeBack);
    card->body()->addWidget(m_state);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Both versions"));
    m_area->setWidget(m_board);
    m_area->viewport()->setAutoFillBackground(false); // the card shows through
    m_board->setAutoFillBackground(false);
    card->body()->addWidget(m_area, 1);
    card->body()->addWidget(makeButtons());
    return card;
}

QWidget* ConflictsPage::makeButtons()
{
    auto* buttons = new QWidget;
    auto* grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, space::small, 0, 0);
    VersionBoard::setColumns(grid);
    for (std::size_t side = 0; side < m_stands.size(); ++side) {
        auto* button = new ActionButton(m_stands[side]);
        setLarge(button);
        grid->addWidget(button, 0, VersionBoard::firstVersion + int(side));
    }
    return buttons;
}

void ConflictsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
}

bool ConflictsPage::showsResolved() const
{
    return m_which->currentData().toBool();
}

const ConflictRow* ConflictsPage::current() const
{
    return m_model->at(m_table->currentRow());
}

void ConflictsPage::refresh()
{
    const bool resolved = showsResolved();
    whenReady(m_gateway.ask(m_session, ConflictList{resolved}), this, [this, resolved](const Result<ConflictListReply>& reply) {
        if (!reply)
            complain(reply.error());
        else if (resolved == showsResolved())
            onListed(*reply);
    });
}

void ConflictsPage::onListed(const ConflictListReply& reply)
{
    const int before = std::max(0, m_table->currentRow());
    const QString key = current() ? current()->conflict : QString();
    m_refreshing = true;
    m_model->setConflicts(reply.conflicts);
    const int kept = m_model->rowOf(key);
    m_heading->setCount(reply.open == 0 ? QString() : QString::number(reply.open));
    if (m_model->rowCount() > 0)
        m_table->selectRow(kept >= 0 ? kept : std::min(before, m_model->rowCount() - 1));
    m_refreshing = false;
    if (showsResolved())
        m_empty->setContent(Icons::Handshake, tr("No decisions yet"), tr("Conflicts that somebody has decided are kept here, with who decided and when. A decision can be changed at any time."));
    else
        m_empty->setContent(Icons::Handshake, tr("Nothing to decide"),
                            tr("When the network is cut, two people may change the same record without knowing of each other. Once their computers meet again, "
                               "both versions are shown here and you say which one stands. Nothing is overwritten."));
    m_stack->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
    showCurrent();
}

void ConflictsPage::showCurrent()
{
    const ConflictRow* row = current();
    if (!row) {
        m_shown = {};
        followActions();
        return;
    }
    const QString wanted = row->conflict;
    whenReady(m_gateway.ask(m_session, ConflictGet{wanted}), this, [this, wanted](const Result<ConflictReply>& reply) {
        if (!current() || current()->conflict != wanted)
            return; // another one was chosen meanwhile
        if (reply)
            onShown(*reply);
        else
            complain(reply.error());
    });
}

void ConflictsPage::onShown(const ConflictReply& reply)
{
    const bool isOther = m_shown.conflict.conflict != reply.conflict.conflict;
    m_shown = reply;
    const ConflictRow& row = reply.conflict;
    const QString record = conflictwords::record(row, m_gateway.centre());
    const QString acts = conflictwords::acts(row);
    m_title->setText(row.person.isEmpty() || row.kind == u"matter" ? tr("%1: %2", "record, acts").arg(record, acts)
                                                                    : tr("%1, %2: %3", "record, visitor, acts").arg(record, row.person, acts));
    sayState(reply);
    m_board->show(reply);
    if (isOther)
        m_area->ensureVisible(0, 0);
    followActions();
}

void ConflictsPage::sayState(const ConflictReply& reply)
{
    const auto decision = [this](const ConflictVerdict& each) {
        return each.stands == 0 ? tr("%1 (%2) opened it again", "who, when").arg(each.actorName, momentText(each.at, m_gateway.centre().offsetMinutes))
                                : tr("%1 (%2, PC %3): %4 stands", "who, when, where, version")
                                      .arg(each.actorName, momentText(each.at, m_gateway.centre().offsetMinutes), each.pc, conflictwords::version(each.stands - 1));
    };
    QStringList decisions;
    for (const ConflictVerdict& each : reply.verdicts)
        decisions.append(decision(each));
    const QString all = decisions.join(tr("; ", "between decisions"));
    m_situation->setText(conflictwords::situation(reply.conflict));
    m_situation->setVisible(reply.conflict.isOpen && !reply.conflict.isDisputed);
    m_state->setVisible(!reply.conflict.isOpen || reply.conflict.isDisputed);
    if (reply.conflict.isDisputed)
        m_state->setMessage(Tone::Warning, tr("Two people decided without knowing of each other. %1. Please decide once more; until then %2 counts.")
                                               .arg(all, conflictwords::version(reply.conflict.counts == 2 ? 1 : 0)));
    else if (!reply.conflict.isOpen)
        m_state->setMessage(Tone::Success, tr("Decided. %1.").arg(all));
}

/// What may be said of the conflict on show.
void ConflictsPage::followActions()
{
    const ConflictRow& row = m_shown.conflict;
    const bool isShown = !row.conflict.isEmpty();
    for (std::size_t side = 0; side < m_stands.size(); ++side) {
        const bool stands = !row.isOpen && row.counts == side + 1;
        m_stands[side]->setEnabled(isShown && !m_busy && !stands && (!row.isFixed || row.counts == side + 1));
        m_stands[side]->setVisible(!row.isFixed || row.counts == side + 1);
        const QString version = conflictwords::version(side);
        m_stands[side]->setText(row.isFixed ? tr("Take note") : !row.isOpen && !stands ? tr("%1 stands instead").arg(version) : tr("%1 stands").arg(version));
    }
    m_history->setVisible(isShown && row.kind == u"ticket");
    m_takeBack->setVisible(isShown && !row.isOpen);
    m_takeBack->setEnabled(!m_busy);
}

void ConflictsPage::decide(std::size_t side)
{
    if (m_busy || m_shown.conflict.rivals.size() <= side)
        return;
    m_busy = true;
    followActions();
    const ConflictRow row = m_shown.conflict;
    const ConflictAct& rival = row.rivals[side];
    const QString message = row.isFixed ? tr("%1: taken note of.").arg(conflictwords::record(row, m_gateway.centre()))
                                        : tr("%1: %2 stands.", "record, version").arg(conflictwords::record(row, m_gateway.centre()), conflictwords::version(side));
    whenReady(m_gateway.send(m_session, ConflictResolve{row.conflict, rival.stream, rival.sequence, !row.isOpen}), this,
              [this, row, message](const Result<ConflictJudgedReply>& reply) { onJudged(row.conflict, message, reply); });
}

void ConflictsPage::takeBack()
{
    if (m_busy || m_shown.conflict.conflict.isEmpty())
        return;
    m_busy = true;
    followActions();
    const QString message = tr("%1 is open again.").arg(conflictwords::record(m_shown.conflict, m_gateway.centre()));
    whenReady(m_gateway.send(m_session, ConflictReopen{m_shown.conflict.conflict}), this,
              [this, message](const Result<ConflictJudgedReply>& reply) { onJudged({}, message, reply); });
}

void ConflictsPage::undo()
{
    if (m_judged.isEmpty() || m_busy)
        return;
    const QString conflict = std::exchange(m_judged, {});
    m_undo->setEnabled(false);
    m_busy = true;
    whenReady(m_gateway.send(m_session, ConflictReopen{conflict}), this,
              [this](const Result<ConflictJudgedReply>& reply) { onJudged({}, tr("The decision was taken back; the conflict is open again."), reply); });
}

/// `conflict`: which one an undo opens again.
void ConflictsPage::onJudged(const QString& conflict, const QString& message, const Result<ConflictJudgedReply>& reply)
{
    m_busy = false;
    if (!reply) {
        complain(reply.error());
    } else {
        m_message->hide();
        m_judged = conflict;
        m_undo->setEnabled(!conflict.isEmpty());
        Toast::show(this, message, conflict.isEmpty() ? nullptr : m_undo);
    }
    followActions();
    refresh();
    m_table->setFocus(Qt::OtherFocusReason);
}

void ConflictsPage::complain(const Error& error)
{
    m_message->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_message->show();
}

} // namespace onedoor

#include "moc_conflicts_page.cpp"
