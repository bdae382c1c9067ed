// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/help/page_help.h"

#include "ui/widgets/key_map.h"
#include "ui/widgets/sheet.h"

#include <QAction>

namespace onedoor {

namespace {

constexpr int helpWidth = 560; ///< some thirty Chinese characters a line

} // namespace

PageHelp::PageHelp(QWidget* window, QWidget* host, std::function<QString()> page)
    : QObject(window), m_window(window), m_host(host), m_page(std::move(page)), m_action(new QAction(tr("Help"), this))
{
    m_action->setShortcut(QKeySequence(Qt::Key_F1));
    window->addAction(m_action);
    connect(m_action, &QAction::triggered, this, &PageHelp::toggle);
}

void PageHelp::toggle()
{
    if (isOpen())
        return m_sheet->closeSheet();
    open(HelpPanel::Part::Page);
}

void PageHelp::open(HelpPanel::Part part)
{
    if (!m_host)
        return;
    if (!m_sheet) {
        m_sheet = new Sheet(m_host, tr("Help"));
        m_sheet->setPanelWidth(helpWidth);
    }
    fill();
    m_panel->show(part);
    m_sheet->openSheet();
}

void PageHelp::fill()
{
    m_panel = new HelpPanel(m_page(), KeyMap::makeList(m_window));
    m_sheet->setContent(m_panel);
}

bool PageHelp::isOpen() const
{
    return m_sheet && m_sheet->isOpen();
}

HelpPanel* PageHelp::panel() const
{
    return isOpen() ? m_panel.data() : nullptr;
}

void PageHelp::follow()
{
    if (!isOpen())
        return;
    const HelpPanel::Part part = m_panel->part();
    fill();
    m_panel->show(part);
}

} // namespace onedoor

#include "moc_page_help.cpp"
