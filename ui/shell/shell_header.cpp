// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell_header.h"

#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace onedoor {

namespace {

constexpr int logoSize = 28;

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
    setCentre(centreName);
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
}

void ShellHeader::setCentre(const QString& name)
{
    m_centre->setText(name);
}

void ShellHeader::setPlace(const QString& place)
{
    m_place->setValue({Icons::MapPin, place, Tone::Accent});
    m_place->setVisible(!place.isEmpty());
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
}

void ShellHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens().line);
}

} // namespace onedoor
