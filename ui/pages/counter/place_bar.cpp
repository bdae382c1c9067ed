// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/place_bar.h"

#include "ui/models/local_name.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <algorithm>

namespace onedoor {

PlaceBar::PlaceBar(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_places(new QComboBox), m_staff(new Badge(Icons::Minus, tr("Nobody sits here"), Tone::Muted)),
      m_served(new QLabel), m_leave(new Button(Icons::SignOut, tr("Leave the place"), Variant::Quiet))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::medium);
    m_places->setAccessibleName(tr("Window or room"));
    m_places->setPlaceholderText(tr("Choose your window or room"));
    m_places->setMinimumWidth(scaled(320));
    constexpr int mostVisible = 24;
    m_places->setMaxVisibleItems(mostVisible);
    offerAnew();
    setTone(m_served, Tone::Muted);
    row->addWidget(m_places);
    row->addWidget(m_staff);
    row->addWidget(m_leave);
    row->addStretch(1);
    row->addWidget(m_served);
    m_leave->hide();
    m_staff->hide();
    connect(m_places, &QComboBox::activated, this, [this](int index) { Q_EMIT placeChosen(m_places->itemData(index).toString()); });
    connect(m_leave, &QPushButton::clicked, this, &PlaceBar::leaveWanted);
}

void PlaceBar::offerAnew()
{
    const QString chosen = m_places->currentData().toString();
    QList<const Place*> places;
    for (const Place& place : m_centre.places)
        places.append(&place);
    std::sort(places.begin(), places.end(), [](const Place* one, const Place* other) { return one->order < other->order; });
    m_places->clear();
    for (const Place* place : std::as_const(places))
        m_places->addItem(localName(*place), place->key);
    m_places->setCurrentIndex(m_places->findData(chosen)); // none for an empty key
}

void PlaceBar::showPlace(const PlaceBoard& board)
{
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
