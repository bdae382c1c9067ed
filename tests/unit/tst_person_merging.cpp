// SPDX-License-Identifier: GPL-3.0-or-later
// One human being who was taken down twice: likely duplicates, merging, what is seen as one, taking it back, rings that two PCs make unaware
// of each other, and what erasing, holds and the export make of it. Answers queue.md section 5: 17 (a visit that exists is not found), 25
// (duplicate entries), 33 (refer to the same person). All people are invented.
#include "core/domain/person/person_group.h"
#include "core/services/api/erasure.h"
#include "core/services/api/person_merging.h"
#include "core/services/catalogue.h"
#include "core/services/similarity_rules.h"
#include "core/store/views/person_groups.h"
#include "tests/support/fold_history.h"
#include "tests/support/hall_pc.h"
#include "tests/support/state_dump.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

const QString phone = u"13871205566"_s;
const QString otherPhone = u"13871205577"_s;
const QString reason = u"同一人，姓名听写有误"_s;

bool hasKey(hall::Pc& pc, PersonId person)
{
    bool has = false;
    pc.gateway->onWriter([&](CommandRunner& runner) { has = !runner.writer().journal().wrappedKey(person.raw).value_or(QByteArray()).isEmpty(); });
    return has;
}

/// Past every handler, as from a PC that knew nothing of what happened here.
void writeAnyway(hall::Pc& pc, PersonId person, const Event& event)
{
    pc.gateway->onWriter([&](CommandRunner& runner) {
        Writer& writer = runner.writer();
        if (!writer.begin() || !writer.append({{person.raw, event, person}}, {}, pc.clock.now()) || !writer.commit())
            qFatal("not written");
    });
}

} // namespace

class TestPersonMerging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theShippedRulesAreWhole();
    void likelyDuplicatesWhileTyping_data();
    void likelyDuplicatesWhileTyping();
    void likelyDuplicatesOfSomebodyKnown();
    void bothAreSeenAsOne();
    void newVisitsGoToTheKeptOne();
    void takenBackEverythingIsAsBefore();
    void viewsBuiltAnewSayTheSame();
    void whatIsRefused();
    void onlyAdministrators();
    void aRingHasOneKeptPerson();
    void chainsAreFollowed();
    void anyOrderGivesTheSameGroups();
    void mergesMeetCorrectionsUnharmed();
    void erasingTakesAllRecords();
    void holdsAndTicketsOfAnyRecordStandAgainstErasing();
    void aMergeThatCameTooLateLeavesNobodyHidden();
    void theExportTellsOfAllRecords();
    void allOfItWithoutAWindow();

private:
    template <typename Command>
    Result<typename Command::Reply> send(const Command& command, const char* login = "admin")
    {
        return hall::outcome(m_pc->gateway->send(m_pc->session(login), command));
    }
    template <typename Query>
    Result<typename Query::Reply> ask(const Query& query, const char* login = "admin")
    {
        return hall::outcome(m_pc->gateway->ask(m_pc->session(login), query));
    }
    VisitReply visit(const PersonInput& person, const QString& summary = u"咨询"_s);
    void withdraw(const VisitReply& visit) { QVERIFY(send(TicketWithdraw{{visit.ticket.toString(), {}}}, "wang.fang")); }
    std::vector<PersonRow> found(const QString& text) { return ask(PersonLookup{text}).value().persons; }
    void merge(PersonId person, PersonId into) { QVERIFY(send(PersonMerge{person, into, reason})); }
    QString wholeView();

    std::unique_ptr<hall::Pc> m_pc;
    VisitReply m_fang;  ///< 王芳, here before
    VisitReply m_other; ///< 王方: the same woman, taken down by ear
};

void TestPersonMerging::init()
{
    m_pc = std::make_unique<hall::Pc>();
    m_pc->found();
    m_fang = visit({.name = u"王芳"_s, .birth = QDate(1968, 3, 2), .phone = phone}, u"楼上漏水"_s);
    withdraw(m_fang);
    m_pc->clock.advanceSeconds(60);
    m_other = visit({.name = u"王方"_s, .birth = QDate(1968, 3, 2), .phone = otherPhone}, u"还是漏水"_s);
}

void TestPersonMerging::cleanup()
{
    m_pc->close();
    m_pc.reset();
}

VisitReply TestPersonMerging::visit(const PersonInput& person, const QString& summary)
{
    VisitRegister command;
    command.newPerson = person;
    command.service = u"legalAdvice"_s;
    command.summary = summary;
    return hall::wait(m_pc->gateway->send(m_pc->session("wang.fang", u"window1"_s), command));
}

/// What look-up, details and history say of everybody here.
QString TestPersonMerging::wholeView()
{
    QString all;
    const auto add = [&](const auto& reply) { all += QString::fromUtf8(QJsonDocument(toJson(reply, 480)).toJson()); };
    for (const QString& text : {u"王"_s, u"wangfang"_s, phone, otherPhone})
        add(ask(PersonLookup{text}).value());
    for (const PersonId& person : {m_fang.person, m_other.person}) {
        add(ask(PersonShow{person}).value());
        add(ask(PersonHolds{person}).value());
        add(ask(PersonMerges{person}).value());
    }
    return all;
}

void TestPersonMerging::theShippedRulesAreWhole()
{
    QVERIFY(similarityRules());
    QVERIFY(similarityRules()->likely < similarityRules()->certain);
}

void TestPersonMerging::likelyDuplicatesWhileTyping_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("typedPhone");
    QTest::addColumn<QDate>("birth");
    QTest::addColumn<QStringList>("expected");
    const QDate birth(1968, 3, 2);
    QTest::newRow("sounds alike, same telephone") << u"汪芳"_s << QString() << phone << QDate() << QStringList{u"王芳"_s};
    QTest::newRow("sounds alike, same birth") << u"王防"_s << QString() << QString() << birth << QStringList{u"王芳"_s, u"王方"_s};
    QTest::newRow("given name first") << u"芳王"_s << QString() << QString() << birth << QStringList{u"王芳"_s, u"王方"_s};
    QTest::newRow("half a telephone") << u"王芳"_s << QString() << phone.left(6) << QDate() << QStringList();
    QTest::newRow("a name alone") << u"王芳"_s << QString() << QString() << QDate() << QStringList();
    QTest::newRow("nothing yet") << QString() << QString() << QString() << QDate() << QStringList();
    QTest::newRow("nobody is near") << u"赵六"_s << QString() << u"13871209999"_s << birth << QStringList();
}

void TestPersonMerging::likelyDuplicatesWhileTyping()
{
    QFETCH(QString, name);
    QFETCH(QString, number);
    QFETCH(QString, typedPhone);
    QFETCH(QDate, birth);
    PersonRegistered typed{.name = name, .documentNumber = number, .birth = birth, .phone = typedPhone};
    const auto reply = ask(PersonSimilar{{}, typed}, "wang.fang"); // whoever registers people may ask
    QVERIFY(reply);
    QStringList names;
    for (const SimilarPerson& each : reply->persons) {
        names << each.person.name;
        QVERIFY(each.score >= similarityRules()->likely);
        QVERIFY(!each.reasons.empty());
    }
    names.sort();
    QFETCH(QStringList, expected);
    expected.sort();
    QCOMPARE(names, expected);
}

void TestPersonMerging::likelyDuplicatesOfSomebodyKnown()
{
    auto similar = ask(PersonSimilar{m_other.person, {}}).value().persons;
    QCOMPARE(similar.size(), std::size_t(1));
    QCOMPARE(similar[0].person.person, m_fang.person);
    QVERIFY(!similar[0].certain);
    merge(m_other.person, m_fang.person);
    QVERIFY(ask(PersonSimilar{m_other.person, {}}).value().persons.empty()); // they are one now
    QVERIFY(ask(PersonSimilar{m_fang.person, {}}).value().persons.empty());
    // Told as the person who stands for it, though only the record that was folded in has this telephone.
    similar = ask(PersonSimilar{{}, PersonRegistered{.name = u"王方"_s, .phone = otherPhone}}).value().persons;
    QCOMPARE(similar.size(), std::size_t(1));
    QCOMPARE(similar[0].person.person, m_fang.person);
    for (const auto& wrong : {PersonSimilar{}, PersonSimilar{m_fang.person, PersonRegistered{.name = u"王芳"_s}}}) {
        const auto refused = ask(wrong);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"similar.nobody"_s);
    }
}

void TestPersonMerging::bothAreSeenAsOne()
{
    merge(m_other.person, m_fang.person);
    for (const QString& text : {u"王方"_s, u"王芳"_s, u"wf"_s, otherPhone, u"5577"_s, u"5566"_s}) {
        const auto rows = found(text);
        QVERIFY2(rows.size() == 1, qPrintable(text));
        QCOMPARE(rows[0].person, m_fang.person);
        QCOMPARE(rows[0].name, u"王芳"_s);
        QCOMPARE(rows[0].visits, 2u);
        QCOMPARE(rows[0].todayNumber, m_other.number); // the ticket of the other record counts
    }
    for (const PersonId& asked : {m_fang.person, m_other.person}) {
        const PersonDetails details = ask(PersonShow{asked}).value();
        QCOMPARE(details.person, m_fang.person);
        QCOMPARE(details.records, (std::vector{m_fang.person, m_other.person}));
        QCOMPARE(details.visits.size(), std::size_t(2));
        QCOMPARE(details.visits[0].summary, u"还是漏水"_s); // the newest first, whichever record it stands under
        QCOMPARE(details.visits[1].summary, u"楼上漏水"_s);
    }
    const auto merges = ask(PersonMerges{m_fang.person}).value();
    QCOMPARE(merges.merged.size(), std::size_t(1));
    QCOMPARE(merges.merged[0].known.name, u"王方"_s);
    QCOMPARE(merges.merged[0].reason, reason);
    QCOMPARE(merges.merged[0].mergedBy, u"陈主任"_s);
    QStringList types;
    const HistoryReply history = ask(VisitHistory{m_fang.visit}).value();
    for (const HistoryRow& row : history.entries) {
        types << row.type;
        if (row.type == u"person.merged")
            QCOMPARE(row.details.value(u"keptName"_s).toString(), u"王芳"_s);
    }
    QCOMPARE(types.count(u"person.registered"_s), 2);
    QVERIFY(types.contains(u"person.merged"_s));
}

void TestPersonMerging::newVisitsGoToTheKeptOne()
{
    const QString number = u"42019919790821004"_s + *residentCheckCharacter(u"42019919790821004"_s);
    PersonCorrected correction;
    correction.documentKind = DocumentKind::ResidentId;
    correction.documentNumber = number;
    QVERIFY(send(PersonCorrect{m_other.person, correction}, "wang.fang"));
    merge(m_other.person, m_fang.person);
    VisitRegister again;
    again.person = m_other.person; // a form that was open while they were merged
    again.service = u"legalAdvice"_s;
    again.summary = u"第三次"_s;
    QCOMPARE(send(again, "wang.fang").value().person, m_fang.person);
    VisitRegister scanned;
    scanned.newPerson = PersonInput{.name = u"王方"_s, .documentKind = DocumentKind::ResidentId, .documentNumber = number};
    scanned.service = u"legalAdvice"_s;
    scanned.summary = u"第四次"_s;
    QCOMPARE(send(scanned, "wang.fang").value().person, m_fang.person);
    QCOMPARE(found(u"王芳"_s).at(0).visits, 4u);
    QVERIFY(send(PersonUnmerge{m_other.person, {}}));
    QCOMPARE(found(u"王芳"_s).at(0).visits, 3u); // what came meanwhile stays with whom it was written for
    QCOMPARE(found(u"王方"_s).at(0).visits, 1u);
}

void TestPersonMerging::takenBackEverythingIsAsBefore()
{
    QVERIFY(send(PersonHold{m_other.person, u"诉讼"_s, {}}));
    const QString before = wholeView();
    merge(m_other.person, m_fang.person);
    QVERIFY(wholeView() != before);
    const PersonMergeReply back = send(PersonUnmerge{m_other.person, u"不是同一人"_s}).value();
    QCOMPARE(back.kept, m_other.person);
    QCOMPARE(back.records, std::vector{m_other.person});
    QCOMPARE(wholeView(), before);
    merge(m_fang.person, m_other.person); // and now the other way round
    QCOMPARE(found(u"王芳"_s).at(0).name, u"王方"_s);
}

void TestPersonMerging::viewsBuiltAnewSayTheSame()
{
    merge(m_other.person, m_fang.person);
    const QString before = wholeView();
    m_pc->close();
    for (const QString& ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(m_pc->paths().views() + ending);
    m_pc->open();
    QCOMPARE(wholeView(), before);
}

void TestPersonMerging::whatIsRefused()
{
    const auto refusal = [&](PersonId person, PersonId into) {
        const auto reply = send(PersonMerge{person, into, reason});
        return reply ? QString() : QString(reply.error().code + u' ' + reply.error().field);
    };
    const PersonId third = visit({.name = u"李小红"_s}).person;
    QCOMPARE(refusal(third, third), u"merge.same into"_s);
    QCOMPARE(refusal(PersonId::make(m_pc->clock.now(), m_pc->random), third), u"person.unknown person"_s);
    QCOMPARE(refusal(third, PersonId::make(m_pc->clock.now(), m_pc->random)), u"person.unknown into"_s);
    const auto noReason = send(PersonMerge{third, m_fang.person, {}});
    QVERIFY(!noReason);
    QCOMPARE(noReason.error().code, u"text.required"_s);
    const auto nothing = send(PersonUnmerge{third, {}});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, u"merge.notMerged"_s);
    merge(m_other.person, m_fang.person);
    QCOMPARE(refusal(m_fang.person, m_other.person), u"merge.mergedAlready into"_s); // a ring
    QCOMPARE(refusal(m_other.person, m_fang.person), u"merge.mergedAlready person"_s);
    QCOMPARE(refusal(third, m_other.person), u"merge.mergedAlready into"_s);
    const auto named = send(PersonMerge{third, m_other.person, reason});
    QCOMPARE(named.error().facts.value(u"name"_s).toString(), u"王芳"_s); // whom to choose instead
    QCOMPARE(refusal(third, m_fang.person), QString());
}

/// A receptionist's "person.*" does not mean these, also in centres that were founded before there were any.
void TestPersonMerging::onlyAdministrators()
{
    const auto isForbidden = [](const auto& result) { return !result && result.error().code == u"session.notPermitted"; };
    QVERIFY(isForbidden(send(PersonMerge{m_other.person, m_fang.person, reason}, "wang.fang")));
    QVERIFY(isForbidden(send(PersonUnmerge{m_other.person, {}}, "wang.fang")));
    QVERIFY(isForbidden(ask(PersonMerges{m_fang.person}, "wang.fang")));
    QVERIFY(isForbidden(ask(PersonSimilar{m_fang.person, {}}, "li.jun")));
    QVERIFY(ask(PersonSimilar{m_fang.person, {}}, "wang.fang"));
}

/// A into B here, B into A there: whoever was registered first is kept, and taking it back leaves no arrow behind.
void TestPersonMerging::aRingHasOneKeptPerson()
{
    writeAnyway(*m_pc, m_fang.person, PersonMerged{m_other.person, u"此处"_s});
    writeAnyway(*m_pc, m_other.person, PersonMerged{m_fang.person, u"彼处"_s});
    QCOMPARE(ask(PersonShow{m_other.person}).value().person, m_fang.person);
    QCOMPARE(ask(PersonShow{m_fang.person}).value().person, m_fang.person);
    QCOMPARE(found(u"王方"_s).at(0).person, m_fang.person);
    QVERIFY(send(PersonUnmerge{m_other.person, {}}));
    QCOMPARE(ask(PersonShow{m_other.person}).value().person, m_other.person);
    QCOMPARE(ask(PersonShow{m_fang.person}).value().person, m_fang.person);
    QCOMPARE(ask(PersonShow{m_fang.person}).value().records.size(), std::size_t(1));
}

void TestPersonMerging::chainsAreFollowed()
{
    const PersonId third = visit({.name = u"王昉"_s}).person;
    merge(m_other.person, third);
    merge(third, m_fang.person);
    QCOMPARE(ask(PersonShow{m_other.person}).value().person, m_fang.person);
    QCOMPARE(ask(PersonShow{m_fang.person}).value().records.size(), std::size_t(3));
    QCOMPARE(found(u"王昉"_s).at(0).visits, 3u);
    QVERIFY(send(PersonUnmerge{third, {}}));
    QCOMPARE(ask(PersonShow{m_other.person}).value().person, third); // what was folded into it before stays with it
    QCOMPARE(ask(PersonShow{m_fang.person}).value().records.size(), std::size_t(1));
}

namespace {

/// People who three PCs merge and take apart, each knowing of the others what it was shown.
class Quarrel {
public:
    explicit Quarrel(std::uint64_t seed) : m_random(seed), m_records(people)
    {
        for (int at = 0; at < people; ++at) {
            m_ids.push_back(PersonId(RawId::make(samples::start.plusSeconds(at), m_random)));
            m_records[std::size_t(at)].act(0, PersonRegistered{.name = QString::number(at)}, at);
        }
        show(0, 1);
        show(0, 2);
        for (int count = 0; count < 24; ++count) {
            if (m_random.below(3) == 0)
                show(int(m_random.below(3)), int(m_random.below(3)));
            act(int(m_random.below(3)), 100 + std::int64_t(m_random.below(60)));
        }
    }

    const std::vector<Nodes>& records() const { return m_records; }
    const std::vector<PersonId>& ids() const { return m_ids; }
    std::size_t merges() const { return m_merges; }

    /// Who stands for whom when the records' events arrived in some order.
    template <typename Fold>
    std::vector<PersonId> kept(const Fold& fold) const
    {
        std::vector<PersonId> arrows;
        for (const Nodes& record : m_records)
            arrows.push_back(arrowOf(fold(record)));
        return keptOfAll(arrows);
    }

private:
    static constexpr int people = 5;

    static PersonId arrowOf(const FoldedRecord& record)
    {
        const PersonState state = stateAs<PersonState>(record.state);
        return state.merge() != nullptr ? state.merge()->kept : PersonId();
    }
    std::vector<PersonId> keptOfAll(const std::vector<PersonId>& arrows) const
    {
        std::vector<PersonId> kept;
        for (const PersonId& each : m_ids)
            kept.push_back(*keptOf(each, [&](PersonId person) -> Result<PersonId> {
                return arrows[std::size_t(std::find(m_ids.begin(), m_ids.end(), person) - m_ids.begin())];
            }));
        return kept;
    }
    void show(int from, int to)
    {
        for (Nodes& record : m_records)
            record.show(from, to);
    }
    /// As the handlers decide, upon what this PC knows.
    void act(int author, std::int64_t wall)
    {
        const auto at = std::size_t(m_random.below(people));
        const auto other = std::size_t(m_random.below(people));
        const std::vector<PersonId> known = kept([&](const Nodes& record) { return record.seenBy(author); });
        const PersonState state = stateAs<PersonState>(m_records[at].seenBy(author).state);
        if (m_random.below(5) == 0) {
            m_records[at].act(author, PersonCorrected{.phone = QString::number(wall)}, wall);
        } else if (at != other && known[at] == m_ids[at] && known[other] == m_ids[other]) {
            m_records[at].act(author, PersonMerged{m_ids[other], {}}, wall);
            ++m_merges;
        } else if (known[at] != m_ids[at]) {
            for (const MergeState& merge : state.merges)
                m_records[at].act(author, PersonUnmerged{merge.kept, {}}, wall);
        }
    }

    SeededRandom m_random;
    std::vector<Nodes> m_records;
    std::vector<PersonId> m_ids;
    std::size_t m_merges = 0;
};

} // namespace

/// Whatever three PCs do unaware of each other: every order of arrival gives the same groups, each person belongs to exactly one, and its
/// kept person stands for itself.
void TestPersonMerging::anyOrderGivesTheSameGroups()
{
    std::size_t merges = 0;
    for (std::uint64_t seed = 1; seed <= 150; ++seed) {
        const Quarrel quarrel(seed);
        merges += quarrel.merges();
        const std::vector<PersonId> expected = quarrel.kept([](const Nodes& record) { return record.folded(); });
        SeededRandom random(seed);
        for (int round = 0; round < 6; ++round) {
            QCOMPARE(quarrel.kept([&](const Nodes& record) { return foldRecord(shuffled(record.events(), random, round % 2 == 1)); }), expected);
            QCOMPARE(quarrel.kept([&](const Nodes& record) { return arrived(interleaved(record.events(), random)); }), expected);
        }
        for (const PersonId& each : expected) {
            const auto at = std::size_t(std::find(quarrel.ids().begin(), quarrel.ids().end(), each) - quarrel.ids().begin());
            QCOMPARE(expected[at], each);
        }
    }
    QVERIFY(merges > 300); // there was something to disagree about
}

/// A correction and a merge of one record that did not know of each other both stand; two merges are told to people.
void TestPersonMerging::mergesMeetCorrectionsUnharmed()
{
    SeededRandom random(3);
    const PersonId one = PersonId::make(samples::start, random);
    const PersonId two = PersonId::make(samples::start, random);
    const auto rivals = [&](const Event& here, const Event& there) {
        Nodes nodes;
        nodes.act(0, PersonRegistered{.name = u"王方"_s}, 0);
        nodes.show(0, 1);
        nodes.show(0, 2);
        nodes.act(1, here, 10);
        nodes.act(2, there, 20);
        return nodes.folded();
    };
    FoldedRecord folded = rivals(PersonCorrected{.phone = phone}, PersonMerged{one, reason});
    QVERIFY(folded.conflicts.empty());
    QCOMPARE(stateAs<PersonState>(folded.state).known.phone, phone);
    QCOMPARE(stateAs<PersonState>(folded.state).merge()->kept, one);
    folded = rivals(PersonMerged{one, reason}, PersonMerged{two, reason});
    QCOMPARE(folded.conflicts.size(), std::size_t(1));
    QCOMPARE(folded.conflicts[0].rule, MergeRule::FieldWise);
    QCOMPARE(stateAs<PersonState>(folded.state).merge()->kept, two); // the newest, until somebody judges
}

void TestPersonMerging::erasingTakesAllRecords()
{
    withdraw(m_other);
    merge(m_other.person, m_fang.person);
    QCOMPARE(ask(PersonErasure{m_fang.person}).value().merged, std::vector{m_other.person}); // told before it is decided
    const auto folded = send(PersonErase{m_other.person, ErasureReason::ConsentWithdrawn, u"王方"_s});
    QVERIFY(!folded);
    QCOMPARE(folded.error().code, u"merge.mergedAlready"_s);
    QCOMPARE(folded.error().facts.value(u"name"_s).toString(), u"王芳"_s);
    const auto erased = send(PersonErase{m_fang.person, ErasureReason::ConsentWithdrawn, u"王芳"_s});
    QVERIFY(erased);
    QCOMPARE(erased->merged, std::vector{m_other.person});
    QVERIFY(erased->leftBehind.empty());
    for (const PersonId& each : {m_fang.person, m_other.person}) {
        QVERIFY(!hasKey(*m_pc, each));
        QCOMPARE(ask(PersonErasure{each}).value().state, ErasurePhase::Complete);
        QCOMPARE(ask(PersonShow{each}).value().known.name, QString());
    }
    for (const QString& text : {u"王"_s, u"wangfang"_s, phone, otherPhone})
        QVERIFY(found(text).empty());
    QCOMPARE(ask(PersonErasures{}).value().erasures.size(), std::size_t(2));
    const auto apart = send(PersonUnmerge{m_other.person, {}});
    QVERIFY(!apart);
    QCOMPARE(apart.error().code, u"person.erased"_s);
}

void TestPersonMerging::holdsAndTicketsOfAnyRecordStandAgainstErasing()
{
    merge(m_other.person, m_fang.person);
    const PersonErase command{m_fang.person, ErasureReason::RetentionEnded, u"王芳"_s};
    const auto inHall = send(command);
    QVERIFY(!inHall);
    QCOMPARE(inHall.error().code, u"person.inHall"_s);
    QCOMPARE(inHall.error().facts.value(u"number"_s).toString(), m_other.number);
    withdraw(m_other);
    const HoldId hold = send(PersonHold{m_other.person, u"诉讼"_s, {}}).value().hold;
    const auto held = send(command);
    QVERIFY(!held);
    QCOMPARE(held.error().code, u"person.onHold"_s);
    QCOMPARE(held.error().facts.value(u"reason"_s).toString(), u"诉讼"_s);
    QVERIFY(hasKey(*m_pc, m_fang.person) && hasKey(*m_pc, m_other.person)); // not half of it
    QCOMPARE(ask(PersonHolds{m_fang.person}).value().holds.size(), std::size_t(1));
    QVERIFY(send(PersonReleaseHold{m_fang.person, hold, {}})); // found on whichever record it stands
    QVERIFY(send(command));
}

/// Erased here while another PC folded somebody in: that record is not hidden behind a name that nobody can find.
void TestPersonMerging::aMergeThatCameTooLateLeavesNobodyHidden()
{
    QVERIFY(send(PersonErase{m_fang.person, ErasureReason::ConsentWithdrawn, u"王芳"_s}));
    writeAnyway(*m_pc, m_other.person, PersonMerged{m_fang.person, reason});
    const auto rows = found(u"王方"_s);
    QCOMPARE(rows.size(), std::size_t(1));
    QCOMPARE(rows[0].person, m_other.person);
    QCOMPARE(ask(PersonErasure{m_fang.person}).value().leftBehind, std::vector{m_other.person});
    withdraw(m_other);
    QVERIFY(send(PersonErase{m_other.person, ErasureReason::ConsentWithdrawn, u"王方"_s}));
    QVERIFY(ask(PersonErasure{m_fang.person}).value().leftBehind.empty());
}

void TestPersonMerging::theExportTellsOfAllRecords()
{
    QVERIFY(send(PersonHold{m_other.person, u"诉讼"_s, {}}));
    merge(m_other.person, m_fang.person);
    for (const PersonId& asked : {m_fang.person, m_other.person}) {
        const PersonExportReply all = ask(PersonExport{asked}).value();
        QCOMPARE(all.person, m_fang.person);
        QCOMPARE(all.visits.size(), std::size_t(2));
        QCOMPARE(all.holds.size(), std::size_t(1));
        QCOMPARE(all.merged.size(), std::size_t(1));
        QCOMPARE(all.merged[0].known.name, u"王方"_s);
        QCOMPARE(all.merged[0].history.size(), std::size_t(3)); // registered, held, merged
    }
}

void TestPersonMerging::allOfItWithoutAWindow()
{
    const auto run = [&](const QString& name, const QJsonObject& parameters) {
        return hall::wait(runByName(*m_pc->gateway, m_pc->session("admin"), name, parameters));
    };
    const QString one = m_fang.person.toString();
    const QString other = m_other.person.toString();
    const QJsonObject similar = run(u"person.similar"_s, {{u"input"_s, QJsonObject{{u"name"_s, u"汪芳"_s}, {u"phone"_s, phone}}}});
    const QJsonObject first = similar.value(u"persons"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"person"_s).toObject().value(u"person"_s).toString(), one);
    QCOMPARE(first.value(u"reasons"_s).toArray().at(0).toObject().value(u"reason"_s).toString(), u"samePhone"_s);
    QCOMPARE(run(u"person.merge"_s, {{u"person"_s, other}, {u"into"_s, one}, {u"reason"_s, reason}}).value(u"kept"_s).toString(), one);
    QCOMPARE(run(u"person.merges"_s, {{u"person"_s, one}}).value(u"merged"_s).toArray().size(), 1);
    QCOMPARE(run(u"person.unmerge"_s, {{u"person"_s, other}}).value(u"kept"_s).toString(), other);
}

QTEST_GUILESS_MAIN(TestPersonMerging)
#include "tst_person_merging.moc"
