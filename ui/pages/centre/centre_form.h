// SPDX-License-Identifier: GPL-3.0-or-later
// The form of one item of the centre, made after the section's plan. It judges only whether what was typed can be read; the centre does
// the rest, and its refusals come back through setError(). Holds the item as it was opened, so that only what was changed is sent. Owned
// by its parent; UI thread.
#pragma once

#include "core/base/error.h"
#include "core/domain/centre/centre_definition.h"
#include "ui/pages/centre/field_plan.h"

#include <QJsonObject>
#include <QWidget>

namespace onedoor {

class ErrorSummary;
class FormField;

class CentreForm final : public QWidget {
    Q_OBJECT
public:
    /// `item`: flattened (CentreItemModel); empty for a new one.
    CentreForm(const QString& section, const QJsonObject& item, const CentreDefinition& centre, QWidget* parent = nullptr);

    /// Marks what can't be read and shows the summary; true when all can be.
    bool check();
    /// The members that were changed since it was opened, in the shape that CentreChange takes; of a new item all.
    QJsonObject changes() const;
    /// The item was changed elsewhere: what nobody touched here shows the new values.
    void takeOver(const QJsonObject& item);
    /// Puts a refusal beside the field that it names; false when no field here is meant.
    bool setError(const Error& error, const QString& sentence);
    FormField* fieldNamed(const QString& member) const;
    void focusFirst();

Q_SIGNALS:
    void submitted();

private:
    struct Entry {
        PlannedField plan;
        FormField* field;
    };
    QWidget* makeEditor(const PlannedField& plan);
    QWidget* makeChoices(const PlannedField& plan);
    void show(const Entry& entry, const QJsonValue& value);
    /// Nothing when it can't be read.
    std::optional<QJsonValue> typed(const Entry& entry) const;
    QString fault(const Entry& entry) const;

    QString m_section;
    QJsonObject m_opened;
    const CentreDefinition& m_centre;
    ErrorSummary* m_summary;
    QList<Entry> m_entries;
};

} // namespace onedoor
