// SPDX-License-Identifier: GPL-3.0-or-later
// The victim of tst_kill: opens a store and works on it without end. After each act that was acknowledged it writes one line:
// "issued DAY TICKET NUMBER", "called TICKET" or "finished TICKET". Arguments: folder, file with the key, day in days after the first.
#include "core/services/api/counter.h"
#include "core/services/api/reception.h"
#include "core/services/local_gateway.h"

#include <QFile>
#include <array>
#include <cstdio>
#include <deque>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int offsetMinutes = 480;
constexpr std::int64_t secondsPerDay = 24LL * 3600;

class Survivor {
public:
    Survivor(LocalGateway& gateway, ManualClock& clock) : m_gateway(gateway), m_clock(clock)
    {
        m_desk = sessionOf(u"wang.fang"_s, u"window1"_s);
        m_lawyer = sessionOf(u"li.jun"_s, u"window6"_s);
    }

    [[noreturn]] void work()
    {
        for (;;) {
            std::array<QFuture<Result<VisitReply>>, 4> visits; // several at once share a commit
            for (auto& visit : visits)
                visit = m_gateway.send(m_desk, registration());
            for (auto& visit : visits)
                finishVisit(visit);
            serveOne();
            m_clock.advanceSeconds(5);
        }
    }

private:
    Session sessionOf(const QString& login, const QString& place)
    {
        Session session = answer(m_gateway.sessionOf(login)).value();
        session.place = place;
        return session;
    }

    template <typename T>
    static Result<T> answer(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        return future.takeResult();
    }

    static VisitRegister registration()
    {
        VisitRegister command;
        command.newPerson = PersonInput{.name = u"张伟"_s, .documentKind = DocumentKind::None};
        command.service = u"legalAdvice"_s;
        command.summary = u"咨询"_s;
        return command;
    }

    void finishVisit(QFuture<Result<VisitReply>>& visit)
    {
        const QByteArray day = m_clock.now().dateAt(offsetMinutes).toString(Qt::ISODate).toLatin1();
        const Result<VisitReply> done = answer(visit);
        if (done)
            say("issued " + day + ' ' + done->ticket.toString().toLatin1() + ' ' + done->number.toLatin1());
        else if (done.error().code == u"numbering.exhausted"_s)
            m_clock.advanceSeconds(secondsPerDay);
        else
            die(done.error());
    }

    void serveOne()
    {
        const Result<TicketReply> called = answer(m_gateway.send(m_lawyer, TicketCallNext{}));
        if (!called)
            return;
        const QString id = called->ticket.ticket.toString();
        say("called " + id.toLatin1());
        if (!answer(m_gateway.send(m_lawyer, TicketBegin{{id, {}}})))
            return;
        if (answer(m_gateway.send(m_lawyer, TicketFinish{id, {}, u"resolved"_s, {}})))
            say("finished " + id.toLatin1());
    }

    /// One write per line, so that death can't interleave two.
    static void say(QByteArray line)
    {
        line += '\n';
        std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
        std::fflush(stdout);
    }

    [[noreturn]] static void die(const Error& error)
    {
        std::fprintf(stderr, "%s\n", qPrintable(error.code));
        std::fflush(stderr);
        std::_Exit(3);
    }

    LocalGateway& m_gateway;
    ManualClock& m_clock;
    Session m_desk;
    Session m_lawyer;
};

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    QFile keyFile(QString::fromLocal8Bit(argv[2]));
    if (!keyFile.open(QIODevice::ReadOnly))
        return 2;
    auto key = SecretKey::fromBytes(keyFile.readAll());
    if (!key)
        return 2;
    ManualClock clock(Instant::fromIso(u"2026-03-02T09:00:00+08:00"_s).plusSeconds(QByteArray(argv[3]).toLongLong() * secondsPerDay));
    SystemRandom random;
    auto gateway = LocalGateway::open({{QString::fromLocal8Bit(argv[1])}, MasterKey(std::move(*key)), sqlite::preferredCipher(), u"survivor"_s,
                                       u"OneDoor test"_s, clock, random});
    if (!gateway) {
        std::fprintf(stderr, "%s\n", qPrintable(gateway.error().code));
        return 4;
    }
    Survivor(**gateway, clock).work();
}
