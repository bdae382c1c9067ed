// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help/help_panel.h"

#include "ui/widgets/help/help_text.h"
#include "ui/widgets/help/help_view.h"
#include "ui/widgets/segmented_control.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

HelpView* viewOf(const QString& key, Type type)
{
    auto* view = new HelpView;
    view->setHelp(helpText(key), type);
    return view;
}

QScrollArea* areaOf(QWidget* content)
{
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

} // namespace

HelpPanel::HelpPanel(const QString& page, QWidget* keys, QWidget* parent)
    : QWidget(parent), m_parts(new SegmentedControl(tr("Part of the help"))), m_stack(new QStackedWidget)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_parts, 0, Qt::AlignLeft);
    column->addWidget(m_stack, 1);
    if (hasHelp(page))
        addPart(tr("This page"), Part::Page, viewOf(page, Type::Body));
    addPart(tr("Keys"), Part::Keys, areaOf(keys));
    addPart(tr("First steps"), Part::FirstSteps, viewOf(QString::fromLatin1(firstStepsKey), Type::Title));
    connect(m_parts, &SegmentedControl::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
}

void HelpPanel::addPart(const QString& word, Part part, QWidget* widget)
{
    m_parts->addSegment(word, int(part));
    m_stack->addWidget(widget);
}

void HelpPanel::show(Part part)
{
    m_parts->setCurrentData(int(part));
    m_stack->setCurrentIndex(m_parts->currentIndex());
}

HelpPanel::Part HelpPanel::part() const
{
    return Part(m_parts->currentData().toInt());
}

} // namespace onedoor

#include "moc_help_panel.cpp"
