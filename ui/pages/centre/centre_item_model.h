// SPDX-License-Identifier: GPL-3.0-or-later
// One section of the centre as a table: an item a row, or a setting a row where the section is one item. Reads the definition anew when
// it is told to. The centre must outlive the model; owned by the page; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/pages/centre/field_plan.h"

#include <QAbstractTableModel>
#include <QJsonObject>

namespace onedoor {

class CentreItemModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int keyRole = Qt::UserRole + 1;

    explicit CentreItemModel(const CentreDefinition& centre, QObject* parent = nullptr);

    void setSection(const QString& section);
    const QString& section() const { return m_section; }
    bool isList() const;
    /// Shows only what matches: part of a name, pinyin or its initials, any value shown.
    void search(const QString& text);
    void reload();
    /// Empty where the section is one item.
    QString keyAt(int row) const;
    int rowOf(const QString& key) const;
    /// Keys of all items, in their order, whatever is searched for.
    QStringList keys() const;
    /// The item; empty for an unknown key. Of a section that is one item, with an empty key, that.
    QJsonObject item(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A weekday's hours stand among the members of opening hours like the others.
    static QJsonObject flattened(const QString& section, QJsonObject item);

private:
    QString text(const QJsonObject& item, const QString& member) const;
    bool matches(const QJsonObject& item) const;
    void nameInOwnLanguage();

    const CentreDefinition& m_centre;
    QString m_section;
    QString m_searched;
    QList<PlannedField> m_columns;
    QList<QJsonObject> m_items; ///< all
    QList<qsizetype> m_shown;   ///< indexes into m_items, or into m_columns
};

} // namespace onedoor
