// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of onedoor: makes the clock, randomness, keyring, door, theme, language and desk, and ties them together.
// Lives on the stack of main(); UI thread.
#pragma once

#include "app/desk/demo_clock.h"
#include "app/desk/disk_store_door.h"
#include "app/desk/options.h"
#include "app/desk/single_instance.h"
#include "core/store/keys/qt_keychain.h"
#include "ui/shell/desk.h"
#include "ui/shell/language.h"
#include "ui/shell/preferences.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/theme/theme.h"

#include <QSettings>
#include <QTemporaryDir>

namespace onedoor {

class Tour;

class Program final : public QObject {
    Q_OBJECT
public:
    Program(QApplication& application, const Options& options);
    ~Program() override;
    /// False when another onedoor took over, or the start failed: end with exitCode().
    bool start();
    int exitCode() const { return m_exitCode; }

private:
    bool startDemo();
    Result<StoreEntry> makeDemo();
    void startStore(const QString& folder);
    void sayInUse(const QString& folder, const StoreLockHolder& holder);
    DoorSetup doorSetup();

    Options m_options;
    QTemporaryDir m_demoFolder;
    QSettings m_settings;
    Preferences m_preferences;
    Language m_language;
    Theme m_theme;
    SystemClock m_systemClock;
    DemoClock m_demoClock;
    SystemRandom m_random;
    QtKeychain m_keychain;
    DiskStoreDoor m_door;
    TicketPrinter m_printer;
    SingleInstance m_instance;
    Desk m_desk;
    std::unique_ptr<Tour> m_tour;
    int m_exitCode = 0;
};

} // namespace onedoor
