// SPDX-License-Identifier: GPL-3.0-or-later
// A PC of a hall that is put through hardships by its test: opens its store, serves or follows as network.json says, and works without end.
// After each act that was acknowledged it writes one line: "issued TICKET DAY NUMBER", "called TICKET", "begun TICKET" or
// "finished TICKET"; "running" at the beginning, and "linked" or "cut off" whenever that changed. The line "rest" on standard input ends the work but not the program, its
// end ends both. Arguments: folder, file with the key, time in milliseconds since 1970 at which its clock starts, place, rest between two
// acts in milliseconds.
#include "core/services/api/counter.h"
#include "core/services/api/reception.h"
#include "core/services/network/centre_network.h"

#include <QCoreApplication>
#include <QFile>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <thread>
#include <unistd.h>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int offsetMinutes = 480;

/// Runs from the moment that it is told: all PCs of a test know one time, whatever the computer's clock says.
class RunningClock final : public Clock {
public:
    explicit RunningClock(std::int64_t start) : m_start(start) {}
    Instant now() const override
    {
        const auto since = std::chrono::steady_clock::now() - m_began;
        return {m_start + std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }

private:
    std::int64_t m_start;
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

/// One write per line, so that death can't interleave two.
void say(QByteArray line)
{
    line += '\n';
    (void)!::write(STDOUT_FILENO, line.constData(), std::size_t(line.size()));
}

class Member {
public:
    Member(LocalGateway& gateway, CentreNetwork& network, const Clock& clock, const QString& place)
        : m_gateway(gateway), m_network(network), m_clock(clock)
    {
        m_desk = sessionOf(u"wang.fang"_s, u"window1"_s);
        m_room = sessionOf(u"li.jun"_s, place);
    }

    /// The desk's work; not from the thread that serves.
    void receiveSomebody() { receive(m_round++ % 3 == 0 ? u"neighbourMediation"_s : u"legalAdvice"_s); }
    /// The room's. Whoever stands at the place already is served first: a life before this one may have ended between call and finish.
    void serveSomebody()
    {
        const Result<PlaceBoard> board = answer(m_gateway.ask(m_room, PlaceShow{}));
        if (!board)
            die(board.error());
        std::optional<TicketRow> ticket = board->current;
        if (!ticket) {
            const Result<TicketReply> called = answer(m_gateway.send(m_room, TicketCallNext{}));
            if (!called)
                return; // nobody waits, or the host is silent, or another place was first
            ticket = called->ticket;
            say("called " + ticket->ticket.toString().toLatin1());
        }
        const QString id = ticket->ticket.toString();
        if (ticket->status == TicketStatus::Called && answer(m_gateway.send(m_room, TicketBegin{{id, {}}})))
            say("begun " + id.toLatin1());
        if (answer(m_gateway.send(m_room, TicketFinish{id, {}, u"resolved"_s, {}})))
            say("finished " + id.toLatin1());
    }
    void tellLink()
    {
        const NetworkStatus status = m_network.status();
        complain(status.link);
        const bool isCutOff = status.isCutOff;
        if (m_toldCutOff != isCutOff)
            say(isCutOff ? "cut off" : "linked");
        m_toldCutOff = isCutOff;
    }

private:
    /// For whoever has to find out why two do not meet.
    void complain(const sync::LinkState& link)
    {
        QByteArray words = "phase " + QByteArray::number(int(link.phase)) + (link.error ? ' ' + link.error->code.toLatin1() : QByteArray());
        for (const sync::Refusal& refusal : link.refusals)
            words += " refused " + refusal.at.stream.toString().toLatin1() + "/" + QByteArray::number(qulonglong(refusal.at.sequence)) + " " + refusal.code.toLatin1();
        if (words != m_complained)
            std::fprintf(stderr, "%s\n", words.constData());
        m_complained = words;
    }

    template <typename T>
    static Result<T> answer(QFuture<Result<T>> future)
    {
        future.waitForFinished();
        return future.takeResult();
    }

    Session sessionOf(const QString& login, const QString& place)
    {
        Result<Session> session = answer(m_gateway.sessionOf(login));
        if (!session)
            die(session.error());
        session->place = place;
        return *session;
    }

    void receive(const QString& service)
    {
        VisitRegister command;
        command.newPerson = PersonInput{.name = u"张伟"_s, .documentKind = DocumentKind::None};
        command.service = service;
        command.summary = u"咨询"_s;
        const QByteArray day = m_clock.now().dateAt(offsetMinutes).toString(Qt::ISODate).toLatin1();
        const Result<VisitReply> done = answer(m_gateway.send(m_desk, command));
        if (done)
            say("issued " + done->ticket.toString().toLatin1() + ' ' + day + ' ' + done->number.toLatin1());
        else if (done.error().code != u"numbering.exhausted"_s)
            die(done.error());
    }

    [[noreturn]] static void die(const Error& error)
    {
        std::fprintf(stderr, "%s\n", qPrintable(error.code));
        std::fflush(stderr);
        std::_Exit(3);
    }

    LocalGateway& m_gateway;
    CentreNetwork& m_network;
    const Clock& m_clock;
    Session m_desk;
    Session m_room;
    std::optional<bool> m_toldCutOff;
    QByteArray m_complained;
    int m_round = 0;
};

std::atomic<bool> rests = false;
std::atomic<bool> ends = false;

void listen()
{
    std::string line;
    for (int read = 0; (read = std::getchar()) != EOF;) {
        if (read != '\n') {
            line.push_back(char(read));
            continue;
        }
        rests = rests || line == "rest";
        line.clear();
    }
    ends = true;
}

int refuse(const Error& error)
{
    std::fprintf(stderr, "%s\n", qPrintable(error.code));
    return 4;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 6)
        return 2;
    const QCoreApplication application(argc, argv);
    QFile keyFile(QString::fromLocal8Bit(argv[2]));
    if (!keyFile.open(QIODevice::ReadOnly))
        return 2;
    auto key = SecretKey::fromBytes(keyFile.readAll());
    if (!key)
        return 2;
    RunningClock clock(QByteArray(argv[3]).toLongLong());
    SystemRandom random;
    const QString software = u"OneDoor test"_s;
    auto gateway = LocalGateway::open({{QString::fromLocal8Bit(argv[1])}, MasterKey(std::move(*key)), sqlite::preferredCipher(), u"member"_s, software,
                                       clock, random, true});
    if (!gateway)
        return refuse(gateway.error());
    if ((*gateway)->report().newStream) {
        std::fprintf(stderr, "a death was taken for a restored disk\n");
        return 5;
    }
    auto network = CentreNetwork::start(**gateway, software);
    if (!network)
        return refuse(network.error());
    std::thread(listen).detach(); // blocked in a read until the end
    Member member(**gateway, **network, clock, QString::fromLocal8Bit(argv[4]));
    const std::chrono::milliseconds rest(QByteArray(argv[5]).toInt());
    say("running");
    const auto keepDoing = [rest](const std::function<void()>& act) {
        while (!ends && !rests) {
            act();
            std::this_thread::sleep_for(rest);
        }
    };
    std::thread desk(keepDoing, [&] { member.receiveSomebody(); });
    std::thread room(keepDoing, [&] { member.serveSomebody(); }); // a host that is silent keeps the room waiting, not the desk
    while (!ends) {
        member.tellLink();
        std::this_thread::sleep_for(rest);
    }
    desk.join();
    room.join();
    network->reset();
    gateway->reset();
    std::fflush(nullptr);
    std::_Exit(0); // the listener may still read
}
