// SPDX-License-Identifier: GPL-3.0-or-later
// Head of the console: which window or room, who sits there, how many were served today. Choosing a place means to sit down there;
// the page decides what comes of it. Child of the page; UI thread.
#pragma once

#include "core/services/api/counter.h"

#include <QComboBox>
#include <QLabel>
#include <QWidget>

namespace onedoor {

class Badge;
class Button;

class PlaceBar final : public QWidget {
    Q_OBJECT
public:
    explicit PlaceBar(const CentreDefinition& centre, QWidget* parent = nullptr);
    /// The centre's places changed: offers the new ones, keeps what is chosen.
    void offerAnew();

    void showPlace(const PlaceBoard& board);
    QComboBox* places() const { return m_places; }

Q_SIGNALS:
    void placeChosen(const QString& key);
    void leaveWanted();

private:
    const CentreDefinition& m_centre;
    QComboBox* m_places;
    Badge* m_staff;
    QLabel* m_served;
    Button* m_leave;
};

} // namespace onedoor
