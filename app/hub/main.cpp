// SPDX-License-Identifier: GPL-3.0-or-later
// onedoor-hub: the hall host without a window. Opens a store, serves the PCs of the hall and shows the code with which a new one joins; passes
// everything on to a hub, if it was given one. With --postgres it is such a hub (postgres_hub.h).
// Runs until it is told to stop. Texts follow the system's language.
#include "app/ctl/console.h"
#include "app/ctl/unlocked_store.h"
#ifdef ONEDOOR_POSTGRES_HUB
#include "app/hub/postgres_hub.h"
#endif
#include "app/hub/stop_signal.h"
#include "app/hub/upward.h"
#include "core/services/network/centre_network.h"

#include <QCoreApplication>
#include <QTranslator>
#include <boost/program_options/errors.hpp>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

namespace options = boost::program_options;

QString text(const char* source)
{
    return QCoreApplication::translate("onedoor-hub", source);
}

struct Wanted {
    StoreOptions store;
    std::optional<std::uint16_t> port;
    QString address;
    QString hubCode;
};

void showPairing(CentreNetwork& network, const Session& administrator)
{
    const Result<PairingCode> code = network.openPairing(administrator);
    if (!code) {
        console::refuse(code.error(), ExitCode::Refused);
        return;
    }
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "A new computer joins with this code, once and within 15 minutes:")));
    (void)console::print(code->toText() + u'\n');
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "Press Enter for another code, Ctrl+C to stop.")));
}

Result<void> applyWanted(CentreNetwork& network, const Wanted& wanted)
{
    NetworkSettings settings = network.settings();
    settings.serves = true;
    if (wanted.port)
        settings.port = *wanted.port;
    if (!wanted.address.isEmpty())
        settings.advertisedHost = wanted.address;
    ONEDOOR_TRY(network.apply(settings));
    if (const std::optional<Error> error = network.status().serveError)
        return Unexpected(*error);
    return {};
}

Result<void> joinHub(CentreNetwork& network, const Session& administrator, const QString& text)
{
    if (text.isEmpty())
        return {};
    ONEDOOR_ASSIGN(const PairingCode code, PairingCode::parse(text));
    ONEDOOR_TRY(network.joinHub(code, administrator));
    return {};
}

Result<void> serve(const Wanted& wanted)
{
    ONEDOOR_ASSIGN(const UnlockedStore store, unlockStore(wanted.store));
    Surroundings surroundings;
    GatewaySetup setup = gatewaySetup(store.paths, store.key, store.keySlots.cipher(), surroundings);
    setup.software = u"onedoor-hub "_s + QCoreApplication::applicationVersion();
    const QString software = setup.software;
    ONEDOOR_ASSIGN(const std::unique_ptr<LocalGateway> gateway, LocalGateway::open(std::move(setup)));
    ONEDOOR_ASSIGN(const Session administrator, signIn(*gateway, store));
    ONEDOOR_ASSIGN(const std::unique_ptr<CentreNetwork> network, CentreNetwork::start(*gateway, software));
    ONEDOOR_TRY(applyWanted(*network, wanted));
    ONEDOOR_TRY(joinHub(*network, administrator, wanted.hubCode));
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "%1 is served on port %2.")).arg(gateway->centre().name).arg(network->status().port));
    showPairing(*network, administrator);
    Upward upward(*network, gateway->centre());
    while (!waitForStop(std::chrono::milliseconds(200))) {
        upward.look();
        if (enterWasPressed())
            showPairing(*network, administrator);
    }
    console::say(text(QT_TRANSLATE_NOOP("onedoor-hub", "Stopping.")));
    return {};
}

std::optional<Wanted> readWanted(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    addTakeOverOption(all);
    all.add_options()("port", options::value<std::uint16_t>(), text(QT_TRANSLATE_NOOP("onedoor-hub", "port to serve on; without it 7443, or the last one")).toStdString().c_str());
    all.add_options()("address", options::value<std::string>(),
                      text(QT_TRANSLATE_NOOP("onedoor-hub", "address that the joining code names; without it this computer's own")).toStdString().c_str());
    all.add_options()("hub", options::value<std::string>(),
                      text(QT_TRANSLATE_NOOP("onedoor-hub", "code of the hub of the district or city, in quotes, which gets all that is recorded from now on")).toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "", all, values))
        return std::nullopt;
    Wanted wanted{storeOptionsFrom(values), std::nullopt, textOf(values, "address"), textOf(values, "hub")};
    if (values.count("port") > 0)
        wanted.port = values["port"].as<std::uint16_t>();
    return wanted;
}

} // namespace

int main(int argc, char** argv)
{
    listenForStop();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"onedoor-hub"_s);
    QTranslator translator;
    console::speakTheSystemsLanguage(translator);
    try {
        const Arguments arguments(argv + std::min(argc, 1), argv + argc);
#ifdef ONEDOOR_POSTGRES_HUB
        if (wantsPostgresHub(arguments))
            return int(runPostgresHub(arguments));
#endif
        const std::optional<Wanted> wanted = readWanted(arguments);
        if (!wanted)
            return int(ExitCode::Done);
        if (const Result<void> served = serve(*wanted); !served)
            return int(console::refuse(served.error(), ExitCode::NoStore));
        return int(ExitCode::Done);
    } catch (const options::error& wrong) {
        console::say(QString::fromUtf8(wrong.what()));
        return int(ExitCode::Usage);
    }
}
