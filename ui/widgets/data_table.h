// SPDX-License-Identifier: GPL-3.0-or-later
// The product's table: whole rows, comfortable height, frozen header, numbers right-aligned, badges, new rows marked, and an
// empty state that says why. A refreshed model keeps selection and scroll position. Enter or double click emits activated().
// The model stays the caller's; UI thread. Smooth with tens of thousands of rows (fixed row height).
#pragma once

#include "ui/widgets/badge.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>
#include <functional>

namespace onedoor {

class EmptyState;

class DataTable : public QTableView {
    Q_OBJECT
public:
    using BadgeOf = std::function<BadgeValue(const QModelIndex&)>;
    using BadgesOf = std::function<QList<BadgeValue>(const QModelIndex&)>;

    explicit DataTable(QWidget* parent = nullptr);
    void setModel(QAbstractItemModel* model) override;

    /// Right-aligned digits of equal width.
    void setNumberColumns(const QList<int>& columns);
    /// Ticket numbers: bold, digits of equal width, left-aligned.
    void setTicketColumn(int column);
    /// Secondary facts in muted text.
    void setMutedColumns(const QList<int>& columns);
    /// Cells shown as a badge; an empty word shows nothing.
    void setBadgeColumn(int column, const BadgeOf& badgeOf);
    /// Cells shown as any number of badges beside each other.
    void setBadgesColumn(int column, BadgesOf badgesOf);
    /// Model role that is true for rows to be marked as new or changed.
    void setHighlightRole(int role);
    /// Model role whose value names a row across a reset (column 0); without it the row number is kept.
    void setKeyRole(int role);
    /// This column takes the width that is left; the others fit their content. Where too little is left to read its heading, the widest of the
    /// others give some of theirs; and where that does not help either, the table scrolls.
    void setStretchColumn(int column);
    /// A column that has this width whatever is in it, so that nothing jumps when rows come and go.
    void setFixedColumn(int column, int pixels);
    /// A column that fits its content grows no wider than this; what is cut is told in full where the pointer rests.
    void setColumnLimit(int column, int pixels);
    EmptyState* emptyState() const { return m_empty; }
    /// Row of the current index, or -1.
    int currentRow() const { return currentIndex().row(); }
    void selectRow(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class RowDelegate;
    friend class RowHeader;
    void remember();
    void recall();
    void updateEmptyState();
    void applyRowHeight();
    void measure();
    int widthOfColumn(int column) const;

    QList<int> m_numbers;
    QList<int> m_muted;
    QHash<int, BadgesOf> m_badges;
    QHash<int, int> m_fixed; ///< widths of columns
    QHash<int, int> m_limits;
    QHash<int, int> m_squeezed; ///< columns that gave some of their width
    int m_ticketColumn = -1;
    int m_highlightRole = -1;
    int m_keyRole = -1;
    int m_stretch = -1;
    EmptyState* m_empty;
    QTimer m_measure;
    QList<QMetaObject::Connection> m_modelConnections;
    QVariant m_rememberedKey;
    int m_rememberedRow = -1;
    int m_rememberedScroll = 0;
};

} // namespace onedoor
