// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/postgres_hub.h"

#include "app/ctl/console.h"
#include "app/ctl/store_options.h"
#include "app/ctl/unlocked_store.h"
#include "app/hub/stop_signal.h"
#include "core/hub/hub_server.h"
#include "core/hub/migrations/schema.h"
#include "core/services/network/local_address.h"
#include "core/services/network/network_settings.h"
#include "core/services/network/pairing.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>
#include <QSysInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;
using hub::HubIdentity;
using hub::HubServer;
using postgres::Connection;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoor-hub", source);
}

enum class Act { Serve, Migrate, Admit, List };

struct Wanted {
    QString uri;
    QString keyFile;
    QString name;
    QString address;
    std::uint16_t port = defaultPort;
    int workers = 0;
    Act act = Act::Serve;
};

/// systemd names the folder for what a service keeps; by hand it is the user's own.
QString usualKeyFile()
{
    const QString kept = qEnvironmentVariable("STATE_DIRECTORY").section(u':', 0, 0);
    const QString folder = kept.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : kept;
    QDir().mkpath(folder);
    return folder + u"/hub.key"_s;
}

Result<std::unique_ptr<Connection>> openReady(const QString& uri)
{
    ONEDOOR_ASSIGN(std::unique_ptr<Connection> connection, Connection::open(uri));
    ONEDOOR_TRY(hub::bringSchemaUpToDate(*connection));
    return connection;
}

Result<void> showCode(const Wanted& wanted, Surroundings& surroundings)
{
    ONEDOOR_ASSIGN(const HubIdentity identity, HubIdentity::fromFile(wanted.keyFile, surroundings.random));
    ONEDOOR_ASSIGN(const std::unique_ptr<Connection> connection, openReady(wanted.uri));
    ONEDOOR_TRY(checkKey(*connection, identity));
    PairingCode code{wanted.address.isEmpty() ? localAddress() : wanted.address, wanted.port, NodeFingerprint::of(identity.key()), {}};
    ONEDOOR_ASSIGN(code.secret, hub::invite(*connection, surroundings.clock, surroundings.random));
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "A centre is let in with this code, once and within a day. Its hall host says it:")));
    (void)console::print(code.toText() + u'\n');
    return {};
}

Result<void> list(const Wanted& wanted)
{
    ONEDOOR_ASSIGN(const std::unique_ptr<Connection> connection, openReady(wanted.uri));
    ONEDOOR_ASSIGN(const std::vector<hub::CentreRow> centres, hub::centres(*connection));
    for (const hub::CentreRow& row : centres)
        (void)console::print(row.centre.toString() + u' ' + row.name + u'\n');
    return {};
}

Result<void> serve(const Wanted& wanted, Surroundings& surroundings)
{
    ONEDOOR_ASSIGN(HubIdentity identity, HubIdentity::fromFile(wanted.keyFile, surroundings.random));
    const QString fingerprint = NodeFingerprint::of(identity.key()).toText();
    ServerSettings settings;
    settings.address = QString(); // every one of this computer
    settings.port = wanted.port;
    settings.limits.connections = 8192;
    settings.limits.connectionsPerAddress = 4096; // a balancer is one address, and so is a centre behind its router; a desk has three
    ONEDOOR_ASSIGN(const std::unique_ptr<HubServer> server,
                   HubServer::start({.uri = wanted.uri, .identity = std::move(identity), .name = wanted.name,
                                     .software = u"onedoor-hub "_s + QCoreApplication::applicationVersion(), .clock = surroundings.clock,
                                     .server = std::move(settings), .workers = wanted.workers}));
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "Centres are served on port %1. Fingerprint of the hub: %2")).arg(server->port()).arg(fingerprint));
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "Press Enter for a code with which a centre is let in, Ctrl+C to stop.")));
    while (!waitForStop(std::chrono::milliseconds(200))) {
        if (!enterWasPressed())
            continue;
        if (const Result<void> shown = showCode(wanted, surroundings); !shown)
            console::refuse(shown.error(), ExitCode::Refused);
    }
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "Stopping.")));
    return {};
}

Result<void> carryOut(const Wanted& wanted)
{
    Surroundings surroundings;
    switch (wanted.act) {
    case Act::Serve:
        return serve(wanted, surroundings);
    case Act::Admit:
        return showCode(wanted, surroundings);
    case Act::List:
        return list(wanted);
    case Act::Migrate: {
        ONEDOOR_TRY(openReady(wanted.uri));
        console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "The hub's tables are there and up to date.")));
        return {};
    }
    }
    return {};
}

void addOptions(options::options_description& all)
{
    const auto add = [&](const char* name, const char* source) { all.add_options()(name, text(source).toStdString().c_str()); };
    const auto addText = [&](const char* name, const char* source) { all.add_options()(name, options::value<std::string>(), text(source).toStdString().c_str()); };
    addText("postgres", QT_TRANSLATE_NOOP("onedoor-hub", "connection to the database, as libpq takes it; passwords belong into a password file"));
    addText("key", QT_TRANSLATE_NOOP("onedoor-hub", "file with the hub's own key, the same for all its processes; made if it is missing"));
    addText("name", QT_TRANSLATE_NOOP("onedoor-hub", "what the hub calls itself to its centres"));
    addText("address", QT_TRANSLATE_NOOP("onedoor-hub", "address that codes name: the balancer's, where there is one"));
    all.add_options()("port", options::value<std::uint16_t>()->default_value(defaultPort), text(QT_TRANSLATE_NOOP("onedoor-hub", "port to serve on; codes name it too")).toStdString().c_str());
    all.add_options()("workers", options::value<int>()->default_value(8), text(QT_TRANSLATE_NOOP("onedoor-hub", "connections to the database")).toStdString().c_str());
    add("migrate", QT_TRANSLATE_NOOP("onedoor-hub", "makes the tables or brings them up to date, and ends"));
    add("admit", QT_TRANSLATE_NOOP("onedoor-hub", "prints a code with which a centre is let in, and ends"));
    add("centres", QT_TRANSLATE_NOOP("onedoor-hub", "lists the centres, and ends"));
}

std::optional<Wanted> readWanted(const Arguments& arguments)
{
    options::options_description all;
    addOptions(all);
    options::variables_map values;
    if (!readOptions(arguments, "--postgres", all, values))
        return std::nullopt;
    Wanted wanted{.uri = textOf(values, "postgres"), .keyFile = textOf(values, "key"), .name = textOf(values, "name"), .address = textOf(values, "address"),
                  .port = values["port"].as<std::uint16_t>(), .workers = std::clamp(values["workers"].as<int>(), 1, 128)};
    if (wanted.keyFile.isEmpty())
        wanted.keyFile = usualKeyFile();
    if (wanted.name.isEmpty())
        wanted.name = QSysInfo::machineHostName();
    wanted.act = values.count("migrate") != 0 ? Act::Migrate : values.count("admit") != 0 ? Act::Admit : values.count("centres") != 0 ? Act::List : Act::Serve;
    return wanted;
}

} // namespace

bool wantsPostgresHub(const Arguments& arguments)
{
    return std::any_of(arguments.begin(), arguments.end(), [](const std::string& each) { return each.starts_with("--postgres"); });
}

ExitCode runPostgresHub(const Arguments& arguments)
{
    const std::optional<Wanted> wanted = readWanted(arguments);
    if (!wanted)
        return ExitCode::Done;
    const Result<void> done = carryOut(*wanted);
    return done ? ExitCode::Done : console::refuse(done.error(), ExitCode::NoStore);
}

} // namespace onedoor
