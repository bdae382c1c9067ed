// SPDX-License-Identifier: GPL-3.0-or-later
// One console in a window of its own, over the real gateway, under real keys.
#pragma once

#include "tests/support/demo_centre.h"
#include "ui/pages/counter/counter_page.h"
#include "ui/widgets/card.h"
#include "ui/widgets/sheet.h"

#include <QApplication>
#include <QTest>
#include <memory>

namespace onedoor {

inline constexpr int patience = 10'000;

/// One console in a window of its own.
struct Console {
    Console(DemoCentre& demo, const char* login, const QString& place)
        : session(demo.session(login, place)), page(std::make_unique<CounterPage>(demo.gateway(), session, demo.clock()))
    {
        page->resize(1180, 700);
        page->show();
        activate();
    }

    void activate()
    {
        page->activateWindow();
        QVERIFY2(QTest::qWaitForWindowActive(page.get()), "the window does not become active");
        page->setFocus();
    }
    const PlaceBoard& board() { return page->board().board(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget* target = page->isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : page.get();
        QTest::keyClick(target, Qt::Key(key), modifiers);
    }
    Sheet* sheet() const
    {
        for (Sheet* sheet : page->findChildren<Sheet*>()) {
            if (sheet->isOpen())
                return sheet;
        }
        return nullptr;
    }
    /// The text of the visible message, empty when there is none.
    QString message() const
    {
        for (const Banner* banner : page->findChildren<Banner*>()) {
            if (banner->isVisible() && !banner->accessibleName().startsWith(QStringLiteral("Handed over")))
                return banner->accessibleName();
        }
        return {};
    }

    Session session;
    std::unique_ptr<CounterPage> page;
};

inline bool stands(Console& console, TicketStatus status)
{
    return QTest::qWaitFor([&] { return console.board().current && console.board().current->status == status; }, patience);
}

inline bool isReady(Console& console, CounterAct act)
{
    return QTest::qWaitFor([&] { return console.page->action(act)->isEnabled(); }, patience);
}

inline bool isFree(Console& console)
{
    return QTest::qWaitFor([&] { return !console.board().current && console.page->board().isLoaded(); }, patience);
}

} // namespace onedoor
