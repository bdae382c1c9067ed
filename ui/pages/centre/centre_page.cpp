// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/centre_page.h"

#include "core/domain/centre/centre_change.h"
#include "core/services/error_text.h"
#include "ui/models/centre_texts.h"
#include "ui/models/when_ready.h"
#include "ui/pages/centre/centre_item_model.h"
#include "ui/pages/centre/changes_panel.h"
#include "ui/pages/centre/item_sheet.h"
#include "ui/pages/centre/usage_text.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/page_keys.h"
#include "ui/widgets/text_field.h"
#include "ui/widgets/toast.h"

#include <QHBoxLayout>
#include <QListWidget>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sectionsWidth = 190;
constexpr int searchWidth = 240;
constexpr int narrowestSearch = 120;
constexpr int changesWidth = 560;
constexpr int widestColumn = 240;

} // namespace

CentrePage::CentrePage(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_model(new CentreItemModel(gateway.centre(), this)), m_sections(new QListWidget),
      m_heading(new SectionHeading({})), m_search(new TextField), m_table(new DataTable), m_message(new Banner(Tone::Danger, {}))
{
    m_message->hide();
    m_message->setClosable(true);
    connect(m_message, &Banner::closed, m_message, &QWidget::hide);
    makeActions();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, space::large, space::page, space::large);
    row->setSpacing(space::large);
    row->addWidget(makeSections());
    row->addWidget(makeTable(), 1);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            reload();
    }, Qt::QueuedConnection);
    m_sections->setCurrentRow(0);
    setFocusProxy(m_table);
}

void CentrePage::makeActions()
{
    const auto make = [this](Icons name, const QString& text, const QKeySequence& keys, auto slot) {
        auto* action = new QAction(icon(name), text, this);
        action->setShortcut(keys);
        bindPageKeys(action, this);
        connect(action, &QAction::triggered, this, slot);
        return action;
    };
    m_add = make(Icons::Plus, tr("New"), Qt::CTRL | Qt::Key_N, [this] { add(); });
    m_edit = make(Icons::Edit, tr("Change"), Qt::Key_F2, [this] { edit(); });
    m_remove = make(Icons::Trash, tr("Remove"), Qt::CTRL | Qt::Key_Delete, [this] { remove(); });
    m_up = make(Icons::ChevronUp, tr("Up"), Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    m_down = make(Icons::ChevronDown, tr("Down"), Qt::ALT | Qt::Key_Down, [this] { move(1); });
    m_undo = make(Icons::Undo, tr("Undo"), QKeySequence::Undo, [this] { undoLast(); });
    m_changes = make(Icons::History, tr("All changes"), Qt::CTRL | Qt::Key_H, [this] { showChanges(); });
    auto* find = make(Icons::Search, tr("Search"), Qt::CTRL | Qt::Key_F, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    find->setObjectName(u"centreSearch"_s);
}

QWidget* CentrePage::makeSections()
{
    m_sections->setAccessibleName(tr("Sections of the centre"));
    m_sections->setFrameShape(QFrame::NoFrame);
    for (const QString& section : centreSections()) {
        auto* item = new QListWidgetItem(centretexts::section(section));
        item->setData(Qt::UserRole, section);
        m_sections->addItem(item);
    }
    connect(m_sections, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            showSection(item->data(Qt::UserRole).toString());
    });
    connect(m_sections, &QListWidget::activated, m_table, [this] { m_table->setFocus(); });
    auto* card = new Card(nullptr, false);
    card->body()->setContentsMargins(space::tight, space::small, space::tight, space::small);
    card->body()->addWidget(m_sections);
    card->setFixedWidth(scaled(sectionsWidth));
    return card;
}

QWidget* CentrePage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setKeyRole(CentreItemModel::keyRole);
    m_table->setStretchColumn(0);
    connect(m_table, &QAbstractItemView::activated, this, &CentrePage::edit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CentrePage::enableActions);
    auto* card = new Card(nullptr, false);
    card->body()->addWidget(m_table);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::medium);
    m_heading->addTrailing(new ActionButton(m_undo, Variant::Quiet));
    m_heading->addTrailing(new ActionButton(m_changes, Variant::Quiet));
    column->addWidget(m_heading);
    column->addWidget(makeTools());
    column->addWidget(m_message);
    column->addWidget(card, 1);
    return whole;
}

QWidget* CentrePage::makeTools()
{
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    m_search->setAccessibleName(tr("Search in this section"));
    m_search->setPlaceholderText(tr("Search: name or pinyin"));
    m_search->setMinimumWidth(scaled(narrowestSearch));
    m_search->setMaximumWidth(scaled(searchWidth));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->search(text);
        enableActions();
    });
    connect(m_search, &TextField::submitted, m_table, [this] { m_table->setFocus(); });
    row->addWidget(m_search, 2);
    row->addStretch(1);
    row->addWidget(new ActionButton(m_up, Variant::Quiet));
    row->addWidget(new ActionButton(m_down, Variant::Quiet));
    row->addWidget(new ActionButton(m_remove, Variant::Quiet));
    row->addWidget(new ActionButton(m_edit));
    row->addWidget(new ActionButton(m_add, Variant::Primary));
    return tools;
}

void CentrePage::showSection(const QString& section)
{
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->data(Qt::UserRole).toString() == section)
            m_sections->setCurrentRow(row);
    }
    m_message->hide();
    m_search->clear();
    m_model->setSection(section);
    m_table->setAccessibleName(centretexts::section(section));
    m_table->setStretchColumn(m_model->isList() ? 0 : 1);
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_table->setColumnLimit(column, scaled(widestColumn));
    m_search->setVisible(m_model->isList());
    m_table->selectRow(0);
    reload();
}

void CentrePage::reload()
{
    const QString key = m_wanted.isEmpty() ? currentKey() : m_wanted;
    m_wanted.clear();
    m_model->reload();
    m_heading->setText(centretexts::section(m_model->section()));
    m_heading->setCount(m_model->isList() ? QString::number(m_model->rowCount()) : QString());
    m_table->emptyState()->setContent(Icons::Search, tr("Nothing matches"), tr("Clear the search to see everything."));
    if (m_model->isList())
        m_table->selectRow(std::max(0, m_model->rowOf(key)));
    else if (m_table->currentRow() < 0)
        m_table->selectRow(0);
    enableActions();
}

void CentrePage::enableActions()
{
    const bool isList = m_model->isList();
    const bool isRoles = m_model->section() == u"roles"_s;
    const bool isChosen = !isList || !currentKey().isEmpty();
    const bool isWhole = m_search->text().isEmpty();
    const int row = m_table->currentRow();
    m_add->setVisible(isList && !isRoles);
    m_add->setEnabled(isList && !isRoles);
    for (QAction* action : {m_remove, m_up, m_down})
        action->setVisible(isList && !(isRoles && action == m_remove));
    m_remove->setEnabled(isList && isChosen && !isRoles);
    m_edit->setEnabled(isChosen);
    m_up->setEnabled(isList && isWhole && row > 0);
    m_down->setEnabled(isList && isWhole && row >= 0 && row + 1 < m_model->rowCount());
}

QString CentrePage::currentKey() const
{
    return m_model->keyAt(m_table->currentRow());
}

void CentrePage::add()
{
    if (m_add->isEnabled())
        open({});
}

void CentrePage::edit()
{
    if (m_edit->isEnabled())
        open(currentKey());
}

void CentrePage::open(const QString& key)
{
    m_message->hide();
    auto* sheet = new ItemSheet(this, m_gateway, m_session, *m_model, key);
    const bool isNew = key.isEmpty() && m_model->isList();
    const QString section = m_model->section();
    connect(sheet, &ItemSheet::saved, this, [this, section, isNew](const QString& saved, const StreamId& stream, quint64 sequence) {
        m_wanted = saved;
        const QString name = centretexts::item(section, saved, m_gateway.centre());
        tell(isNew ? tr("%1 was added and holds at once on every PC").arg(name) : tr("%1 was changed and holds at once on every PC").arg(name), stream, sequence);
        reload();
    });
    sheet->start();
}

/// Where nothing depends on it, at once; otherwise it is shown what does.
void CentrePage::remove()
{
    const CentreRemove removal{m_model->section(), currentKey()};
    if (m_busy || removal.key.isEmpty())
        return;
    m_busy = true;
    m_message->hide();
    const QString name = centretexts::item(removal.section, removal.key, m_gateway.centre());
    whenReady(m_gateway.ask(m_session, CentreUsage{removal.section, removal.key}), this, [this, removal, name](const Result<CentreUseReply>& usage) {
        m_busy = false;
        if (!usage)
            return refuse(usage.error());
        if (!isInUse(*usage))
            return removeUnused(removal, name);
        auto* sheet = new RemovalSheet(this, m_gateway, m_session, removal, name, usageLines(*usage, m_gateway.centre()));
        connect(sheet, &RemovalSheet::removed, this, [this, name](const StreamId& stream, quint64 sequence) { tell(tr("%1 was removed").arg(name), stream, sequence); });
        sheet->openSheet();
    });
}

void CentrePage::removeUnused(const CentreRemove& removal, const QString& name)
{
    m_busy = true;
    whenReady(m_gateway.send(m_session, removal), this, [this, name](const Result<CentreChangeReply>& reply) {
        m_busy = false;
        if (!reply)
            return refuse(reply.error());
        tell(tr("%1 was removed").arg(name), reply->stream, reply->sequence);
    });
}

void CentrePage::move(int by)
{
    QStringList keys = m_model->keys();
    const QString key = currentKey();
    const qsizetype from = keys.indexOf(key);
    const qsizetype to = from + by;
    if (m_busy || from < 0 || to < 0 || to >= keys.size())
        return;
    keys.move(from, to);
    m_busy = true;
    m_wanted = key;
    whenReady(m_gateway.send(m_session, CentreArrange{m_model->section(), {keys.begin(), keys.end()}}), this, [this](const Result<CentreChangeReply>& reply) {
        m_busy = false;
        if (!reply)
            refuse(reply.error());
    });
}

void CentrePage::undoLast()
{
    undo({});
}

void CentrePage::undo(const CentreUndo& command)
{
    if (m_busy)
        return;
    m_busy = true;
    whenReady(m_gateway.send(m_session, command), this, [this](const Result<CentreChangeReply>& reply) {
        m_busy = false;
        if (!reply)
            return refuse(reply.error());
        m_message->hide();
        if (reply->section == m_model->section() && !reply->key.isEmpty()) {
            m_wanted = reply->key;
            reload();
        }
        Toast::show(this, tr("Taken back: %1").arg(centretexts::item(reply->section, reply->key, m_gateway.centre())), nullptr, Tone::Info);
    });
}

void CentrePage::showChanges()
{
    if (!m_changesSheet) {
        m_changesSheet = new Sheet(this, tr("What was changed"));
        m_changesSheet->setPanelWidth(scaled(changesWidth));
        connect(m_changesSheet, &Sheet::closed, m_changesSheet, &QObject::deleteLater);
        m_changesSheet->setContent(new ChangesPanel(m_gateway, m_session));
    }
    m_changesSheet->openSheet();
}

void CentrePage::tell(const QString& text, const StreamId& stream, quint64 sequence)
{
    m_message->hide();
    auto* undoing = new QAction(icon(Icons::Undo), tr("Undo"), this);
    connect(undoing, &QAction::triggered, this, [this, stream, sequence] { undo({stream, sequence}); });
    Toast* toast = Toast::show(this, text, undoing);
    connect(toast, &QObject::destroyed, undoing, &QObject::deleteLater);
}

void CentrePage::refuse(const Error& error)
{
    m_message->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_message->show();
}

} // namespace onedoor

#include "moc_centre_page.cpp"
