// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl exec: line_protocol.h between standard input and output. In a real store only the account that signed in acts, and the
// time is the computer's. In a rehearsal every line may name another account, and time is the store's own: it stands still at the newest
// event until a line moves it on. It never goes back, because the journal's clock does not either.
#include "app/ctl/console.h"
#include "app/ctl/unlocked_store.h"
#include "core/services/api/administration.h"
#include "core/services/line_protocol.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

Result<Session> sessionFor(LocalGateway& gateway, const Session& own, const QString& login)
{
    if (login.isEmpty() || login == own.login)
        return own;
    if (!gateway.isRehearsal())
        return fail(ErrorKind::Forbidden, u"exec.asNotAllowed"_s, u"as"_s);
    QFuture<Result<Session>> session = gateway.sessionOf(login);
    session.waitForFinished();
    Result<Session> found = session.takeResult();
    if (!found)
        found.error().field = u"as"_s;
    return found;
}

/// A real store keeps the computer's time.
void standStillAtNewestEvent(LocalGateway& gateway, const Session& own, RehearsalClock& clock)
{
    if (!gateway.isRehearsal())
        return;
    QFuture<Result<StoreStatusReply>> status = gateway.ask(own, StoreStatus{});
    status.waitForFinished();
    if (const Result<StoreStatusReply> reply = status.takeResult())
        clock.set(reply->lastEventAt);
}

Result<void> moveTo(RehearsalClock& clock, Instant at)
{
    if (at < clock.now())
        return fail(ErrorKind::Invalid, u"exec.atBackwards"_s, u"at"_s, {{u"at"_s, qint64(clock.now().milliseconds)}});
    clock.set(at);
    return {};
}

ExitCode answerLines(LocalGateway& gateway, const Session& own, RehearsalClock& clock)
{
    QFile in;
    QFile out;
    if (!in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return ExitCode::OutputLost;
    LineProtocol protocol(
        gateway, [&](const QString& login) { return sessionFor(gateway, own, login); },
        [&](Instant at) { return moveTo(clock, at); });
    const LineProtocol::Outcome outcome = protocol.run(in, out);
    if (!outcome.written)
        return ExitCode::OutputLost;
    return outcome.refused > 0 ? ExitCode::Refused : ExitCode::Done;
}

QString shapeOfLines()
{
    const QString example = u"  {\"do\": \"ticket.call\", \"as\": \"wang.fang\", \"at\": \"2026-03-02T09:00:00+08:00\", \"id\": 7, \"ticket\": \"A012\"}\n"_s;
    return u'\n'
        + QCoreApplication::translate("onedoorctl",
                                      "Reads one JSON object a line from standard input and answers each with one line:\n%1"
                                      "do: the command or query (onedoorctl help lists them), its parameters stand beside it\n"
                                      "as: login of the account that acts; at: the time of the act. Both in a rehearsal store only\n"
                                      "id: a text or number of yours, given back\n")
              .arg(example);
}

} // namespace

ExitCode runExec(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    addTakeOverOption(all);
    options::variables_map values;
    if (!readOptions(arguments, "exec", all, values, shapeOfLines()))
        return ExitCode::Done;
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    Surroundings surroundings;
    auto gateway = LocalGateway::open(gatewaySetup(store->paths, store->key, store->keySlots.cipher(), surroundings));
    if (!gateway)
        return console::refuse(gateway.error(), ExitCode::NoStore);
    if ((*gateway)->isRehearsal() != store->keySlots.isRehearsal()) // the word in the key file is sealed, so is the one in the journal
        return console::refuse({ErrorKind::Corrupt, u"keys.damaged"_s, {}, {{u"field"_s, u"rehearsal"_s}}}, ExitCode::NoStore);
    const Result<Session> own = signIn(**gateway, *store);
    if (!own)
        return console::refuse(own.error(), ExitCode::NoRight);
    standStillAtNewestEvent(**gateway, *own, surroundings.clock);
    return answerLines(**gateway, *own, surroundings.clock);
}

} // namespace onedoor
