// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue names every act of core/services/api, says what it takes, and the shipped roles speak of acts that exist.
#include "core/services/catalogue.h"

#include "core/domain/centre/centre_loader.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

QString readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QSet<QString> namesInHeaders()
{
    static const QRegularExpression name(u"constexpr const char\\* name = \"([^\"]+)\""_s);
    QSet<QString> names;
    QDirIterator files(QStringLiteral(ONEDOOR_SOURCE_DIR "/core/services/api"), {u"*.h"_s}, QDir::Files);
    while (files.hasNext()) {
        for (auto each = name.globalMatch(readAll(files.next())); each.hasNext();)
            names.insert(each.next().captured(1));
    }
    return names;
}

QSet<QString> namesInCatalogue()
{
    QSet<QString> names;
    for (const CatalogueEntry& each : catalogue())
        names.insert(each.name);
    return names;
}

QStringList fieldNames(const QJsonArray& schema)
{
    QStringList names;
    for (const QJsonValue each : schema)
        names.append(each.toObject().value(u"name").toString());
    return names;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsEveryActOfTheHeaders();
    void entriesAreComplete();
    void wordsOfTheLineAreNoFields();
    void checksParameters();
    void helpListsEveryAct();
    void rolesSpeakOfActsThatExist();
    void rolesGiveWhatTheDeskNeeds_data();
    void rolesGiveWhatTheDeskNeeds();
};

void TestCatalogue::holdsEveryActOfTheHeaders()
{
    const QSet<QString> headers = namesInHeaders();
    QVERIFY(headers.size() > 30);
    QCOMPARE(QStringList((headers - namesInCatalogue()).values()), QStringList());
    QCOMPARE(QStringList((namesInCatalogue() - headers).values()), QStringList());
    QCOMPARE(catalogue().size(), std::size_t(headers.size()));
}

void TestCatalogue::entriesAreComplete()
{
    for (const CatalogueEntry& each : catalogue()) {
        const QString description = QString::fromLatin1(each.description);
        QVERIFY2(description.endsWith(u'.') && description.size() < 120, each.name.data());
        QVERIFY2(!each.reply().isEmpty(), each.name.data());
        QCOMPARE(findCatalogueEntry(QString(each.name)), &each);
    }
    QCOMPARE(findCatalogueEntry(u"ticket.call")->kind, CatalogueEntry::Kind::Command);
    QCOMPARE(findCatalogueEntry(u"ticket.show")->kind, CatalogueEntry::Kind::Query);
    QVERIFY(!findCatalogueEntry(u"ticket.*"));
    QVERIFY(!findCatalogueEntry(u""));
}

void TestCatalogue::wordsOfTheLineAreNoFields()
{
    for (const CatalogueEntry& each : catalogue()) {
        for (const QString& word : {u"at"_s, u"as"_s, u"do"_s, u"id"_s})
            QVERIFY2(!fieldNames(each.parameters()).contains(word), each.name.data());
        for (const QString& word : {u"ok"_s, u"error"_s, u"id"_s})
            QVERIFY2(!fieldNames(each.reply()).contains(word), each.name.data());
    }
}

void TestCatalogue::checksParameters()
{
    const CatalogueEntry* call = findCatalogueEntry(u"ticket.call");
    QVERIFY(call->check({{u"ticket"_s, u"A012"_s}, {u"place"_s, u"window1"_s}}));
    QCOMPARE(call->check({}).error().code, u"json.missing"_s);
    QCOMPARE(call->check({{u"tikcet"_s, u"A012"_s}}).error().facts.value(u"nearest"_s).toString(), u"ticket"_s);
    const CatalogueEntry* visit = findCatalogueEntry(u"visit.register");
    const auto tooLong = visit->check({{u"service"_s, u"x"_s}, {u"summary"_s, u"y"_s}, {u"newPerson"_s, QJsonObject{{u"name"_s, QString(200, u'王')}}}});
    QCOMPARE(tooLong.error().code, u"text.tooLong"_s);
    QCOMPARE(tooLong.error().field, u"newPerson.name"_s);
}

void TestCatalogue::helpListsEveryAct()
{
    const QJsonArray acts = catalogueHelp().value(u"acts").toArray();
    QCOMPARE(acts.size(), qsizetype(catalogue().size()));
    for (const QJsonValue each : acts) {
        const QJsonObject act = each.toObject();
        QVERIFY(act.value(u"kind").toString() == u"command" || act.value(u"kind").toString() == u"query");
        QVERIFY(act.value(u"parameters").isArray() && act.value(u"reply").isArray());
    }
}

void TestCatalogue::rolesSpeakOfActsThatExist()
{
    const auto centre = loadCentre(readAll(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json")).toUtf8(), u"dongxihu.json"_s);
    QVERIFY(centre);
    for (const Role& role : centre->roles) {
        for (const QString& permission : role.permissions) {
            const Role one{.permissions = {permission}};
            const auto acts = catalogue();
            const bool matches = std::any_of(acts.begin(), acts.end(), [&](const CatalogueEntry& each) { return one.permits(QString(each.name)); });
            QVERIFY2(matches, qPrintable(role.key + u": "_s + permission));
        }
    }
}

void TestCatalogue::rolesGiveWhatTheDeskNeeds_data()
{
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("act");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("receptionist registers") << u"receptionist"_s << u"visit.register"_s << true;
    QTest::newRow("receptionist issues") << u"receptionist"_s << u"ticket.issue"_s << true;
    QTest::newRow("receptionist makes no accounts") << u"receptionist"_s << u"account.create"_s << false;
    QTest::newRow("room calls") << u"roomStaff"_s << u"ticket.callNext"_s << true;
    QTest::newRow("room sits down") << u"roomStaff"_s << u"place.staff"_s << true;
    QTest::newRow("room reads a visit") << u"roomStaff"_s << u"visit.show"_s << true;
    QTest::newRow("room registers no visit") << u"roomStaff"_s << u"visit.register"_s << false;
    QTest::newRow("room registers no person") << u"roomStaff"_s << u"person.register"_s << false;
    QTest::newRow("administrator") << u"administrator"_s << u"account.create"_s << true;
}

void TestCatalogue::rolesGiveWhatTheDeskNeeds()
{
    QFETCH(QString, role);
    QFETCH(QString, act);
    QFETCH(bool, allowed);
    const auto centre = loadCentre(readAll(QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json")).toUtf8(), u"dongxihu.json"_s);
    QVERIFY(centre && centre->findRole(role) && findCatalogueEntry(act));
    QCOMPARE(centre->findRole(role)->permits(act), allowed);
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
