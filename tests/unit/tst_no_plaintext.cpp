// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing that a visitor said stands readable in any file of a store: not in the databases, not in their logs, not beside them; not
// while the program runs, not after it closed, not after it died. The search proves itself on a store without a cipher.
#include "tests/support/store_surgery.h"

#include <QStringEncoder>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QStringList secrets{u"欧阳测试名"_s, u"13800005678"_s, u"咨询劳动报酬纠纷"_s, u"东西湖区幸福路八号"_s};

QString documentNumber()
{
    const QString digits = u"42019919800101001"_s;
    return digits + *residentCheckCharacter(digits);
}

/// Every file that holds a secret in UTF-8 or UTF-16 of either byte order, with what it holds.
QStringList findingsIn(const QString& folder)
{
    QStringList found;
    QStringList texts = secrets;
    texts << documentNumber();
    for (const QString& name : QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System)) {
        const QByteArray bytes = surgery::contents(folder + u'/' + name);
        for (const QString& text : texts) {
            for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
                QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
                const QByteArray needle = encoder(text);
                if (bytes.contains(needle))
                    found << name + u": "_s + text;
            }
        }
    }
    return found;
}

void registerVisitors(LocalGateway& gateway)
{
    const Session desk = DemoCentre::wait(gateway.sessionOf(u"wang.fang"_s));
    VisitRegister command;
    command.newPerson = PersonInput{.name = secrets[0], .documentKind = DocumentKind::ResidentId, .documentNumber = documentNumber(),
                                    .phone = secrets[1], .address = secrets[3]};
    command.service = u"legalAdvice"_s;
    command.summary = secrets[2];
    const VisitReply visit = DemoCentre::wait(gateway.send(desk, command));
    DemoCentre::wait(gateway.ask(desk, PersonLookup{secrets[1], 20}));
    DemoCentre::wait(gateway.ask(desk, PersonLookup{u"欧阳"_s, 20}));
    DemoCentre::wait(gateway.ask(desk, PersonShow{visit.person}));
}

} // namespace

class TestNoPlaintext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsReadable();
    void theSearchFindsAPlainStore();
    void theSearchKnowsTheEncodings();
};

void TestNoPlaintext::nothingIsReadable()
{
    DemoCentre centre;
    surgery::writeKeySlots(centre.paths(), centre.key(), centre.random());
    registerVisitors(centre.gateway());
    const QString folder = centre.paths().folder;
    QVERIFY(QDir(folder).entryList(QDir::Files).contains(u"journal.db-wal"_s));
    QCOMPARE(findingsIn(folder), QStringList()); // running
    QTemporaryDir crashed;
    surgery::copyFolder(folder, crashed.path());
    {
        auto recovered = LocalGateway::open(centre.setupIn(crashed.path()));
        QVERIFY(recovered);
        QCOMPARE(findingsIn(crashed.path()), QStringList()); // recovering from a crash
    }
    QFile::remove(centre.paths().views());
    centre.close();
    QCOMPARE(findingsIn(folder), QStringList()); // closed
    QVERIFY(centre.open());
    QCOMPARE(findingsIn(folder), QStringList()); // views made anew
}

void TestNoPlaintext::theSearchFindsAPlainStore()
{
    DemoCentre centre;
    QTemporaryDir plain;
    GatewaySetup setup = centre.setupIn(plain.path() + u"/store"_s);
    setup.cipher = sqlite::Cipher::None;
    auto gateway = LocalGateway::create(std::move(setup), centre.gateway().centre(),
                                        {{u"admin"_s, u"陈主任"_s, {u"administrator"_s}, SecretKind::Password, u"demo-password"_s},
                                         {u"wang.fang"_s, u"王芳"_s, {u"receptionist"_s}, SecretKind::Pin, u"730512"_s}},
                                        true);
    QVERIFY(gateway);
    registerVisitors(**gateway);
    const QStringList found = findingsIn(plain.path() + u"/store"_s);
    QVERIFY2(found.join(u' ').contains(secrets[0]) && found.join(u' ').contains(secrets[1]), qPrintable(found.join(u' ')));
    for (const QString& each : found) // even without a cipher the journal keeps personal details sealed
        QVERIFY2(!each.startsWith(u"journal.db"_s), qPrintable(each));
}

void TestNoPlaintext::theSearchKnowsTheEncodings()
{
    QTemporaryDir folder;
    const auto plant = [&](const QString& name, QStringConverter::Encoding encoding) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringEncoder encoder(encoding, QStringConverter::Flag::Stateless);
        const QByteArray bytes = encoder(secrets[0]);
        file.write("\x01\x02\x03" + bytes + "\x04");
    };
    plant(u"one"_s, QStringConverter::Utf8);
    plant(u"two"_s, QStringConverter::Utf16LE);
    plant(u"three"_s, QStringConverter::Utf16BE);
    QCOMPARE(findingsIn(folder.path()).size(), 3);
}

QTEST_GUILESS_MAIN(TestNoPlaintext)
#include "tst_no_plaintext.moc"
