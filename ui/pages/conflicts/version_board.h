// SPDX-License-Identifier: GPL-3.0-or-later
// Both versions of a record side by side, with what both authors knew before them: who, where and when, what each did, and field by
// field what the record then says; where the versions differ is marked by colour, weight and word. Shows what it is given. Owned by
// its parent; the centre outlives it; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/conflicts.h"

#include <QPointer>
#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace onedoor {

class VersionBoard final : public QWidget {
    Q_OBJECT
public:
    explicit VersionBoard(const CentreDefinition& centre, QWidget* parent = nullptr);
    /// Sets the columns of a grid as wide as the board's: label, before, version 1, version 2.
    static void setColumns(QGridLayout* grid);
    static constexpr int firstVersion = 2; ///< column; the second version stands beside it
    void show(const ConflictReply& reply);

private:
    void addHeads(const ConflictReply& reply);
    void addAuthors(const ConflictReply& reply);
    void addActs(const ConflictReply& reply);
    void addFields(const ConflictReply& reply);
    void addField(const ConflictReply& reply, const QString& key);
    void addLabel(const QString& text);
    void addSeparator(const QString& heading);
    void addLegend(const ConflictReply& reply);

    const CentreDefinition& m_centre;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_content;
    QGridLayout* m_grid = nullptr;
    int m_row = 0;
};

} // namespace onedoor
