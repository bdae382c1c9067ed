// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/route_edit.h"

#include "core/domain/ticket/route_events.h"
#include "ui/models/local_name.h"
#include "ui/widgets/button.h"
#include "ui/widgets/lookup_field.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>

namespace onedoor {

using namespace Qt::StringLiterals;

RouteEdit::RouteEdit(const CentreDefinition& centre, int columns, QWidget* parent)
    : QWidget(parent), m_centre(centre), m_services(serviceChoices(centre)), m_lookup(new LookupField), m_row(new QWidget), m_columns(columns)
{
    m_lookup->setModel(&m_services);
    m_lookup->setRoles(ChoiceModel::DetailRole, -1);
    m_lookup->setBrowsable();
    m_lookup->setPlaceholderText(tr("Add a stop: name, pinyin or keyword"));
    m_lookup->setEmptyText(tr("No service matches"));
    m_lookup->setAccessibleName(tr("Add a stop"));
    m_lookup->edit()->setAccessibleName(tr("Add a stop"));
    m_lookup->edit()->installEventFilter(this);
    setFocusProxy(m_lookup->edit());
    auto* line = new QBoxLayout(columns > 1 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::small);
    line->addWidget(m_lookup, 1, Qt::AlignTop);
    line->addWidget(m_row);
    connect(m_lookup, &LookupField::queryChanged, &m_services, &ChoiceModel::search);
    connect(m_lookup, &LookupField::browsed, this, [this] { m_services.search({}); });
    connect(m_lookup, &LookupField::chosen, this, [this](const QModelIndex& index) { add(index.data(ChoiceModel::KeyRole).toString()); });
    connect(m_lookup, &LookupField::submitted, this, [this](const QString& text) {
        if (text.trimmed().isEmpty())
            return Q_EMIT submitted();
        m_services.search(text);
        if (const Choice* best = m_services.best())
            add(QString(best->key));
    });
    showStops();
}

void RouteEdit::setStops(const QStringList& stops)
{
    if (stops == m_stops)
        return;
    m_stops = stops;
    showStops();
    Q_EMIT changed();
}

void RouteEdit::offerAnew()
{
    m_services.setChoices(serviceChoices(m_centre));
    showStops();
}

void RouteEdit::add(const QString& key)
{
    m_lookup->clear();
    if (m_stops.size() < stopsAtMost && (m_stops.isEmpty() || m_stops.last() != key))
        setStops(m_stops + QStringList{key});
}

void RouteEdit::removeAt(qsizetype at)
{
    QStringList stops = m_stops;
    stops.removeAt(at);
    m_lookup->edit()->setFocus(Qt::OtherFocusReason); // the button goes
    setStops(stops);
}

void RouteEdit::showStops()
{
    delete m_row->layout();
    for (QWidget* each : m_row->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        each->hide();
        each->deleteLater(); // one of them may be in the middle of its own press
    }
    auto* grid = new QGridLayout(m_row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::tight);
    for (int at = 0; at < m_columns; ++at)
        grid->setColumnStretch(at, 1);
    QWidget* before = m_lookup->edit();
    for (qsizetype at = 0; at < m_stops.size(); ++at) {
        const QString name = localName(m_centre.findService(m_stops[at]), m_stops[at]);
        auto* stop = new Button(Icons::Close, tr("%1. %2", "place in the way and name of a stop").arg(at + 1).arg(name), Variant::Secondary);
        stop->setAccessibleName(tr("Take stop %1, %2, out").arg(at + 1).arg(name));
        connect(stop, &QPushButton::clicked, this, [this, at] { removeAt(at); });
        grid->addWidget(stop, int(at) / m_columns, int(at) % m_columns);
        setTabOrder(before, stop);
        before = stop;
    }
    m_row->setVisible(!m_stops.isEmpty());
}

bool RouteEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Backspace && m_lookup->text().isEmpty()
        && !m_stops.isEmpty()) {
        removeAt(m_stops.size() - 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace onedoor

#include "moc_route_edit.cpp"
