// SPDX-License-Identifier: GPL-3.0-or-later
// The stops behind the first one: added by typing any part of a service's name, taken away by their own button or, from the empty field, with
// Backspace. Enter in the empty field means that the person is done. Owned by its parent; the centre must outlive it; UI thread.
#pragma once

#include "ui/models/choice_model.h"

#include <QStringList>
#include <QWidget>

namespace onedoor {

class LookupField;

class RouteEdit final : public QWidget {
    Q_OBJECT
public:
    /// `columns`: how many stops stand side by side, beside the field; one, below it, where room is short.
    explicit RouteEdit(const CentreDefinition& centre, int columns = 2, QWidget* parent = nullptr);

    /// Keys of services, in the order of the way.
    const QStringList& stops() const { return m_stops; }
    void setStops(const QStringList& stops);
    /// The centre's services changed.
    void offerAnew();

Q_SIGNALS:
    void changed();
    void submitted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(const QString& key);
    void removeAt(qsizetype at);
    void showStops();

    const CentreDefinition& m_centre;
    ChoiceModel m_services;
    LookupField* m_lookup;
    QWidget* m_row;
    QStringList m_stops;
    int m_columns;
};

} // namespace onedoor
