// SPDX-License-Identifier: GPL-3.0-or-later
// The program as its composition root puts it together, over a store in a folder, on the offscreen platform; and an event loop that runs
// until something has happened. Owner: the benchmark; UI thread. Clock and random outlive it.
#pragma once

#include "app/desk/disk_store_door.h"
#include "tests/support/memory_keyring.h"
#include "ui/shell/desk.h"
#include "ui/shell/language.h"
#include "ui/shell/preferences.h"
#include "ui/shell/work_frame.h" // complete: the desk keeps a pointer to it
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/theme.h"

#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>

namespace onedoor::bench {

struct ShownDesk {
    ShownDesk(Clock& clock, Random& random);
    ~ShownDesk();
    ShownDesk(const ShownDesk&) = delete;
    ShownDesk& operator=(const ShownDesk&) = delete;

    Clock& clock;
    Random& random;
    QTemporaryDir temporary;
    QSettings settings{temporary.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Preferences preferences{settings};
    Language language;
    Theme theme{*qApp, [] { return SystemLook{}; }};
    MemoryKeyring keyring;
    TicketPrinter printer{PrintSettings{}};
    DiskStoreDoor door{{clock, random, &keyring, SecretCost::minimum(), true}};
    StoreEntry store;
    std::unique_ptr<Desk> desk;

    /// Signs the administrator in, sat down at the place, and opens a window with the first page; `more` are further ones.
    void show(const QString& folder, const QString& place, const QStringList& more = {});
    void close();
};

/// Asked every 20 milliseconds; ends the program when it has not happened within five minutes.
void runUntil(const char* what, const std::function<bool()>& happened);
void runFor(std::chrono::milliseconds time);

} // namespace onedoor::bench
