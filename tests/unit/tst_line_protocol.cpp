// SPDX-License-Identifier: GPL-3.0-or-later
// One answer a line, in order, whatever comes in: wrong JSON, endless lines, wrong times, strangers, a closed door.
#include "core/services/line_protocol.h"

#include "core/base/json_text.h"
#include "core/domain/centre/centre_loader.h"
#include "tests/support/answering_gateway.h"
#include "tests/support/demo_centre.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

CentreDefinition shippedCentre()
{
    QFile file(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the shipped centre can't be read");
    return loadCentre(file.readAll(), u"dongxihu.json"_s).value();
}

/// A device that takes nothing more after a while, as a closed pipe does.
class ClosingPipe : public QIODevice {
public:
    bool isSequential() const override { return true; }
    int linesLeft = 1;

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override { return linesLeft-- > 0 ? size : -1; }
};

struct Bench {
    explicit Bench(bool rehearsal = true) : gateway(shippedCentre(), rehearsal) {}

    AnsweringGateway gateway;
    QList<Instant> times;
    LineProtocol protocol{gateway,
                          [](const QString& login) -> Result<Session> {
                              if (login == u"nobody")
                                  return fail(ErrorKind::NotFound, u"account.unknown"_s, u"as"_s);
                              Session session;
                              session.login = login.isEmpty() ? u"admin"_s : login;
                              return session;
                          },
                          [this](Instant at) -> Result<void> {
                              times.append(at);
                              return {};
                          }};

    LineProtocol::Outcome outcome;
    QList<QJsonObject> answers(QByteArray input)
    {
        QBuffer in(&input);
        QByteArray output;
        QBuffer out(&output);
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        outcome = protocol.run(in, out);
        QList<QJsonObject> all;
        for (const QByteArray& line : output.split('\n')) {
            if (!line.isEmpty())
                all.append(parseJsonObject(line).value_or(QJsonObject{{u"unreadable"_s, true}}));
        }
        return all;
    }
};

QString codeOf(const QJsonObject& answer)
{
    return answer.value(u"error").toObject().value(u"code").toString();
}

QString fieldOf(const QJsonObject& answer)
{
    return answer.value(u"error").toObject().value(u"field").toString();
}

} // namespace

class TestLineProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersInOrder();
    void refusesWrongLines_data();
    void refusesWrongLines();
    void oneWrongLineStopsNothing();
    void longLinesAreSkippedToTheirEnd_data();
    void longLinesAreSkippedToTheirEnd();
    void lineEndsAndBlankLines();
    void setsTheTimeOnlyInARehearsal();
    void actsAsWhoIsNamed();
    void drivesARealCentre();
    void secretsStayAsTyped();
    void failuresCarryASentence();
    void stopsWhenNobodyListens();
    void hostileBytesGetAnswers();
};

void TestLineProtocol::answersInOrder()
{
    Bench bench;
    QByteArray input;
    for (int i = 0; i < 200; ++i)
        input += R"({"do":"ticket.show","ticket":"A1","id":)" + QByteArray::number(i) + "}\n";
    const auto answers = bench.answers(input);
    QCOMPARE(answers.size(), 200);
    for (int i = 0; i < 200; ++i) {
        QVERIFY(answers[i].value(u"ok").toBool());
        QCOMPARE(answers[i].value(u"id").toInt(), i);
        QVERIFY(answers[i].contains(u"ticket"));
    }
    QCOMPARE(bench.outcome.answered, 200U);
    QCOMPARE(bench.outcome.refused, 0U);
}

void TestLineProtocol::refusesWrongLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const QByteArray& line, const QString& code, const QString& field) {
        QTest::newRow(name) << line << code << field;
    };
    row("no JSON", "call A012", u"json.syntax"_s, {});
    row("cut", R"({"do":"ticket.show")", u"json.syntax"_s, {});
    row("list", R"(["ticket.show"])", u"json.notObject"_s, {});
    row("nothing to do", R"({"ticket":"A1"})", u"json.missing"_s, u"do"_s);
    row("empty do", R"({"do":""})", u"text.required"_s, u"do"_s);
    row("do is a number", R"({"do":7})", u"json.wrongType"_s, u"do"_s);
    row("unknown act", R"({"do":"ticket.cal"})", u"exec.unknownDo"_s, u"do"_s);
    row("pattern is no act", R"({"do":"ticket.*"})", u"exec.unknownDo"_s, u"do"_s);
    row("unknown field", R"({"do":"ticket.show","tiket":"A1"})", u"json.unknownField"_s, u"tiket"_s);
    row("missing field", R"({"do":"ticket.show"})", u"json.missing"_s, u"ticket"_s);
    row("field twice", R"({"do":"ticket.show","ticket":"A1","ticket":"A2"})", u"json.duplicate"_s, u"ticket"_s);
    row("nested", R"({"do":"person.register","person":{"name":"王\u202e芳"}})", u"text.bidirectionalControl"_s, u"person.name"_s);
    row("nul", R"({"do":"person.register","person":{"name":"a\u0000"}})", u"text.nul"_s, u"person.name"_s);
    row("at without offset", R"({"at":"2026-03-02T09:00:00","do":"visit.today"})", u"json.malformed"_s, u"at"_s);
    row("as is a list", R"({"as":["a"],"do":"visit.today"})", u"json.wrongType"_s, u"as"_s);
    row("stranger", R"({"as":"nobody","do":"visit.today"})", u"account.unknown"_s, u"as"_s);
    row("id is an object", R"({"id":{},"do":"visit.today"})", u"json.wrongType"_s, u"id"_s);
    row("id without end", R"({"id":")" + QByteArray(1000, 'x') + R"(","do":"visit.today"})", u"json.wrongType"_s, u"id"_s);
    row("deep", R"({"do":)" + QByteArray(100'000, '['), u"json.tooDeep"_s, u"do[0][0][0][0][0][0][0][0][0][0][0][0][0][0][0]"_s);
    row("broken UTF-8", "{\"do\":\"\xc3\x28\"}", u"json.syntax"_s, u"do"_s);
}

void TestLineProtocol::refusesWrongLines()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, code);
    QFETCH(QString, field);
    Bench bench;
    const auto answers = bench.answers(line + '\n');
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers[0].value(u"ok"), QJsonValue(false));
    QCOMPARE(codeOf(answers[0]), code);
    if (code != u"json.syntax")
        QCOMPARE(fieldOf(answers[0]), field);
    QCOMPARE(answers[0].value(u"line").toInt(), 1);
    QVERIFY(bench.gateway.acts.isEmpty());
}

void TestLineProtocol::oneWrongLineStopsNothing()
{
    Bench bench;
    const auto answers = bench.answers("{\"do\":\"visit.today\"}\n{\"do\":\n{\"do\":\"visit.today\"}");
    QCOMPARE(answers.size(), 3);
    QVERIFY(answers[0].value(u"ok").toBool() && answers[2].value(u"ok").toBool());
    QCOMPARE(answers[1].value(u"line").toInt(), 2);
    QCOMPARE(answers[1].value(u"error").toObject().value(u"facts").toObject().value(u"offset").toInt(), 6);
    QCOMPARE(bench.outcome.refused, 1U);
}

void TestLineProtocol::longLinesAreSkippedToTheirEnd_data()
{
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("code");
    QTest::newRow("just fits") << LineProtocol::longestLine << u"text.tooLong"_s;
    QTest::newRow("one more") << LineProtocol::longestLine + 1 << u"exec.lineTooLong"_s;
    QTest::newRow("two more") << LineProtocol::longestLine + 2 << u"exec.lineTooLong"_s;
    QTest::newRow("three times") << LineProtocol::longestLine * 3 + 1 << u"exec.lineTooLong"_s;
    QTest::newRow("10 MB") << qsizetype(10'000'000) << u"exec.lineTooLong"_s;
}

void TestLineProtocol::longLinesAreSkippedToTheirEnd()
{
    QFETCH(qsizetype, length);
    QFETCH(QString, code);
    const QByteArray head = R"({"do":"person.register","person":{"name":")";
    const QByteArray tail = R"("}})";
    const QByteArray line = head + QByteArray(length - head.size() - tail.size(), 'x') + tail;
    QCOMPARE(line.size(), length);
    Bench bench;
    const auto answers = bench.answers(line + "\n{\"do\":\"visit.today\",\"id\":\"after\"}\n");
    QCOMPARE(answers.size(), 2);
    QCOMPARE(codeOf(answers[0]), code);
    QCOMPARE(answers[1].value(u"id").toString(), u"after"_s);
    QVERIFY(answers[1].value(u"ok").toBool());
    QCOMPARE(bench.answers(line).size(), 1); // the last line needs no end
}

void TestLineProtocol::lineEndsAndBlankLines()
{
    Bench bench;
    const auto answers = bench.answers("\xef\xbb\xbf{\"do\":\"visit.today\"}\r\n\r\n   \n{\"do\":\"x\"}\n\n");
    QCOMPARE(answers.size(), 2);
    QVERIFY(answers[0].value(u"ok").toBool());
    QCOMPARE(answers[1].value(u"line").toInt(), 4);
    QCOMPARE(bench.answers({}).size(), 0);
}

void TestLineProtocol::setsTheTimeOnlyInARehearsal()
{
    const QByteArray line = R"({"at":"2026-03-02T09:00:00+08:00","do":"visit.today"})";
    Bench rehearsal;
    QVERIFY(rehearsal.answers(line).value(0).value(u"ok").toBool());
    QCOMPARE(rehearsal.times, QList<Instant>{Instant::fromIso(u"2026-03-02T01:00:00Z"_s)});
    Bench real(false);
    const auto refused = real.answers(line);
    QCOMPARE(codeOf(refused.value(0)), u"exec.atNotAllowed"_s);
    QCOMPARE(fieldOf(refused.value(0)), u"at"_s);
    QVERIFY(real.times.isEmpty() && real.gateway.acts.isEmpty());
}

void TestLineProtocol::actsAsWhoIsNamed()
{
    Bench bench;
    bench.answers("{\"do\":\"visit.today\"}\n{\"as\":\"wang.fang\",\"do\":\"visit.today\"}\n");
    QCOMPARE(bench.gateway.acts, (QStringList{u"admin visit.today"_s, u"wang.fang visit.today"_s}));
}

void TestLineProtocol::drivesARealCentre()
{
    DemoCentre centre;
    LineProtocol protocol(
        centre.gateway(), [&](const QString& login) { return DemoCentre::outcome(centre.gateway().sessionOf(login.isEmpty() ? u"admin"_s : login)); },
        [&](Instant at) -> Result<void> {
            centre.clock().set(at);
            return {};
        });
    const Place* place = centre.gateway().centre().placesServing(u"legalAdvice").first();
    const auto ask = [&](const QByteArray& line) { return protocol.answerLine(QByteArray(line).replace("PLACE", place->key.toUtf8()), 1); };
    const QJsonObject visit = ask(R"({"at":"2026-03-02T09:01:00+08:00","as":"wang.fang","do":"visit.register",)"
                                  R"("newPerson":{"name":"孙丽"},"service":"legalAdvice","summary":"咨询"})");
    QVERIFY2(visit.value(u"ok").toBool(), toJsonLine(visit).constData());
    const QByteArray number = visit.value(u"number").toString().toUtf8();
    QVERIFY(ask(R"({"at":"2026-03-02T09:02:00+08:00","as":"li.jun","do":"place.staff","place":"PLACE"})").value(u"ok").toBool());
    const QJsonObject called = ask(R"({"at":"2026-03-02T09:03:00+08:00","as":"li.jun","do":"ticket.callNext"})"); // place: where Li Jun sits
    QVERIFY2(called.value(u"ok").toBool(), toJsonLine(called).constData());
    const QJsonObject ticket = called.value(u"ticket").toObject();
    QCOMPARE(ticket.value(u"number").toString().toUtf8(), number);
    QCOMPARE(ticket.value(u"place").toString(), place->key);
    QCOMPARE(ticket.value(u"calledAt").toString(), u"2026-03-02T09:03:00+08:00"_s);

    const QJsonObject again = ask(R"({"as":"zhao.min","do":"ticket.call","place":"PLACE","ticket":")" + number + R"("})");
    QCOMPARE(codeOf(again), u"ticket.alreadyCalled"_s);
    const QString message = again.value(u"error").toObject().value(u"message").toString();
    QVERIFY2(message.contains(u"李军"_s) && message.contains(u"09:03"_s) && !message.contains(u"孙丽"_s), qPrintable(message));
    QCOMPARE(codeOf(ask(R"({"as":"li.jun","do":"visit.register","newPerson":{"name":"孙丽"},"service":"legalAdvice","summary":"咨询"})")),
             u"session.notPermitted"_s);
}

void TestLineProtocol::secretsStayAsTyped()
{
    DemoCentre centre;
    LineProtocol protocol(
        centre.gateway(), [&](const QString&) { return DemoCentre::outcome(centre.gateway().sessionOf(u"admin"_s)); },
        [](Instant) { return Result<void>{}; });
    const QJsonObject made = protocol.answerLine(
        R"({"do":"account.create","login":"sun.li","displayName":"孙丽","roles":["receptionist"],"secret":"two  blanks, one  key"})", 1);
    QVERIFY2(made.value(u"ok").toBool(), toJsonLine(made).constData());
    QVERIFY(DemoCentre::outcome(centre.gateway().signIn(u"sun.li"_s, u"two  blanks, one  key"_s)));
    QVERIFY(!DemoCentre::outcome(centre.gateway().signIn(u"sun.li"_s, u"two blanks, one key"_s)));
}

void TestLineProtocol::failuresCarryASentence()
{
    Bench bench;
    bench.gateway.outcome = fail(ErrorKind::Conflict, u"ticket.alreadyCalled"_s, u"ticket"_s,
                                 {{u"number"_s, u"A012"_s}, {u"at"_s, qint64(Instant::fromIso(u"2026-03-02T09:05:00+08:00"_s).milliseconds)}});
    const QJsonObject answer = bench.answers(R"({"do":"ticket.call","ticket":"A012","id":"x"})").value(0);
    const QJsonObject error = answer.value(u"error").toObject();
    QCOMPARE(answer.value(u"id").toString(), u"x"_s);
    QCOMPARE(error.value(u"kind").toString(), u"conflict"_s);
    QCOMPARE(error.value(u"code").toString(), u"ticket.alreadyCalled"_s);
    QVERIFY(error.value(u"message").toString().endsWith(u'.'));
    QCOMPARE(error.value(u"facts").toObject().value(u"at").toString(), u"2026-03-02T09:05:00+08:00"_s);
}

void TestLineProtocol::stopsWhenNobodyListens()
{
    Bench bench;
    QByteArray input = QByteArray("{\"do\":\"visit.today\"}\n").repeated(5);
    QBuffer in(&input);
    in.open(QIODevice::ReadOnly);
    ClosingPipe out;
    out.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    const auto outcome = bench.protocol.run(in, out);
    QVERIFY(!outcome.written);
    QCOMPARE(bench.gateway.acts.size(), 2); // no act runs whose answer nobody would hear
}

void TestLineProtocol::hostileBytesGetAnswers()
{
    Bench bench;
    QByteArray everyByte;
    for (int byte = 0; byte < 256; ++byte)
        everyByte += QByteArray(R"({"do":")") + char(byte) + "\"}\n";
    for (const QJsonObject& answer : bench.answers(everyByte))
        QCOMPARE(answer.value(u"ok"), QJsonValue(false));
    QVERIFY(bench.outcome.answered >= 256); // the line break itself makes two lines
    QVERIFY(bench.gateway.acts.isEmpty());
}

QTEST_GUILESS_MAIN(TestLineProtocol)
#include "tst_line_protocol.moc"
