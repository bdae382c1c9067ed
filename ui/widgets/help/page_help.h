// SPDX-License-Identifier: GPL-3.0-or-later
// F1: a sheet with the help on the page in front, the keys that work there, and the first steps. Child of the window; UI thread.
#pragma once

#include "ui/widgets/help/help_panel.h"

#include <QObject>
#include <QPointer>
#include <functional>

class QAction;

namespace onedoor {

class Sheet;

class PageHelp final : public QObject {
    Q_OBJECT
public:
    /// host: the widget that the sheet covers, usually the window's central widget. page: key of the page in front. Binds F1 on the window.
    PageHelp(QWidget* window, QWidget* host, std::function<QString()> page);
    QAction* action() const { return m_action; }
    void toggle();
    void open(HelpPanel::Part part);
    bool isOpen() const;
    /// What an open sheet shows; nullptr while it is closed.
    HelpPanel* panel() const;
    /// Another page came to the front.
    void follow();

private:
    void fill();

    QWidget* m_window;
    QPointer<QWidget> m_host;
    std::function<QString()> m_page;
    QAction* m_action;
    QPointer<Sheet> m_sheet;
    QPointer<HelpPanel> m_panel;
};

} // namespace onedoor
