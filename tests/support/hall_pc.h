// SPDX-License-Identifier: GPL-3.0-or-later
// PCs of one hall in one process, over loopback TLS: the first founds the centre and serves, others join with its code. All people are
// invented.
#pragma once

#include "core/domain/centre/centre_loader.h"
#include "core/services/api/administration.h"
#include "core/services/api/counter.h"
#include "core/services/api/nodes.h"
#include "core/services/founding.h"
#include "core/services/network/centre_network.h"
#include "core/services/network/joining.h"
#include "tests/support/free_port.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

namespace onedoor::hall {

using namespace Qt::StringLiterals;

inline const QString software = u"OneDoor test"_s;
inline const QString password = u"demo-password"_s;

inline CentreDefinition definition()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("dongxihu.json can't be read");
    auto loaded = loadCentre(file.readAll(), u"dongxihu.json"_s);
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().front().where()));
    return std::move(*loaded);
}

template <typename T>
Result<T> outcome(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

template <typename T>
T wait(QFuture<Result<T>> future)
{
    Result<T> result = outcome(std::move(future));
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().code), qPrintable(result.error().field));
    return std::move(*result);
}

/// One PC: its folder, its gateway, its network.
struct Pc {
    QTemporaryDir folder;
    ManualClock clock{Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s)};
    SystemRandom random;
    std::unique_ptr<MasterKey> key;
    std::unique_ptr<LocalGateway> gateway;
    std::unique_ptr<CentreNetwork> network;

    StorePaths paths() const { return {folder.path() + u"/store"_s}; }

    void found()
    {
        const FoundingPlan plan{.paths = paths(), .centre = definition(),
                                .administrator = {u"admin"_s, u"陈主任"_s, {u"administrator"_s}, SecretKind::Password, password},
                                .rehearsal = true, .cost = SecretCost::minimum(), .nodeName = u"前台一"_s, .software = software,
                                .clock = clock, .random = random};
        auto made = foundNewStore(plan);
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        key = std::make_unique<MasterKey>(std::move(made->master));
        gateway = std::move(made->gateway);
        for (const auto& [login, role] : {std::pair{u"wang.fang"_s, u"receptionist"_s}, std::pair{u"li.jun"_s, u"roomStaff"_s}})
            wait(gateway->send(session("admin"), AccountCreate{login, login, {role}, SecretKind::Pin, u"730512"_s}));
        connect();
    }

    void open()
    {
        GatewaySetup setup{paths(), MasterKey(key->key().copy()), sqlite::preferredCipher(), u"窗口二"_s, software, clock, random, true};
        auto opened = LocalGateway::open(std::move(setup));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().code));
        gateway = std::move(*opened);
    }

    void connect()
    {
        auto started = CentreNetwork::start(*gateway, software);
        if (!started)
            qFatal("%s", qPrintable(started.error().code));
        network = std::move(*started);
    }

    void close()
    {
        network.reset();
        gateway.reset();
    }

    Session session(const char* login, const QString& place = {})
    {
        Session found = wait(gateway->sessionOf(QString::fromLatin1(login)));
        found.place = place;
        return found;
    }

    VisitReply visit(const QString& name)
    {
        VisitRegister command;
        command.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None};
        command.service = u"legalAdvice"_s;
        command.summary = u"咨询"_s;
        return wait(gateway->send(session("wang.fang", u"window1"_s), command));
    }

    bool follows() const { return network->status().link.phase == sync::LinkState::Phase::Following; }
    /// The ticket as this PC's views show it.
    std::optional<TicketRow> ticket(TicketId id)
    {
        const auto shown = outcome(gateway->ask(session("admin"), TicketShow{id.toString()}));
        return shown ? std::optional(shown->ticket) : std::nullopt;
    }
    bool sees(TicketId id, TicketStatus status)
    {
        const std::optional<TicketRow> row = ticket(id);
        return row && row->status == status;
    }
};

inline NetworkSettings serving()
{
    NetworkSettings settings;
    settings.serves = true;
    settings.port = freePort();
    settings.advertisedHost = u"127.0.0.1"_s;
    return settings;
}

inline Result<void> join(Pc& desk, const PairingCode& code, const QString& secret = password)
{
    ONEDOOR_ASSIGN(auto joining, Joining::pair({code, desk.paths(), u"窗口二"_s, software, desk.clock, desk.random}));
    ONEDOOR_ASSIGN(const KeySlots slots, joining->fetchKeySlots({}));
    ONEDOOR_ASSIGN(MasterKey key, slots.openWithPassword(u"admin"_s, secret));
    ONEDOOR_TRY(joining->fetchStore({}));
    ONEDOOR_TRY(joining->finish(key, {}));
    desk.key = std::make_unique<MasterKey>(std::move(key));
    return {};
}

} // namespace onedoor::hall
