// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/program.h"

#include "app/desk/demo_conflicts.h"
#include "app/desk/demo_day.h"
#include "app/desk/tour.h"
#include "core/domain/centre/centre_loader.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <cstdio>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// The demo and the tour leave nothing behind on this PC, not even a language.
QString settingsFile(const Options& options, const QTemporaryDir& demoFolder)
{
    if (options.demo)
        return demoFolder.filePath(u"settings.ini"_s);
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"OneDoor"_s, u"onedoor"_s).fileName();
}

} // namespace

Program::Program(QApplication& application, const Options& options)
    : m_options(options),
      m_settings(settingsFile(options, m_demoFolder), QSettings::IniFormat),
      m_preferences(m_settings), m_theme(application), m_keychain(u"OneDoor"_s), m_door(doorSetup()),
      m_printer(PrintSettings::read(m_settings)),
      m_desk({m_theme, m_language, m_preferences, m_door, options.demo ? static_cast<const Clock&>(m_demoClock) : m_systemClock, m_random, m_printer, m_door.network()})
{
    m_language.set(options.language.isEmpty() ? m_preferences.language() : options.language);
    if (options.hall)
        m_desk.wantHallDisplay();
    if (!options.kioskName.isEmpty())
        m_preferences.setKioskLabel(options.kioskName);
    if (options.kiosk)
        m_desk.wantKiosk();
    constexpr double wholePercent = 100;
    m_theme.setTextScale(options.textSize == 0 ? m_preferences.textScale() : options.textSize / wholePercent);
    m_theme.setLook(options.theme.isEmpty() ? m_preferences.look() : lookFromWord(options.theme));
    connect(&m_instance, &SingleInstance::windowWanted, this, [this] {
        if (!m_desk.kiosk())
            m_desk.openWindow();
        m_desk.raiseWindow();
    });
    connect(&m_printer, &TicketPrinter::settingsChanged, this, [this](const PrintSettings& settings) { settings.save(m_settings); });
    connect(&m_desk, &Desk::storeOpened, &m_instance, &SingleInstance::answerFor);
}

Program::~Program() = default;

DoorSetup Program::doorSetup()
{
    if (!m_options.demo)
        return {m_systemClock, m_random, &m_keychain};
    // Invented people need no vault: opening costs as little as it can.
    return {m_demoClock, m_random, nullptr, SecretCost::minimum(), true};
}

bool Program::start()
{
    if (m_options.demo)
        return startDemo();
    QString folder = m_options.store.isEmpty() ? m_preferences.lastStore() : QDir(m_options.store).absolutePath();
    if (!folder.isEmpty() && SingleInstance::askOther(folder))
        return false;
    startStore(folder);
    return true;
}

void Program::startStore(const QString& folder)
{
    if (folder.isEmpty() || !m_door.holdsStore(folder)) {
        m_desk.startWelcome();
        return;
    }
    // A lock that another computer left is no obstacle yet: who signs in may take it over.
    if (const auto holder = m_door.otherUser(folder); holder && !holder->elsewhere) {
        sayInUse(folder, *holder);
        return;
    }
    m_instance.answerFor(folder);
    const QString kiosk = m_options.kiosk || m_preferences.kioskOpen() ? m_preferences.kioskLogin() : QString();
    if (kiosk.isEmpty())
        return m_desk.startSignIn(folder);
    whenReady(m_door.openKiosk(folder, kiosk), this, [this, folder](const Result<StoreEntry>& entry) {
        if (entry)
            m_desk.startWork(*entry, folder);
        else
            m_desk.startSignIn(folder); // somebody has to open it once
    });
}

void Program::sayInUse(const QString& folder, const StoreLockHolder& holder)
{
    const QString who = holder.program.isEmpty() ? tr("another program") : holder.program;
    m_desk.showFault(tr("The store is in use"),
                     tr("%1 (process %2 on %3) has had the store %4 open since %5. Two programs must not write to one store. Wait until it is "
                        "done, or end it, then try again.")
                         .arg(who)
                         .arg(holder.process)
                         .arg(holder.host, QDir::toNativeSeparators(folder),
                              momentText(holder.since, std::nullopt)),
                     [this, folder] { startStore(folder); });
}

bool Program::startDemo()
{
    const Result<StoreEntry> entry = makeDemo();
    if (!entry) {
        std::fprintf(stderr, "onedoor: the demo could not be made: %s (%s)\n", qPrintable(entry.error().code), qPrintable(entry.error().field));
        m_exitCode = 1;
        return false;
    }
    const QString folder = m_options.store.isEmpty() ? m_demoFolder.filePath(u"demo"_s) : m_options.store;
    m_desk.startWork(*entry, folder);
    if (!m_options.tour.isEmpty()) {
        m_tour = std::make_unique<Tour>(m_options.tour, m_desk, m_theme, m_language);
        m_tour->start();
    }
    return true;
}

Result<StoreEntry> Program::makeDemo()
{
    const QString folder = m_options.store.isEmpty() ? m_demoFolder.filePath(u"demo"_s) : m_options.store;
    if (m_door.holdsStore(folder))
        return fail(ErrorKind::Conflict, u"store.exists"_s, u"store"_s);
    QFile list(u":/demo/day.json"_s);
    QFile centreFile(u":/centres/dongxihu.json"_s);
    if (!list.open(QIODevice::ReadOnly) || !centreFile.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, u"demo.missing"_s);
    ONEDOOR_ASSIGN(DemoDay day, DemoDay::read(list.readAll()));
    const TemplateResult<CentreDefinition> centre = loadCentre(centreFile.readAll(), u"dongxihu.json"_s);
    if (!centre)
        return fail(ErrorKind::Invalid, centre.error().constFirst().code);
    m_demoClock.set(day.beginning(centre->offsetMinutes));
    const DemoOperator director = day.administrator();
    const FoundingRequest request{folder, *centre, director.login, director.displayName, {u"administrator"_s}, u"demonstration"_s};
    // The event loop is not running yet, so waiting blocks nobody.
    ONEDOOR_ASSIGN(const FoundedStore founded, m_door.found(request).result());
    auto& gateway = static_cast<LocalGateway&>(*founded.store.gateway);
    ONEDOOR_ASSIGN(const Session session, day.play(gateway, founded.store.session, m_demoClock));
    ONEDOOR_TRY(addDemoConflicts(gateway, founded.store.session, day.elsewhere(), m_random, m_demoClock.now()));
    return StoreEntry{founded.store.gateway, session};
}

} // namespace onedoor

#include "moc_program.cpp"
