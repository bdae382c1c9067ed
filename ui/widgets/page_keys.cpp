// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_keys.h"

#include "ui/widgets/sheet.h"

#include <QAction>
#include <QEvent>

namespace onedoor {

namespace {

/// Qt asks only whether the page is visible; below a sheet it still is.
class CoveredPage final : public QObject {
public:
    CoveredPage(QAction* action, const QWidget* page) : QObject(action), m_page(page) {}

protected:
    bool eventFilter(QObject*, QEvent* event) override { return event->type() == QEvent::Shortcut && Sheet::over(m_page); }

private:
    const QWidget* m_page;
};

} // namespace

void bindPageKeys(QAction* action, QWidget* page)
{
    action->setShortcutContext(Qt::WindowShortcut);
    action->installEventFilter(new CoveredPage(action, page));
    page->addAction(action);
}

} // namespace onedoor
