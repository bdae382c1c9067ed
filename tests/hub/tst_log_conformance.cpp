// SPDX-License-Identifier: GPL-3.0-or-later
// The same scenarios against each event log: the simulator's, the one over SQLite, the hub's over PostgreSQL. Whatever one of them takes or
// refuses, all do.
#include "core/store/keys/node_signature.h"
#include "tests/hub/logs_under_test.h"
#include "tests/support/postgres_server.h"

#include <QTest>

using namespace onedoor;
using namespace onedoor::hub;
using namespace Qt::StringLiterals;
using sync::Batch;
using sync::EventLog;
using sync::Taken;

namespace {

struct Stage {
    EventLog& log;
    Beginning& centre;
    QByteArray publicKey; ///< the log's own

    Taken take(std::vector<sync::StreamPart> parts, std::vector<WrappedKey> keys = {})
    {
        Result<Taken> taken = log.take({std::move(parts), std::move(keys)});
        if (!taken)
            qFatal("%s %s", qPrintable(taken.error().code), qPrintable(taken.error().facts.value(u"state"_s).toString()));
        return std::move(*taken);
    }
    sync::Head head(const Pen& pen)
    {
        const auto heads = log.heads();
        const auto found = heads->find(pen.stream());
        return found == heads->end() ? sync::Head{} : found->second;
    }
    bool holds(const Pen& pen, std::uint64_t upTo)
    {
        if (head(pen) != pen.headAt(upTo))
            return false;
        const auto part = log.read(pen.stream(), 0, 1 << 24);
        if (!part || part->items.size() != upTo || part->first != 1)
            return false;
        for (std::uint64_t at = 1; at <= upTo; ++at) {
            if (part->items[std::size_t(at - 1)].envelope != pen.event(at) || *log.hashAt({pen.stream(), at}) != hashOf(pen.event(at)))
                return false;
        }
        return !*log.hashAt({pen.stream(), upTo + 1});
    }
};

bool refusedOnly(const Taken& taken, const EventRef& at, const QString& code)
{
    return taken.refusals.size() == 1 && taken.refusals[0].at == at && taken.refusals[0].code == code;
}

using Scenario = bool (*)(Stage&);

bool takesInOrder(Stage& stage)
{
    stage.centre.one.scribble(9);
    const Taken first = stage.take({stage.centre.one.part(2, 4)});
    const Taken rest = stage.take({stage.centre.one.part(5, 10)});
    return first.events == 3 && rest.events == 6 && rest.refusals.empty() && rest.heads.at(stage.centre.one.stream()) == stage.centre.one.head()
        && stage.holds(stage.centre.one, 10);
}

bool takesTheSameTwice(Stage& stage)
{
    stage.centre.one.scribble(5);
    const Taken once = stage.take({stage.centre.one.all()});
    const Taken again = stage.take({stage.centre.one.all()});
    return once.events == 5 && again.events == 0 && again.refusals.empty() && again.forks.empty()
        && again.heads.at(stage.centre.one.stream()) == stage.centre.one.head() && stage.holds(stage.centre.one, 6);
}

bool takesWhatOverlaps(Stage& stage)
{
    stage.centre.one.scribble(8);
    (void)stage.take({stage.centre.one.part(2, 5)});
    const Taken more = stage.take({stage.centre.one.part(3, 9)});
    return more.events == 4 && more.refusals.empty() && stage.holds(stage.centre.one, 9);
}

bool refusesAGap(Stage& stage)
{
    stage.centre.one.scribble(6);
    const Taken taken = stage.take({stage.centre.one.part(4, 6)});
    return taken.events == 0 && refusedOnly(taken, {stage.centre.one.stream(), 4}, u"journal.gap"_s) && stage.holds(stage.centre.one, 1);
}

bool refusesABrokenChain(Stage& stage)
{
    stage.centre.one.scribble(6);
    sync::StreamPart part = stage.centre.one.part(2, 7);
    part.signedHead = {};
    part.items[3].envelope[part.items[3].envelope.size() - 3] ^= 1;
    const Taken taken = stage.take({part});
    return taken.events >= 3 && taken.events <= 4 && taken.refusals.size() == 1 && stage.head(stage.centre.one).sequence == 1 + taken.events;
}

bool reportsAFork(Stage& stage)
{
    stage.centre.one.scribble(6);
    (void)stage.take({stage.centre.one.part(2, 5)});
    stage.centre.one.goBackTo(4);
    stage.centre.one.write(TicketRecalled{u"elsewhere"_s}, RawId::named(QByteArray("other")));
    const Taken taken = stage.take({stage.centre.one.part(3, 5)});
    return taken.events == 0 && refusedOnly(taken, {stage.centre.one.stream(), 5}, u"stream.forked"_s) && taken.forks.size() == 1
        && taken.forks[0] == EventRef{stage.centre.one.stream(), 5};
}

bool aRefusalEndsItsStreamAlone(Stage& stage)
{
    stage.centre.one.scribble(5);
    stage.centre.two.scribble(5);
    const Taken taken = stage.take({stage.centre.one.part(3, 6), stage.centre.two.part(2, 6)});
    return taken.events == 5 && refusedOnly(taken, {stage.centre.one.stream(), 3}, u"journal.gap"_s) && stage.holds(stage.centre.two, 6)
        && stage.holds(stage.centre.one, 1);
}

bool refusesStrangers(Stage& stage)
{
    Pen stranger(stage.centre.centre, "stranger");
    stranger.scribble(2);
    const Taken taken = stage.take({stranger.all()});
    const bool isNowhere = stage.head(stranger).sequence == 0 && !stage.log.heads()->contains(stranger.stream());
    return taken.events == 0 && refusedOnly(taken, {stranger.stream(), 1}, u"stream.notEnrolled"_s) && isNowhere;
}

bool refusesAnotherCentre(Stage& stage)
{
    const Pen elsewhere(CentreId(RawId::named(QByteArray("elsewhere"))), "one of centre");
    return refusedOnly(stage.take({elsewhere.all()}), {elsewhere.stream(), 1}, u"stream.notItsName"_s);
}

bool refusesABadSignature(Stage& stage)
{
    stage.centre.one.scribble(4);
    sync::StreamPart part = stage.centre.one.part(2, 4);
    part.signedHead.signature[5] = char(part.signedHead.signature[5] ^ 1);
    const Taken taken = stage.take({part});
    return taken.events == 2 && refusedOnly(taken, {stage.centre.one.stream(), 4}, u"stream.badSignature"_s);
}

bool keepsTheSignature(Stage& stage)
{
    stage.centre.one.scribble(6);
    (void)stage.take({stage.centre.one.part(2, 4)});
    (void)stage.take({stage.centre.one.part(5, 7)});
    const auto whole = stage.log.read(stage.centre.one.stream(), 0, 1 << 20);
    const auto upToFour = stage.log.read(stage.centre.one.stream(), 0, 1);
    return whole->signedHead.sequence == 7 && whole->signedHead.signature == stage.centre.one.sign(7).signature && upToFour->signedHead.sequence == 0;
}

bool letsANewcomerInWithItsEnrolment(Stage& stage)
{
    Pen three(stage.centre.centre, "three");
    three.scribble(3);
    stage.centre.one.write(enrolmentOf(three), three.node().raw);
    const Taken taken = stage.take({three.all(), stage.centre.one.part(2, 2)});
    return taken.events == 5 && taken.membersChanged && taken.refusals.empty() && stage.holds(three, 4)
        && stage.log.membership().nodeWithKey(three.publicKey()) == three.node();
}

bool takesNothingBeyondACutOff(Stage& stage)
{
    stage.centre.two.scribble(6);
    (void)stage.take({stage.centre.two.part(2, 3)});
    stage.centre.one.write(NodeRevoked{.streams = {stage.centre.two.stream()}, .sequences = {4}, .reason = u"lost"_s}, stage.centre.two.node().raw);
    const Taken revoked = stage.take({stage.centre.one.part(2, 2)});
    const Taken late = stage.take({stage.centre.two.part(4, 7)});
    return revoked.membersChanged && stage.log.membership().isRevoked(stage.centre.two.node()) && late.events == 1
        && refusedOnly(late, {stage.centre.two.stream(), 5}, u"node.revoked"_s) && stage.holds(stage.centre.two, 4);
}

bool aCutOffInTheSameBatchCounts(Stage& stage)
{
    stage.centre.two.scribble(6);
    stage.centre.one.write(NodeRevoked{.streams = {stage.centre.two.stream()}, .sequences = {4}, .reason = u"lost"_s}, stage.centre.two.node().raw);
    (void)stage.take({stage.centre.two.part(2, 7), stage.centre.one.part(2, 2)});
    return stage.holds(stage.centre.two, 4);
}

bool keepsWhatItDoesNotUnderstand(Stage& stage)
{
    stage.centre.one.scribbleNewer();
    stage.centre.one.scribble(1);
    const Taken taken = stage.take({stage.centre.one.part(2, 3)});
    return taken.events == 2 && stage.holds(stage.centre.one, 3);
}

bool passesKeysOn(Stage& stage)
{
    const PersonId known(RawId::named(QByteArray("known")));
    const PersonId erased(RawId::named(QByteArray("erased")));
    stage.centre.one.scribble(2);
    const QByteArray wrapped(72, 'w');
    (void)stage.take({stage.centre.one.part(2, 2)}, {{known, wrapped}});
    (void)stage.take({stage.centre.one.part(3, 3)}, {{known, wrapped}});
    const auto keys = stage.log.keysOf({erased, known});
    return keys->size() == 1 && keys->front().subject == known;
}

PersonErased erasedBy(Stage& stage, const PersonId& person)
{
    return {ErasureReason::ConsentWithdrawn, stage.centre.one.node(), stage.centre.one.sign(erasureToSign(stage.centre.centre, person))};
}

/// With a batch of somebody else's: the key is not taken, and not given out.
bool refusesItsKey(Stage& stage, const PersonId& person)
{
    stage.centre.two.scribble(1);
    const std::uint64_t next = stage.head(stage.centre.two).sequence + 1;
    (void)stage.take({stage.centre.two.part(next, next)}, {{person, QByteArray(72, 'w')}});
    return stage.log.keysOf({person})->empty() && stage.log.erasures()->size() == 1 && stage.log.erasures()->front().person == person;
}

bool anErasureDestroysTheKey(Stage& stage)
{
    const PersonId person(RawId::named(QByteArray("person")));
    stage.centre.one.scribble(1);
    (void)stage.take({stage.centre.one.part(2, 2)}, {{person, QByteArray(72, 'w')}});
    const bool had = stage.log.keysOf({person})->size() == 1;
    stage.centre.one.write(erasedBy(stage, person), person.raw);
    const Taken taken = stage.take({stage.centre.one.part(3, 3)}, {{person, QByteArray(72, 'w')}});
    return had && taken.events == 1 && refusesItsKey(stage, person) && stage.log.erasures()->front().at == EventRef{stage.centre.one.stream(), 3};
}

bool wordOfAnErasureIsEnough(Stage& stage)
{
    const PersonId person(RawId::named(QByteArray("person")));
    stage.centre.one.scribble(1);
    (void)stage.take({stage.centre.one.part(2, 2)}, {{person, QByteArray(72, 'w')}});
    const PersonErased erased = erasedBy(stage, person);
    Erasure word{person, {stage.centre.one.stream(), 3}, erased.node, erased.signature};
    Erasure forged = word;
    forged.signature[5] = char(forged.signature[5] ^ 1);
    const bool passedOver = sync::heedErasures(stage.log, {forged}).has_value() && stage.log.keysOf({person})->size() == 1;
    const bool heeded = sync::heedErasures(stage.log, {word}).has_value() && sync::heedErasures(stage.log, {word}).has_value();
    const bool isTold = sync::erasuresToTell(stage.log).value() == std::vector<Erasure>{word};
    stage.centre.one.write(erased, person.raw); // and later the event
    const Taken taken = stage.take({stage.centre.one.part(3, 3)});
    return passedOver && heeded && isTold && taken.events == 1 && refusesItsKey(stage, person);
}

bool readsInPieces(Stage& stage)
{
    stage.centre.one.scribble(2500);
    (void)stage.take({stage.centre.one.part(2, 2501)});
    std::uint64_t after = 0;
    while (after < 2501) {
        const auto part = stage.log.read(stage.centre.one.stream(), after, 40'000);
        if (!part || part->items.empty() || part->first != after + 1)
            return false;
        for (const sync::Item& item : part->items) {
            if (item.envelope != stage.centre.one.event(++after))
                return false;
        }
    }
    const auto nothing = stage.log.read(stage.centre.one.stream(), 2501, 40'000);
    const auto least = stage.log.read(stage.centre.one.stream(), 0, 1);
    return nothing->items.empty() && least->items.size() == 1;
}

bool gathersForAPeer(Stage& stage)
{
    stage.centre.one.scribble(4);
    stage.centre.two.scribble(3);
    (void)stage.take({stage.centre.one.part(2, 5), stage.centre.two.part(2, 4)});
    sync::Frontier has;
    const auto heads = stage.log.heads();
    for (const auto& [stream, head] : *heads)
        has.emplace(stream, head.sequence);
    has[stage.centre.one.stream()] = 3;
    has.erase(stage.centre.two.stream());
    const auto gathered = gather(stage.log, has, 1 << 20, {hallCompartment, restrictedCompartment});
    return gathered && !gathered->more && gathered->batch.parts.size() == 2
        && std::all_of(gathered->batch.parts.begin(), gathered->batch.parts.end(), [&](const sync::StreamPart& part) {
               return part.stream == stage.centre.one.stream() ? part.first == 4 && part.items.size() == 2 : part.first == 1 && part.items.size() == 4;
           });
}

bool certifiesWhatItHolds(Stage& stage)
{
    stage.centre.one.scribble(4);
    (void)stage.take({stage.centre.one.part(2, 5)});
    const Instant now{1'772'413'300'000};
    const StreamId stream = stage.centre.one.stream();
    const auto reply = sync::receiptFor(stage.log, stream, now);
    const auto stranger = sync::receiptFor(stage.log, StreamId(RawId::named(QByteArray("nobody's"))), now);
    if (!reply || reply->head != stage.centre.one.headAt(5) || reply->wall != now || !stranger || stranger->head.sequence != 0)
        return false;
    Receipt receipt{stage.log.ownNode(), stream, 5, reply->head.hash, now, reply->signature};
    const CentreId centre = stage.centre.centre;
    if (!isSignedBy(stage.publicKey, receiptToSign(centre, receipt), receipt.signature))
        return false;
    receipt.sequence = 6;
    return !isSignedBy(stage.publicKey, receiptToSign(centre, receipt), receipt.signature);
}

constexpr std::pair<const char*, Scenario> scenarios[] = {{"takes events in order", takesInOrder},
                                                          {"takes the same twice", takesTheSameTwice},
                                                          {"takes what overlaps", takesWhatOverlaps},
                                                          {"refuses a gap", refusesAGap},
                                                          {"refuses a broken chain", refusesABrokenChain},
                                                          {"reports a fork", reportsAFork},
                                                          {"a refusal ends its stream alone", aRefusalEndsItsStreamAlone},
                                                          {"refuses strangers", refusesStrangers},
                                                          {"refuses another centre", refusesAnotherCentre},
                                                          {"refuses a bad signature", refusesABadSignature},
                                                          {"keeps the signature", keepsTheSignature},
                                                          {"lets a newcomer in with its enrolment", letsANewcomerInWithItsEnrolment},
                                                          {"takes nothing beyond a cut-off", takesNothingBeyondACutOff},
                                                          {"a cut-off in the same batch counts", aCutOffInTheSameBatchCounts},
                                                          {"keeps what it does not understand", keepsWhatItDoesNotUnderstand},
                                                          {"passes keys on", passesKeysOn},
                                                          {"an erasure destroys the key", anErasureDestroysTheKey},
                                                          {"word of an erasure is enough", wordOfAnErasureIsEnough},
                                                          {"reads in pieces", readsInPieces},
                                                          {"gathers for a peer", gathersForAPeer},
                                                          {"certifies what it holds", certifiesWhatItHolds}};

} // namespace

class TestLogConformance : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLogDoesTheSame_data();
    void everyLogDoesTheSame();

private:
    PostgresServer m_server;
};

void TestLogConformance::everyLogDoesTheSame_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("scenario");
    for (const char* kind : {"simulator", "sqlite", "postgres"}) {
        for (int at = 0; at < int(std::size(scenarios)); ++at)
            QTest::addRow("%s: %s", kind, scenarios[at].first) << QString::fromLatin1(kind) << at;
    }
}

void TestLogConformance::everyLogDoesTheSame()
{
    QFETCH(const QString, kind);
    QFETCH(const int, scenario);
    if (kind == u"postgres" && !m_server.runs())
        QSKIP(qPrintable(m_server.reason()));
    Beginning beginning;
    const std::unique_ptr<LogUnderTest> subject = kind == u"simulator" ? simulatedLog(beginning)
        : kind == u"sqlite"                                            ? sqliteLog(beginning)
                                                                       : postgresLog(beginning, m_server.newDatabase());
    Stage stage{subject->log(), beginning, subject->publicKey()};
    QVERIFY(scenarios[scenario].second(stage));
}

QTEST_GUILESS_MAIN(TestLogConformance)
#include "tst_log_conformance.moc"
