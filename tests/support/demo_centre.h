// SPDX-License-Identifier: GPL-3.0-or-later
// A fresh rehearsal store of the shipped centre in a temporary folder, with accounts and a clock that stands still at Monday
// 2026-03-02 09:00 +08:00. Tests drive the real gateway through it. All people are invented.
#pragma once

#include "core/domain/centre/centre_loader.h"
#include "core/services/api/administration.h"
#include "core/services/api/counter.h"
#include "core/services/local_gateway.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace onedoor {

class DemoCentre {
public:
    DemoCentre() : DemoCentre(shipped()) {}
    explicit DemoCentre(const CentreDefinition& definition)
    {
        using namespace Qt::StringLiterals;
        auto made = LocalGateway::create(setup(), definition,
                                         {{u"admin"_s, u"陈主任"_s, {u"administrator"_s}, SecretKind::Password, u"demo-password"_s},
                                          {u"wang.fang"_s, u"王芳"_s, {u"receptionist"_s}, SecretKind::Pin, u"730512"_s},
                                          {u"li.jun"_s, u"李军"_s, {u"roomStaff"_s}, SecretKind::Pin, u"518274"_s},
                                          {u"zhao.min"_s, u"赵敏"_s, {u"receptionist"_s, u"roomStaff"_s}, SecretKind::Pin, u"906143"_s}},
                                         true);
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        m_gateway = std::move(*made);
    }

    static CentreDefinition shipped()
    {
        QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("dongxihu.json can't be read");
        auto definition = loadCentre(file.readAll(), QStringLiteral("dongxihu.json"));
        if (!definition)
            qFatal("%s", qPrintable(definition.error().front().where()));
        return *definition;
    }

    LocalGateway& gateway() { return *m_gateway; }
    ManualClock& clock() { return m_clock; }
    StorePaths paths() const { return {m_folder.path() + QStringLiteral("/store")}; }

    /// "admin", "wang.fang", "li.jun" or "zhao.min", sitting at `place`.
    Session session(const char* login, const QString& place = {})
    {
        Session found = wait(m_gateway->sessionOf(QString::fromLatin1(login)));
        found.place = place;
        return found;
    }

    /// The value of a future that must succeed.
    template <typename T>
    static T wait(QFuture<Result<T>> future)
    {
        Result<T> result = outcome(future);
        if (!result)
            qFatal("%s (%s)", qPrintable(result.error().code), qPrintable(result.error().field));
        return std::move(*result);
    }
    template <typename T>
    static Result<T> outcome(QFuture<Result<T>> future)
    {
        future.waitForFinished(); // the gateway's own threads answer; polling would cost ten milliseconds a time
        if (QCoreApplication::instance() != nullptr)
            QCoreApplication::processEvents(); // what the answer changed has been announced before
        return future.takeResult();
    }

    /// Registers a visitor with a ticket.
    VisitReply visit(const Session& session, const QString& name, const QString& service = QStringLiteral("legalAdvice"))
    {
        VisitRegister command;
        command.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None};
        command.service = service;
        command.summary = QStringLiteral("咨询");
        return wait(m_gateway->send(session, command));
    }

    /// Closes the store and opens it again, as a restart would.
    void reopen()
    {
        m_gateway.reset();
        auto opened = LocalGateway::open(setup());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().code));
        m_gateway = std::move(*opened);
    }

    /// Closes the store; what opening it again says, whether it works or not.
    void close() { m_gateway.reset(); }
    Result<void> open()
    {
        auto opened = LocalGateway::open(setup());
        if (!opened)
            return Unexpected(opened.error());
        m_gateway = std::move(*opened);
        return {};
    }
    /// The store as it is in another folder, under the same key.
    GatewaySetup setupIn(const QString& folder)
    {
        GatewaySetup elsewhere = setup();
        elsewhere.paths = {folder};
        return elsewhere;
    }
    const MasterKey& key() const { return m_key; }
    SystemRandom& random() { return m_random; }

    GatewaySetup setup()
    {
        return {paths(), MasterKey(m_key.key().copy()),
                sqlite::preferredCipher(), QStringLiteral("test"), QStringLiteral("OneDoor test"), m_clock, m_random};
    }

private:
    QTemporaryDir m_folder;
    ManualClock m_clock{Instant::fromIso(QStringLiteral("2026-03-02T09:00:00+08:00"))};
    SystemRandom m_random;
    MasterKey m_key = MasterKey::generate(m_random);
    std::unique_ptr<LocalGateway> m_gateway;
};

} // namespace onedoor
