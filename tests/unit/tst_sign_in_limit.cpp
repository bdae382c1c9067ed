// SPDX-License-Identifier: GPL-3.0-or-later
// Guessing: how long a login waits, that it waits whether it exists or not and over a restart, and what makes it free again.
#include "core/services/sign_in_limit.h"
#include "tests/support/demo_centre.h"

#include <QDir>
#include <thread>

using namespace onedoor;
using namespace Qt::StringLiterals;

class TestSignInLimit : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWaitGrows();
    void theCountOutlivesTheProgram();
    void theFileNamesNobody();
    void aClockSetBackLengthensNothing();
    void aReadOnlyFolderStillCounts();
    void manyAtOnceGetNoMore();
    void theLastOnesArePushedOutFirst();
    void theGatewayMakesGuessersWait_data();
    void theGatewayMakesGuessersWait();
    void aNewSecretFreesTheLogin();
    void keySlotsAreUnderTheSameLimit();

private:
    QTemporaryDir m_folder;
    ManualClock m_clock{{1'000'000'000}};
    SystemRandom m_random;
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
};

namespace {

int guess(SignInLimit& limit, const QString& login)
{
    const Result<void> begun = limit.beginGuess(login);
    return begun ? 0 : begun.error().facts.value(u"seconds"_s).toInt();
}

/// As many guesses as nobody has to wait for.
bool takesFreeGuesses(SignInLimit& limit)
{
    for (int at = 0; at < SignInLimit::freeGuesses; ++at) {
        if (guess(limit, u"wang.fang"_s) != 0)
            return false;
    }
    return true;
}

} // namespace

void TestSignInLimit::theWaitGrows()
{
    SignInLimit limit(file("grows"), m_clock, m_random);
    QVERIFY(takesFreeGuesses(limit));
    for (const int wait : {30, 60, 120, 240, 480, 900, 900}) {
        QCOMPARE(limit.secondsToWait(u"Wang.Fang "_s), wait);
        QCOMPARE(guess(limit, u"wang.fang"_s), wait);
        QCOMPARE(guess(limit, u"li.jun"_s), 0); // others are free
        limit.forget(u"li.jun"_s);
        m_clock.advanceSeconds(wait - 1);
        QCOMPARE(guess(limit, u"wang.fang"_s), 1);
        m_clock.advanceSeconds(1);
        QCOMPARE(guess(limit, u"wang.fang"_s), 0);
    }
    limit.forget(u"wang.fang"_s);
    QVERIFY(!QFile::exists(file("grows")));
    QCOMPARE(guess(limit, u"wang.fang"_s), 0);
}

void TestSignInLimit::theCountOutlivesTheProgram()
{
    {
        SignInLimit limit(file("kept"), m_clock, m_random);
        QVERIFY(takesFreeGuesses(limit));
    }
    SignInLimit again(file("kept"), m_clock, m_random);
    QCOMPARE(again.secondsToWait(u"wang.fang"_s), 30);
    m_clock.advanceSeconds(2LL * 24 * 60 * 60);
    QCOMPARE(again.secondsToWait(u"wang.fang"_s), 0);
}

void TestSignInLimit::theFileNamesNobody()
{
    SignInLimit limit(file("names"), m_clock, m_random);
    QCOMPARE(guess(limit, u"wang.fang"_s), 0);
    QFile written(file("names"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains("wrong"));
    QVERIFY(!bytes.contains("wang"));
    SignInLimit other(file("others"), m_clock, m_random);
    QCOMPARE(guess(other, u"wang.fang"_s), 0);
    QFile second(file("others"));
    QVERIFY(second.open(QIODevice::ReadOnly));
    QVERIFY(second.readAll() != bytes); // salted: the same login looks different in each store
}

void TestSignInLimit::aClockSetBackLengthensNothing()
{
    SignInLimit limit(file("back"), m_clock, m_random);
    QVERIFY(takesFreeGuesses(limit));
    m_clock.advanceSeconds(-100'000);
    QCOMPARE(limit.secondsToWait(u"wang.fang"_s), 30);
    m_clock.advanceSeconds(30); // and not until the clock has caught up
    QCOMPARE(limit.secondsToWait(u"wang.fang"_s), 0);
    QCOMPARE(guess(limit, u"wang.fang"_s), 0);
}

void TestSignInLimit::aReadOnlyFolderStillCounts()
{
    SignInLimit limit(m_folder.filePath(u"nowhere/at/all"_s), m_clock, m_random);
    QVERIFY(takesFreeGuesses(limit));
    QCOMPARE(guess(limit, u"wang.fang"_s), 30);
    // The same when the file is there, with another login's count, and can no longer be replaced.
    SignInLimit full(file("fills"), m_clock, m_random);
    QCOMPARE(guess(full, u"li.jun"_s), 0);
    QVERIFY(QDir().mkdir(file("fills.new"))); // what is written first finds no room
    QVERIFY(takesFreeGuesses(full));
    QCOMPARE(guess(full, u"wang.fang"_s), 30);
}

void TestSignInLimit::manyAtOnceGetNoMore()
{
    SignInLimit one(file("race"), m_clock, m_random);
    SignInLimit other(file("race"), m_clock, m_random);
    std::atomic<int> free{0};
    std::vector<std::thread> threads;
    for (int at = 0; at < 8; ++at)
        threads.emplace_back([&, at] {
            for (int each = 0; each < 3; ++each)
                free += guess(at % 2 == 0 ? one : other, u"wang.fang"_s) == 0 ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(free.load(), SignInLimit::freeGuesses);
}

void TestSignInLimit::theLastOnesArePushedOutFirst()
{
    SignInLimit limit(file("full"), m_clock, m_random);
    QVERIFY(takesFreeGuesses(limit));
    for (std::size_t at = 0; at < SignInLimit::mostLogins + 10; ++at)
        QCOMPARE(guess(limit, u"login%1"_s.arg(at)), 0);
    QCOMPARE(limit.secondsToWait(u"wang.fang"_s), 30);
    QVERIFY(QFileInfo(file("full")).size() < 64 * 1024);
}

void TestSignInLimit::theGatewayMakesGuessersWait_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("an account") << u"wang.fang"_s;
    QTest::newRow("nobody's") << u"nobody.here"_s;
}

void TestSignInLimit::theGatewayMakesGuessersWait()
{
    QFETCH(QString, login);
    DemoCentre centre;
    for (int at = 1; at <= SignInLimit::freeGuesses; ++at) {
        const Result<Session> wrong = DemoCentre::outcome(centre.gateway().signIn(login, u"111222"_s));
        QCOMPARE(wrong.error().code, u"session.secret"_s);
        QCOMPARE(wrong.error().facts.value(u"seconds"_s).toInt(), at < SignInLimit::freeGuesses ? 0 : 30);
    }
    Result<Session> refused = DemoCentre::outcome(centre.gateway().signIn(login, u"730512"_s));
    QCOMPARE(refused.error().code, u"session.wait"_s);
    centre.reopen(); // a restart is no way round
    refused = DemoCentre::outcome(centre.gateway().signIn(login, u"730512"_s));
    QCOMPARE(refused.error().code, u"session.wait"_s);
    QCOMPARE(refused.error().facts.value(u"seconds"_s).toInt(), 30);
    centre.clock().advanceSeconds(30);
    const Result<Session> right = DemoCentre::outcome(centre.gateway().signIn(login, u"730512"_s));
    QCOMPARE(right.has_value(), login == u"wang.fang"_s);
    if (right) // and the count begins anew
        QVERIFY(!DemoCentre::outcome(centre.gateway().signIn(login, u"111222"_s)).error().facts.contains(u"seconds"_s));
}

void TestSignInLimit::aNewSecretFreesTheLogin()
{
    DemoCentre centre;
    for (int at = 0; at < SignInLimit::freeGuesses; ++at)
        QVERIFY(!DemoCentre::outcome(centre.gateway().signIn(u"wang.fang"_s, u"111222"_s)));
    DemoCentre::wait(centre.gateway().send(centre.session("admin"), AccountSetSecret{u"wang.fang"_s, SecretKind::Pin, u"284617"_s}));
    QVERIFY(DemoCentre::outcome(centre.gateway().signIn(u"wang.fang"_s, u"284617"_s)).has_value());
}

void TestSignInLimit::keySlotsAreUnderTheSameLimit()
{
    const MasterKey master = MasterKey::generate(m_random);
    KeySlots keySlots = KeySlots::create(RawId::make(m_clock.now(), m_random), sqlite::Cipher::Aegis256, false);
    QVERIFY(keySlots.addPassword(master, u"chen.jing"_s, u"open sesame 7"_s, SecretCost::minimum(), m_random));
    SignInLimit limit(file("slots"), m_clock, m_random);
    for (int at = 0; at < SignInLimit::freeGuesses; ++at)
        QCOMPARE(openWithPassword(keySlots, u"chen.jing"_s, u"open sesame 8"_s, limit).error().code, u"keys.wrongSecret"_s);
    QCOMPARE(openWithPassword(keySlots, u"chen.jing"_s, u"open sesame 7"_s, limit).error().code, u"session.wait"_s);
    m_clock.advanceSeconds(30);
    QVERIFY(openWithPassword(keySlots, u"chen.jing"_s, u"open sesame 7"_s, limit).has_value());
    QCOMPARE(limit.secondsToWait(u"chen.jing"_s), 0);
}

QTEST_GUILESS_MAIN(TestSignInLimit)
#include "tst_sign_in_limit.moc"
