// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/service_screen.h"

#include "core/domain/centre/centre_definition.h"
#include "ui/models/local_name.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int tileMillimetres = 70; ///< wanted width of a tile
constexpr int columnsAtMost = 4;

QString question(const QString& greeted)
{
    return greeted.isEmpty() ? ServiceScreen::tr("What have you come for?") : ServiceScreen::tr("Hello %1, what have you come for?").arg(greeted);
}

} // namespace

ServiceScreen::ServiceScreen(const KioskMeasure& measure, const KioskBoard& board, const CentreDefinition& centre, const QString& greeted, int page)
    : KioskScreen(measure, question(greeted)), m_board(board), m_centre(centre), m_greeted(greeted), m_page(page)
{
    addText(tr("Touch a service, or lay your identity card on the reader."), Tone::Muted);
    m_serviceCount = int(board.services.size());
    m_tiles = new QWidget;
    column()->addWidget(m_tiles, 1);
}

void ServiceScreen::resizeEvent(QResizeEvent* event)
{
    KioskScreen::resizeEvent(event);
    layOut();
}

KioskButton* ServiceScreen::makeTile(const KioskService& service)
{
    const Service* known = m_centre.findService(service.service);
    auto* tile = new KioskButton(measure(), localName(known, service.service));
    showCount(tile, service);
    connect(tile, &QPushButton::clicked, this, [this, key = service.service] { Q_EMIT chosen(key); });
    return tile;
}

void ServiceScreen::showCount(KioskButton* tile, const KioskService& service)
{
    if (service.isFull)
        tile->setDetail(tr("Today's tickets are given out"));
    else
        tile->setDetail(service.waiting == 0 ? tr("Nobody is waiting") : tr("%n waiting", nullptr, int(service.waiting)));
    tile->setEnabled(!service.isFull);
}

bool ServiceScreen::showNews(const QString& greeted, int page)
{
    if (greeted != m_greeted || page != m_page || std::size_t(m_serviceCount) != m_board.services.size())
        return false;
    for (const KioskService& service : m_board.services) {
        if (KioskButton* tile = m_tileOf.value(service.service))
            showCount(tile, service);
    }
    return true;
}

KioskButton* ServiceScreen::makeTurn(const QString& text, Icons picture, int page)
{
    auto* turn = new KioskButton(measure(), text, KioskButton::Kind::Quiet);
    turn->setPicture(picture);
    turn->setEnabled(page >= 0 && page < m_pages);
    connect(turn, &QPushButton::clicked, this, [this, page] { Q_EMIT pageTurned(page); });
    return turn;
}

/// As many rows as are high enough for the longest name; what is left over goes to the next page.
void ServiceScreen::layOut()
{
    const QSize room = m_tiles->size();
    if (room.isEmpty() || room == m_laidFor)
        return;
    m_laidFor = room;
    qDeleteAll(m_tiles->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    delete m_tiles->layout();
    const int gap = measure().gap();
    const int wanted = std::max(measure().millimetres(tileMillimetres), measure().body() * 9);
    const int columns = std::clamp((room.width() + gap) / (wanted + gap), 1, columnsAtMost);
    const int width = (room.width() - gap * (columns - 1)) / columns;
    QList<KioskButton*> tiles;
    int height = measure().target();
    for (const KioskService& service : m_board.services) {
        tiles.append(makeTile(service));
        m_tileOf.insert(service.service, tiles.back());
        height = std::max(height, tiles.back()->heightFor(width));
    }
    const int turnHeight = measure().target();
    int rows = std::max(1, (room.height() + gap) / (height + gap));
    if (tiles.size() > qsizetype(rows) * columns)
        rows = std::max(1, (room.height() - turnHeight) / (height + gap));
    const int onPage = rows * columns;
    m_pages = std::max(1, int((tiles.size() + onPage - 1) / onPage));
    m_page = std::clamp(m_page, 0, m_pages - 1);

    auto* grid = new QGridLayout(m_tiles);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gap);
    for (int at = 0; at < tiles.size(); ++at) {
        if (at / onPage != m_page) {
            delete tiles[at];
            continue;
        }
        const int here = at % onPage;
        tiles[at]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
        tiles[at]->setMinimumSize(measure().target(), height);
        grid->addWidget(tiles[at], here / columns, here % columns);
        if (here == 0)
            beginAt(tiles[at]);
    }
    for (int at = 0; at < columns; ++at)
        grid->setColumnStretch(at, 1);
    grid->setRowStretch(rows, 1);
    if (m_pages > 1) {
        auto* turns = new QHBoxLayout;
        turns->setSpacing(gap);
        auto* where = new KioskLabel(measure(), KioskLabel::Size::Body, tr("Page %1 of %2").arg(m_page + 1).arg(m_pages), Tone::Muted);
        turns->addWidget(makeTurn(tr("Previous services"), Icons::ChevronLeft, m_page - 1), 1);
        turns->addWidget(where);
        turns->addWidget(makeTurn(tr("More services"), Icons::ChevronRight, m_page + 1), 1);
        grid->addLayout(turns, rows + 1, 0, 1, columns);
    }
}

} // namespace onedoor

#include "moc_service_screen.cpp"
