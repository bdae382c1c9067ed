// SPDX-License-Identifier: GPL-3.0-or-later
// Head of the console: which window or room, who sits there, how many were served today, and the other places that are looked after from
// here. Choosing a place means to sit down there; the page decides what comes of it. Child of the page; UI thread.
#pragma once

#include "core/services/api/counter.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QWidget>

namespace onedoor {

class Badge;
class Button;

class PlaceBar final : public QWidget {
    Q_OBJECT
public:
    PlaceBar(const CentreDefinition& centre, QAction* morePlaces, QWidget* parent = nullptr);
    /// The centre's places changed: offers the new ones, keeps what is chosen.
    void offerAnew();

    void showPlace(const PlaceBoard& board);
    QComboBox* places() const { return m_places; }
    /// Opens the list of places that can be looked after besides.
    void offerPlaces();

Q_SIGNALS:
    void placeChosen(const QString& key);
    void leaveWanted(const QString& key);
    /// Look after this one too.
    void moreWanted(const QString& key);
    /// One of the others is to come to the front.
    void seatChosen(const QString& key);

private:
    void showSeats(const PlaceBoard& board);
    QString seatText(const PlaceSeat& seat) const;

    const CentreDefinition& m_centre;
    PlaceBoard m_shown;
    QMenu* m_offer;
    QWidget* m_more;
    QWidget* m_seatRow;
    QList<Button*> m_seats;
    QComboBox* m_places;
    Badge* m_staff;
    QLabel* m_served;
    Button* m_leave;
};

} // namespace onedoor
