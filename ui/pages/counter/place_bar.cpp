// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/place_bar.h"

#include "ui/models/local_name.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QAction>
#include <QHBoxLayout>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int narrowestPlaces = 220;

QList<const Place*> inOrder(const CentreDefinition& centre)
{
    QList<const Place*> places;
    for (const Place& place : centre.places)
        places.append(&place);
    std::sort(places.begin(), places.end(), [](const Place* one, const Place* other) { return one->order < other->order; });
    return places;
}

} // namespace

PlaceBar::PlaceBar(const CentreDefinition& centre, QAction* morePlaces, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_offer(new QMenu(this)), m_more(new ActionButton(morePlaces, Variant::Quiet)), m_seatRow(new QWidget), m_places(new QComboBox), m_staff(new Badge(Icons::Minus, tr("Nobody sits here"), Tone::Muted)),
      m_served(new QLabel), m_leave(new Button(Icons::SignOut, tr("Leave the place"), Variant::Quiet))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    m_places->setAccessibleName(tr("Window or room"));
    m_places->setPlaceholderText(tr("Choose your window or room"));
    m_places->setMinimumWidth(scaled(narrowestPlaces)); // as wide as its longest name where there is room
    constexpr int mostVisible = 24;
    m_places->setMaxVisibleItems(mostVisible);
    offerAnew();
    setTone(m_served, Tone::Muted);
    row->addWidget(m_places);
    row->addWidget(m_staff);
    row->addWidget(m_leave);
    row->addWidget(m_more);
    row->addWidget(m_seatRow);
    row->addStretch(1);
    row->addWidget(m_served);
    auto* seats = new QHBoxLayout(m_seatRow);
    seats->setContentsMargins(0, 0, 0, 0);
    seats->setSpacing(space::small);
    m_offer->setAccessibleName(tr("Look after more places"));
    m_leave->hide();
    m_more->hide();
    m_staff->hide();
    connect(m_places, &QComboBox::activated, this, [this](int index) { Q_EMIT placeChosen(m_places->itemData(index).toString()); });
    connect(m_leave, &QPushButton::clicked, this, [this] { Q_EMIT leaveWanted(m_shown.place); });
    connect(m_offer, &QMenu::triggered, this, [this](QAction* chosen) {
        const QString key = chosen->data().toString();
        if (chosen->isChecked())
            Q_EMIT moreWanted(key);
        else
            Q_EMIT leaveWanted(key);
    });
}

void PlaceBar::offerPlaces()
{
    m_offer->clear();
    for (const Place* place : inOrder(m_centre)) {
        if (place->key == m_shown.place)
            continue;
        QAction* offer = m_offer->addAction(localName(*place));
        offer->setData(place->key);
        offer->setCheckable(true);
        offer->setChecked(std::any_of(m_shown.also.begin(), m_shown.also.end(), [&](const PlaceSeat& seat) { return seat.place == place->key; }));
        offer->setEnabled(offer->isChecked() || m_shown.also.size() + 1 < std::size_t(placesAtMost));
    }
    m_offer->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    if (const QList<QAction*> offers = m_offer->actions(); !offers.isEmpty())
        m_offer->setActiveAction(offers.constFirst());
}

QString PlaceBar::seatText(const PlaceSeat& seat) const
{
    const Place* place = m_centre.findPlace(seat.place);
    const QString name = place ? localShortLabel(*place) : seat.place;
    if (!seat.staffedByMe)
        return tr("%1: taken over").arg(name);
    return seat.current ? tr("%1: %2").arg(name, seat.current->number) : tr("%1: free").arg(name);
}

/// The buttons stay as long as there are as many, so that none loses the focus because a visitor came.
void PlaceBar::showSeats(const PlaceBoard& board)
{
    while (m_seats.size() > qsizetype(board.also.size()))
        delete m_seats.takeLast();
    while (m_seats.size() < qsizetype(board.also.size())) {
        auto* button = new Button(Icons::Window, QString());
        const qsizetype at = m_seats.size();
        connect(button, &QPushButton::clicked, this, [this, at] {
            if (at < qsizetype(m_shown.also.size()))
                Q_EMIT seatChosen(m_shown.also[std::size_t(at)].place);
        });
        m_seats.append(button);
        m_seatRow->layout()->addWidget(button);
    }
    for (qsizetype at = 0; at < m_seats.size(); ++at) {
        m_seats[at]->setText(seatText(board.also[std::size_t(at)]));
        m_seats[at]->setAccessibleName(tr("Go to %1").arg(m_seats[at]->text()));
    }
    m_seatRow->setVisible(!m_seats.isEmpty());
}

void PlaceBar::offerAnew()
{
    const QString chosen = m_places->currentData().toString();
    const QList<const Place*> places = inOrder(m_centre);
    m_places->clear();
    for (const Place* place : places)
        m_places->addItem(localName(*place), place->key);
    m_places->setCurrentIndex(m_places->findData(chosen)); // none for an empty key
}

void PlaceBar::showPlace(const PlaceBoard& board)
{
    m_shown = board;
    showSeats(board);
    m_more->setVisible(board.staffedByMe);
    m_places->setCurrentIndex(m_places->findData(board.place));
    m_staff->show();
    if (board.staffedByMe)
        m_staff->setValue({Icons::Check, tr("You sit here"), Tone::Success});
    else if (board.staffedBy.isEmpty())
        m_staff->setValue({Icons::Minus, tr("Nobody sits here"), Tone::Muted});
    else
        m_staff->setValue({Icons::Person, tr("%1 sits here").arg(board.staffedBy), Tone::Warning});
    m_leave->setVisible(board.staffedByMe);
    m_served->setText(tr("%n served today", nullptr, int(board.servedToday)));
}

} // namespace onedoor

#include "moc_place_bar.cpp"
