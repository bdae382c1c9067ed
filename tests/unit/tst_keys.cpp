// SPDX-License-Identifier: GPL-3.0-or-later
// Master key, recovery key, secrets, sealing, keyring: everything of core/store/keys except the slots file.
#include "core/store/keys/aead.h"
#include "core/store/keys/master_key.h"
#include "core/store/keys/qt_keychain.h"
#include "core/store/keys/recovery_key.h"
#include "core/store/keys/secret_verifier.h"
#include "core/store/keys/subject_seal.h"
#include "tests/support/memory_keyring.h"

#include <QTest>
#include <algorithm>
#include <new>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

bool allZero(std::span<const unsigned char> bytes)
{
    return std::ranges::all_of(bytes, [](unsigned char byte) { return byte == 0; });
}

RecoveryKey sampleKey()
{
    SeededRandom random(11);
    return RecoveryKey::generate(random);
}

bool sameBytes(const RecoveryKey& one, const RecoveryKey& other)
{
    return std::ranges::equal(one.bytes(), other.bytes());
}

} // namespace

class TestKeys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void derivedKeysDifferAndRepeat();
    void keysAreWipedWhenLetGo();
    void wipeEmptiesOnlyItsOwn();
    void recoveryTextReadsBack();
    void recoveryReadingForgives_data();
    void recoveryReadingForgives();
    void recoveryFindsTheWrongGroup();
    void recoveryNoticesSwaps();
    void recoveryRefusesOtherText();
    void pins_data();
    void pins();
    void passwords_data();
    void passwords();
    void hashesMatchOnlyTheirSecret();
    void hashKnowsItsCost();
    void sealOpensOnlyAsItWas();
    void sealedBytesShowNothing();
    void sealNeverRepeatsItself();
    void everyBitOfASealCounts();
    void otherAlgorithmIsUnsupported();
    void wrappedKeyIsBoundToItsPerson();
    void keyringAnswers();
    void silentKeyringIsUnavailable();
    void sealingSpeed();
};

void TestKeys::derivedKeysDifferAndRepeat()
{
    SeededRandom random(1);
    const MasterKey master = MasterKey::generate(random);
    const MasterKey other = MasterKey::generate(random);
    const auto purposes = {KeyPurpose::JournalFile, KeyPurpose::ViewsFile, KeyPurpose::SubjectWrapping, KeyPurpose::Lookup};
    for (const KeyPurpose one : purposes) {
        QVERIFY(master.derive(one).equals(master.derive(one)));
        QVERIFY(!master.derive(one).equals(other.derive(one)));
        QVERIFY(!master.derive(one).equals(master.key()));
        for (const KeyPurpose two : purposes)
            QCOMPARE(master.derive(one).equals(master.derive(two)), one == two);
    }
    // Frozen: another derivation would lock every existing store.
    const MasterKey zero{SecretKey()};
    QCOMPARE(QByteArray::fromRawData(reinterpret_cast<const char*>(zero.derive(KeyPurpose::JournalFile).bytes().data()), 4)
                 .toHex(),
             QByteArray("7c94af2a"));
}

void TestKeys::keysAreWipedWhenLetGo()
{
    SeededRandom random(1);
    alignas(KeyBytes) unsigned char place[sizeof(KeyBytes)];
    auto* const key = new (place) KeyBytes(KeyBytes::generate(random));
    QVERIFY(!allZero(place));
    key->~KeyBytes();
    QVERIFY(allZero(place));

    alignas(RecoveryKey) unsigned char paper[sizeof(RecoveryKey)];
    auto* const recovery = new (paper) RecoveryKey(RecoveryKey::generate(random));
    QVERIFY(!allZero(paper));
    recovery->~RecoveryKey();
    QVERIFY(allZero(paper));

    KeyBytes from = KeyBytes::generate(random);
    const KeyBytes copy = from.copy();
    const KeyBytes to = std::move(from);
    QVERIFY(std::ranges::equal(to.bytes(), copy.bytes()));
    QVERIFY(allZero(from.bytes())); // NOLINT(bugprone-use-after-move): that it is empty is the point
}

void TestKeys::wipeEmptiesOnlyItsOwn()
{
    QString secret = u"山高月小"_s + QString::number(7);
    const QString other = secret;
    wipe(secret);
    QVERIFY(secret.isEmpty());
    QCOMPARE(other, u"山高月小7"_s);
    QByteArray bytes("abc");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    wipe(bytes);
}

void TestKeys::recoveryTextReadsBack()
{
    SystemRandom random;
    for (int round = 0; round < 200; ++round) {
        const RecoveryKey key = RecoveryKey::generate(random);
        const QString text = key.toText();
        QCOMPARE(text.size(), 47);
        QCOMPARE(text.count(u'-'), 7);
        const auto read = RecoveryKey::parse(text);
        QVERIFY(read);
        QVERIFY(sameBytes(*read, key));
    }
}

void TestKeys::recoveryReadingForgives_data()
{
    const QString text = sampleKey().toText();
    QTest::addColumn<QString>("typed");
    QTest::newRow("lower case") << text.toLower();
    QTest::newRow("no dashes") << QString(text).remove(u'-');
    QTest::newRow("blanks and line breaks") << u"  "_s + QString(text).replace(u'-', u"  \n"_s);
    QTest::newRow("letters for digits") << QString(text).replace(u'0', u'O').replace(u'1', u'l');
    QTest::newRow("capital i for one") << QString(text).replace(u'1', u'I').replace(u'0', u'o');
    QTest::newRow("long dashes") << QString(text).replace(u'-', u'\u2014');
    QString wide;
    for (const QChar character : text)
        wide += character == u'-' ? QChar(u'\uff0d') : QChar(char16_t(character.unicode() + 0xfee0));
    QTest::newRow("full width") << wide;
}

void TestKeys::recoveryReadingForgives()
{
    QFETCH(QString, typed);
    const auto read = RecoveryKey::parse(typed);
    QVERIFY2(read, read ? "" : qPrintable(read.error().code));
    QVERIFY(sameBytes(*read, sampleKey()));
}

void TestKeys::recoveryFindsTheWrongGroup()
{
    const QString text = sampleKey().toText();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'-')
            continue;
        for (const char16_t other : {u'0', u'7', u'Z', u'H'}) {
            if (text[at] == other)
                continue;
            QString typed = text;
            typed[at] = other;
            const auto read = RecoveryKey::parse(typed);
            QVERIFY(!read);
            QCOMPARE(read.error().code, u"keys.recoveryGroup"_s);
            QCOMPARE(read.error().facts.value(u"group"_s).toInt(), int(at / 6) + 1);
        }
    }
}

void TestKeys::recoveryNoticesSwaps()
{
    const QString text = sampleKey().toText();
    int tried = 0;
    for (qsizetype at = 0; at + 1 < text.size(); ++at) {
        if (text[at] == u'-' || text[at + 1] == u'-' || text[at] == text[at + 1])
            continue;
        QString typed = text;
        std::swap(typed[at], typed[at + 1]);
        QVERIFY(!RecoveryKey::parse(typed));
        ++tried;
    }
    QVERIFY(tried > 20);
    QStringList groups = text.split(u'-');
    groups.swapItemsAt(2, 5);
    QCOMPARE(RecoveryKey::parse(groups.join(u'-')).error().facts.value(u"group"_s).toInt(), 3);
}

void TestKeys::recoveryRefusesOtherText()
{
    const QString text = sampleKey().toText();
    QCOMPARE(RecoveryKey::parse({}).error().code, u"keys.recoveryLength"_s);
    QCOMPARE(RecoveryKey::parse(text.chopped(1)).error().code, u"keys.recoveryLength"_s);
    QCOMPARE(RecoveryKey::parse(text + u'0').error().code, u"keys.recoveryLength"_s);
    QCOMPARE(RecoveryKey::parse(text + text).error().code, u"keys.recoveryLength"_s);
    QCOMPARE(RecoveryKey::parse(u"U"_s + text).error().code, u"keys.recoveryCharacter"_s);
    QCOMPARE(RecoveryKey::parse(u"恢复密钥"_s).error().code, u"keys.recoveryCharacter"_s);
}

void TestKeys::pins_data()
{
    QTest::addColumn<QString>("pin");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << u"402917"_s << QString();
    QTest::newRow("full width") << u"４０２９１７"_s << QString();
    QTest::newRow("short") << u"40291"_s << u"secret.pinShape"_s;
    QTest::newRow("long") << u"4029170"_s << u"secret.pinShape"_s;
    QTest::newRow("letter") << u"40291a"_s << u"secret.pinShape"_s;
    QTest::newRow("empty") << QString() << u"secret.pinShape"_s;
    QTest::newRow("other digits") << u"٤٠٢٩١٧"_s << u"secret.pinShape"_s;
    QTest::newRow("one digit") << u"888888"_s << u"secret.pinTrivial"_s;
    QTest::newRow("two digits") << u"121212"_s << u"secret.pinTrivial"_s;
    QTest::newRow("twice three") << u"138138"_s << u"secret.pinTrivial"_s;
    QTest::newRow("up") << u"123456"_s << u"secret.pinTrivial"_s;
    QTest::newRow("down") << u"654321"_s << u"secret.pinTrivial"_s;
    QTest::newRow("up past nine") << u"789012"_s << u"secret.pinTrivial"_s;
}

void TestKeys::pins()
{
    QFETCH(QString, pin);
    QFETCH(QString, code);
    const auto checked = SecretVerifier::checkPin(pin);
    QCOMPARE(checked ? QString() : checked.error().code, code);
    if (!checked)
        QCOMPARE(checked.error().field, u"pin"_s);
}

void TestKeys::passwords_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("code");
    QTest::newRow("good") << u"tea at 4pm"_s << QString();
    QTest::newRow("eight") << u"k3Rf9wQz"_s << QString();
    QTest::newRow("seven") << u"k3Rf9wQ"_s << u"secret.passwordShort"_s;
    QTest::newRow("one character") << u"aaaaaaaaaa"_s << u"secret.passwordTrivial"_s;
    QTest::newRow("two characters") << u"abababababab"_s << u"secret.passwordTrivial"_s;
    QTest::newRow("endless") << u"k3Rf9wQz"_s.repeated(17) << u"secret.passwordLong"_s;
}

void TestKeys::passwords()
{
    QFETCH(QString, password);
    QFETCH(QString, code);
    const auto checked = SecretVerifier::checkPassword(password);
    QCOMPARE(checked ? QString() : checked.error().code, code);
}

void TestKeys::hashesMatchOnlyTheirSecret()
{
    const SecretVerifier verifier(SecretCost::minimum());
    const auto hash = verifier.hash(u"402917"_s);
    QVERIFY(hash);
    QVERIFY(hash->startsWith(u"$argon2id$"));
    QVERIFY(!hash->contains(u"402917"));
    QVERIFY(verifier.matches(*hash, u"402917"_s));
    QVERIFY(verifier.matches(*hash, u"４０２９１７"_s));
    QVERIFY(!verifier.matches(*hash, u"402918"_s));
    QVERIFY(!verifier.matches(*hash, {}));
    QVERIFY(!verifier.matches(u"$argon2id$nonsense"_s, u"402917"_s));
    QVERIFY(!verifier.matches({}, u"402917"_s));
    QVERIFY(verifier.hash(u"402917"_s).value() != *hash); // salted
}

void TestKeys::hashKnowsItsCost()
{
    const auto hash = SecretVerifier(SecretCost::minimum()).hash(u"402917"_s);
    QVERIFY(hash);
    QVERIFY(!SecretVerifier(SecretCost::minimum()).isOutdated(*hash));
    QVERIFY(SecretVerifier(SecretCost::interactive()).isOutdated(*hash));
}

void TestKeys::sealOpensOnlyAsItWas()
{
    SeededRandom random(5);
    const SubjectKey key = SubjectKey::generate(random);
    const SubjectKey other = SubjectKey::generate(random);
    const QByteArray plain("surname=Zhang;phone=13900000000");
    const QByteArray sealed = SubjectSeal::seal(key, plain, "event 1", random);
    QCOMPARE(sealed.size(), plain.size() + SubjectSeal::overhead);
    QCOMPARE(SubjectSeal::open(key, sealed, "event 1").value(), plain);
    QCOMPARE(SubjectSeal::open(key, sealed, "event 2").error().kind, ErrorKind::Corrupt);
    QCOMPARE(SubjectSeal::open(other, sealed, "event 1").error().kind, ErrorKind::Corrupt);
    QCOMPARE(SubjectSeal::open(key, sealed.chopped(1), "event 1").error().kind, ErrorKind::Corrupt);
    QCOMPARE(SubjectSeal::open(key, {}, "event 1").error().kind, ErrorKind::Corrupt);
    const QByteArray nothing = SubjectSeal::seal(key, {}, {}, random);
    QCOMPARE(SubjectSeal::open(key, nothing, {}).value(), QByteArray());
    QByteArray two("head");
    SubjectSeal::seal(key, plain, {}, random, two);
    QVERIFY(two.startsWith("head"));
    QCOMPARE(SubjectSeal::open(key, QByteArrayView(two).sliced(4), {}).value(), plain);
}

void TestKeys::sealedBytesShowNothing()
{
    SeededRandom random(5);
    const SubjectKey key = SubjectKey::generate(random);
    QVERIFY(!SubjectSeal::seal(key, "13900000000", {}, random).contains("1390"));
}

void TestKeys::sealNeverRepeatsItself()
{
    SystemRandom random;
    const SubjectKey key = SubjectKey::generate(random);
    QVERIFY(SubjectSeal::seal(key, "same", {}, random) != SubjectSeal::seal(key, "same", {}, random));
    SeededRandom one(9), two(9); // rehearsals replay
    QCOMPARE(SubjectSeal::seal(key, "same", {}, one), SubjectSeal::seal(key, "same", {}, two));
}

void TestKeys::everyBitOfASealCounts()
{
    SeededRandom random(5);
    const SubjectKey key = SubjectKey::generate(random);
    const QByteArray sealed = SubjectSeal::seal(key, "short", "x", random);
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray changed = sealed;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << bit % 8));
        QVERIFY(!SubjectSeal::open(key, changed, "x"));
    }
}

void TestKeys::otherAlgorithmIsUnsupported()
{
    SeededRandom random(5);
    const SubjectKey key = SubjectKey::generate(random);
    QByteArray sealed = SubjectSeal::seal(key, "text", {}, random);
    sealed[0] = 9;
    QCOMPARE(SubjectSeal::open(key, sealed, {}).error().kind, ErrorKind::Unsupported);
}

void TestKeys::wrappedKeyIsBoundToItsPerson()
{
    SeededRandom random(5);
    const MasterKey master = MasterKey::generate(random);
    const SecretKey wrapping = master.derive(KeyPurpose::SubjectWrapping);
    const SubjectKey key = SubjectKey::generate(random);
    const RawId person = RawId::make({1}, random), neighbour = RawId::make({2}, random);
    const QByteArray wrapped = SubjectSeal::wrap(wrapping, key, person, random);
    const auto unwrapped = SubjectSeal::unwrap(wrapping, wrapped, person);
    QVERIFY(unwrapped);
    QVERIFY(std::ranges::equal(unwrapped->bytes(), key.bytes()));
    QCOMPARE(SubjectSeal::unwrap(wrapping, wrapped, neighbour).error().kind, ErrorKind::WrongKey);
    QCOMPARE(SubjectSeal::unwrap(master.key(), wrapped, person).error().kind, ErrorKind::WrongKey);
    QCOMPARE(SubjectSeal::unwrap(wrapping, wrapped.chopped(1), person).error().kind, ErrorKind::Corrupt);
}

void TestKeys::keyringAnswers()
{
    MemoryKeyring keyring;
    QStringList heard;
    const auto hear = [&heard](const KeyringAnswer& answer) {
        heard += QString::number(int(answer.state)) + u':' + QString::fromLatin1(answer.secret);
    };
    keyring.read(u"store"_s, hear);
    QVERIFY(heard.isEmpty()); // never before the call returns
    keyring.write(u"store"_s, "abc", [&heard](bool taken) { heard += taken ? u"taken"_s : u"refused"_s; });
    keyring.read(u"store"_s, hear);
    QTRY_COMPARE(heard, (QStringList{u"1:"_s, u"taken"_s, u"0:abc"_s}));
    heard.clear();
    keyring.broken = true;
    keyring.read(u"store"_s, hear);
    keyring.remove(u"store"_s, [&heard](bool gone) { heard += gone ? u"gone"_s : u"refused"_s; });
    QTRY_COMPARE(heard, (QStringList{u"2:"_s, u"refused"_s}));
}

void TestKeys::silentKeyringIsUnavailable()
{
    // Wherever this runs, with or without a keyring service, exactly one answer comes and the program goes on.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    int answers = 0;
    KeyringAnswer last;
    {
        QtKeychain keychain(u"onedoor-test"_s, std::chrono::milliseconds(200));
        keychain.read(u"no such secret"_s, [&](const KeyringAnswer& answer) {
            ++answers;
            last = answer;
        });
        QTRY_COMPARE(answers, 1);
        QVERIFY(last.state != KeyringState::Found);
        QTest::qWait(300);
        QCOMPARE(answers, 1);
        keychain.read(u"no such secret"_s, [&answers](const KeyringAnswer&) { ++answers; });
    }
    QTest::qWait(300);
    QCOMPARE(answers, 1); // the keychain is gone, so is its answer
}

void TestKeys::sealingSpeed()
{
    SystemRandom random;
    const SubjectKey key = SubjectKey::generate(random);
    const QByteArray plain(400, 'x');
    QByteArray sealed;
    sealed.reserve(plain.size() + SubjectSeal::overhead);
    QBENCHMARK {
        sealed.resize(0);
        SubjectSeal::seal(key, plain, "event", random, sealed);
    }
    QVERIFY(SubjectSeal::open(key, sealed, "event"));
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
