// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/data_table.h"

#include "ui/widgets/card.h"
#include "ui/widgets/theme/paint.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolTip>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int leastStretch = 96; ///< points, unless its content needs less
constexpr int leastOther = 76;   ///< a name of four characters

} // namespace

class RowDelegate final : public QStyledItemDelegate {
public:
    explicit RowDelegate(DataTable* table) : QStyledItemDelegate(table), m_table(table) {}

    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const Tokens& t = tokens();
        option->state &= ~QStyle::State_HasFocus; // the ring goes around the row, see DataTable::paintEvent
        if (m_table->m_numbers.contains(index.column()))
            option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
        if (m_table->m_muted.contains(index.column()))
            for (const auto role : {QPalette::Text, QPalette::HighlightedText})
                option->palette.setColor(role, t.muted);
        if (isNew(index))
            option->backgroundBrush = t.infoSoft;
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& given, const QModelIndex& index) const override
    {
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        const auto badge = m_table->m_badges.constFind(index.column());
        const bool ticket = index.column() == m_table->m_ticketColumn;
        const QString text = option.text;
        if (ticket || badge != m_table->m_badges.constEnd())
            option.text.clear();
        m_table->style()->drawControl(QStyle::CE_ItemViewItem, &option, painter, m_table);
        const int inset = scaled(9);
        const QRect inner = option.rect.adjusted(inset, 0, -inset, 0);
        if (ticket) {
            painter->setPen(option.palette.color(QPalette::Text));
            paintTabular(*painter, inner, text, typeFont(Type::Body, true));
        } else if (badge != m_table->m_badges.constEnd()) {
            paintBadgesIn(*painter, inner, (*badge)(index));
        }
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), tokens().line);
        const bool selected = option.state & QStyle::State_Selected;
        if (m_table->horizontalHeader()->visualIndex(index.column()) == 0 && (selected || isNew(index)))
            painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()),
                selected ? tokens().accentText : tokens().info);
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = fullSize(option, index);
        const int limit = std::min(m_table->m_limits.value(index.column(), size.width()), m_table->m_squeezed.value(index.column(), size.width()));
        return {std::min(size.width(), limit), size.height()};
    }

    QSize fullSize(const QStyleOptionViewItem& option, const QModelIndex& index) const
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        const auto badge = m_table->m_badges.constFind(index.column());
        if (badge != m_table->m_badges.constEnd())
            size.setWidth(widthOf((*badge)(index)) + scaled(20));
        if (index.column() == m_table->m_ticketColumn)
            size.setWidth(tabularWidth(index.data().toString(), typeFont(Type::Body, true)) + scaled(24));
        return size;
    }

    /// The whole text where the column is too narrow for it; the model may have more to say.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option, const QModelIndex& index) override
    {
        const bool isCut = event->type() == QEvent::ToolTip && fullSize(option, index).width() > option.rect.width();
        if (!isCut || index.data(Qt::ToolTipRole).isValid())
            return QStyledItemDelegate::helpEvent(event, view, option, index);
        QToolTip::showText(event->globalPos(), index.data().toString(), view);
        return true;
    }

private:
    bool isNew(const QModelIndex& index) const
    {
        return m_table->m_highlightRole >= 0 && index.data(m_table->m_highlightRole).toBool();
    }

    static int widthOf(const QList<BadgeValue>& badges)
    {
        int width = 0;
        for (const BadgeValue& badge : badges)
            width += (width > 0 ? scaled(space::tight) : 0) + badgeSize(badge).width();
        return width;
    }

    void paintBadgesIn(QPainter& painter, QRect cell, const QList<BadgeValue>& badges) const
    {
        for (const BadgeValue& value : badges) {
            const QSize wanted = badgeSize(value);
            const int width = qMin(wanted.width(), cell.width());
            if (value.word.isEmpty() || width <= 0)
                continue;
            paintBadge(painter, {cell.left(), cell.top() + (cell.height() - wanted.height()) / 2, width, wanted.height()}, value,
                m_table->devicePixelRatioF());
            cell.setLeft(cell.left() + width + scaled(space::tight));
        }
    }

    DataTable* m_table;
};

/// Headings stand where their column's content stands.
class RowHeader final : public QHeaderView {
public:
    explicit RowHeader(DataTable* table) : QHeaderView(Qt::Horizontal, table), m_table(table)
    {
        setSectionsClickable(true); // QTableView asks this of its own header too
        setHighlightSections(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        setSortIndicatorClearable(false);
    }
    using QHeaderView::resizeSections;

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        if (m_table->m_numbers.contains(section))
            option->textAlignment = Qt::AlignRight | Qt::AlignVCenter;
    }

private:
    DataTable* m_table;
};

DataTable::DataTable(QWidget* parent) : QTableView(parent), m_empty(new EmptyState(Icons::List, tr("Nothing here yet"), {}, viewport()))
{
    setItemDelegate(new RowDelegate(this));
    setHorizontalHeader(new RowHeader(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false); // Tab leaves the table: tables must not be focus traps
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    applyRowHeight();
    // The header measures its columns by itself when cells change, but not when rows come: the newest would be cut.
    m_measure.setSingleShot(true);
    connect(&m_measure, &QTimer::timeout, this, &DataTable::measure);
}

void DataTable::setModel(QAbstractItemModel* model)
{
    for (const auto& connection : std::as_const(m_modelConnections))
        disconnect(connection);
    m_modelConnections.clear();
    // Before QTableView connects its own slots: the old state must be read while the view still has it.
    if (model)
        m_modelConnections.append(connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &DataTable::remember));
    QTableView::setModel(model);
    if (model) {
        m_modelConnections.append(connect(model, &QAbstractItemModel::modelReset, this, &DataTable::recall));
        for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            m_modelConnections.append(connect(model, signal, this, &DataTable::updateEmptyState));
        m_modelConnections.append(connect(model, &QAbstractItemModel::rowsInserted, &m_measure, qOverload<>(&QTimer::start)));
    }
    setStretchColumn(m_stretch);
    updateEmptyState();
}

void DataTable::setNumberColumns(const QList<int>& columns)
{
    m_numbers = columns;
    viewport()->update();
}

void DataTable::setTicketColumn(int column)
{
    m_ticketColumn = column;
    viewport()->update();
}

void DataTable::setMutedColumns(const QList<int>& columns)
{
    m_muted = columns;
    viewport()->update();
}

void DataTable::setBadgeColumn(int column, const BadgeOf& badgeOf)
{
    setBadgesColumn(column, [badgeOf](const QModelIndex& index) { return QList<BadgeValue>{badgeOf(index)}; });
}

void DataTable::setBadgesColumn(int column, BadgesOf badgesOf)
{
    m_badges[column] = std::move(badgesOf);
    viewport()->update();
}

void DataTable::setColumnLimit(int column, int pixels)
{
    m_limits.insert(column, pixels);
    m_measure.start();
}

void DataTable::setHighlightRole(int role)
{
    m_highlightRole = role;
}

void DataTable::setKeyRole(int role)
{
    m_keyRole = role;
}

void DataTable::setStretchColumn(int column)
{
    m_stretch = column;
    if (!model() || column < 0)
        return;
    // Contents of the visible rows only: measuring every row would make a long table slow to open.
    horizontalHeader()->setResizeContentsPrecision(0);
    for (int at = 0; at < model()->columnCount(); ++at)
        horizontalHeader()->setSectionResizeMode(at, at == column ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    for (const int fixed : m_fixed.keys())
        horizontalHeader()->setSectionResizeMode(fixed, QHeaderView::Interactive);
    m_measure.start();
}

void DataTable::setFixedColumn(int column, int pixels)
{
    if (m_fixed.value(column) == pixels)
        return;
    m_fixed.insert(column, pixels);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
    m_measure.start();
}

/// What its heading and the rows on the screen want, or what it was told to have.
int DataTable::widthOfColumn(int column) const
{
    return m_fixed.contains(column) ? m_fixed.value(column) : std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
}

void DataTable::measure()
{
    auto* const header = static_cast<RowHeader*>(horizontalHeader());
    m_squeezed.clear();
    if (!model() || m_stretch < 0 || m_stretch >= model()->columnCount())
        return header->resizeSections();
    const int least = std::max(header->sectionSizeHint(m_stretch), std::min(sizeHintForColumn(m_stretch), scaled(leastStretch)));
    int missing = least - viewport()->width();
    QHash<int, int> others; // those that may give, with their widths
    for (int at = 0; at < model()->columnCount(); ++at) {
        if (at == m_stretch || header->isSectionHidden(at))
            continue;
        const int width = widthOfColumn(at);
        missing += width;
        if (at != m_ticketColumn && !m_numbers.contains(at) && !m_badges.contains(at))
            others.insert(at, width);
    }
    while (missing > 0 && !others.isEmpty()) {
        const auto widest = std::max_element(others.begin(), others.end());
        const int kept = std::max(header->sectionSizeHint(widest.key()), scaled(leastOther));
        const int given = std::clamp(*widest - kept, 0, missing);
        if (given > 0)
            m_squeezed.insert(widest.key(), *widest - given);
        missing -= given;
        others.erase(widest);
    }
    header->setSectionResizeMode(m_stretch, missing > 0 ? QHeaderView::Interactive : QHeaderView::Stretch);
    header->resizeSections();
    for (auto fixed = m_fixed.cbegin(); fixed != m_fixed.cend(); ++fixed)
        header->resizeSection(fixed.key(), m_squeezed.value(fixed.key(), fixed.value()));
    if (missing > 0)
        header->resizeSection(m_stretch, least);
}

void DataTable::selectRow(int row)
{
    if (model() && row >= 0 && row < model()->rowCount())
        setCurrentIndex(model()->index(row, 0));
}

void DataTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const int row = currentIndex().row();
    QPainter painter(viewport());
    paint::focusRing(painter, QRect(0, rowViewportPosition(row), viewport()->width(), rowHeight(row)), radius::control);
}

void DataTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_empty->setGeometry(viewport()->rect());
    m_measure.start();
}

void DataTable::focusInEvent(QFocusEvent* event)
{
    const bool hadCurrent = currentIndex().isValid();
    QTableView::focusInEvent(event); // makes a row the current one, and chooses it not
    // A window or a menu that gives the focus back chooses nothing.
    const bool isEntered = event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason;
    if (!isEntered && !hadCurrent && selectionModel())
        selectionModel()->clearCurrentIndex();
    else if (isEntered && selectionModel() && !selectionModel()->hasSelection())
        selectRow(std::max(0, currentRow()));
}

void DataTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        applyRowHeight();
        m_measure.start();
    }
}

void DataTable::applyRowHeight()
{
    verticalHeader()->setMinimumSectionSize(scaled(onedoor::rowHeight));
    verticalHeader()->setDefaultSectionSize(scaled(onedoor::rowHeight));
}

void DataTable::remember()
{
    const QModelIndex current = currentIndex();
    m_rememberedRow = current.row();
    m_rememberedKey = current.isValid() && m_keyRole >= 0 ? current.siblingAtColumn(0).data(m_keyRole) : QVariant();
    m_rememberedScroll = verticalScrollBar()->value();
}

void DataTable::recall()
{
    updateEmptyState();
    if (m_rememberedRow < 0 || !model() || model()->rowCount() == 0)
        return;
    int row = qMin(m_rememberedRow, model()->rowCount() - 1);
    if (m_rememberedKey.isValid()) {
        const auto found = model()->match(model()->index(0, 0), m_keyRole, m_rememberedKey, 1, Qt::MatchExactly);
        if (found.isEmpty()) { // the row is gone: nothing is chosen in its place, an Enter must not hit a stranger
            m_rememberedRow = -1;
            return;
        }
        row = found.first().row();
    }
    selectRow(row);
    updateGeometries();
    verticalScrollBar()->setValue(m_rememberedScroll);
}

void DataTable::updateEmptyState()
{
    m_empty->setVisible(!model() || model()->rowCount() == 0);
}

} // namespace onedoor

#include "moc_data_table.cpp"
