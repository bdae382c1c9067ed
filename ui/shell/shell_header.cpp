// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_header.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <algorithm>

namespace onedoor {

namespace {

constexpr int logoSize = 28;
constexpr int narrowestName = 120;

} // namespace

ShellHeader::ShellHeader(const QString& centreName, const QString& operatorName, QWidget* parent)
    : QWidget(parent), m_centre(new QLabel), m_place(new Badge(Icons::MapPin, {}, Tone::Accent)),
      m_operator(new Button(Icons::Person, operatorName, Variant::Quiet)), m_look(new Button(Icons::Contrast, tr("Look"), Variant::Quiet)),
      m_tools(new QWidget)
{
    auto* logo = new QLabel;
    logo->setPixmap(appIcon().pixmap(logoSize, logoSize));
    m_centre->setTextFormat(Qt::PlainText);
    setType(m_centre, Type::Lead, true);
    m_place->hide();
    m_operator->setAccessibleName(tr("Operator: %1").arg(operatorName));
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(space::tight);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::large, space::small, space::large, space::small);
    row->setSpacing(space::medium);
    row->addWidget(logo);
    row->addWidget(m_centre);
    row->addStretch(1);
    row->addWidget(m_place);
    row->addWidget(m_operator);
    row->addWidget(m_look);
    row->addWidget(m_tools);
    setCentre(centreName);
}

void ShellHeader::setCentre(const QString& name)
{
    m_centreName = name;
    shortenCentre();
}

/// Who works here is in sight at every size of type; the centre's name gives way.
void ShellHeader::shortenCentre()
{
    int room = width() - layout()->contentsMargins().left() - layout()->contentsMargins().right();
    for (int at = 0; at < layout()->count(); ++at) {
        const QWidget* const other = layout()->itemAt(at)->widget();
        if (other != nullptr && other != m_centre && !other->isHidden())
            room -= other->sizeHint().width() + layout()->spacing();
    }
    const QString shown = m_centre->fontMetrics().elidedText(m_centreName, Qt::ElideRight, std::max(room, scaled(narrowestName)));
    m_centre->setText(shown);
    m_centre->setToolTip(shown == m_centreName ? QString() : m_centreName);
    m_centre->setAccessibleName(m_centreName);
}

void ShellHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    shortenCentre();
}

void ShellHeader::setPlace(const QString& place)
{
    m_place->setValue({Icons::MapPin, place, Tone::Accent});
    m_place->setVisible(!place.isEmpty());
    shortenCentre();
}

void ShellHeader::setOperatorMenu(QMenu* menu)
{
    menu->setParent(this, menu->windowFlags());
    m_operator->setMenu(menu);
}

void ShellHeader::setLookMenu(QMenu* menu)
{
    menu->setParent(this, menu->windowFlags());
    m_look->setMenu(menu);
}

void ShellHeader::addAction(QAction* action)
{
    m_tools->layout()->addWidget(new ActionButton(action, Variant::Quiet));
    shortenCentre();
}

void ShellHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace onedoor

#include "moc_shell_header.cpp"
