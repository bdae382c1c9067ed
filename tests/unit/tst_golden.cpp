// SPDX-License-Identifier: GPL-3.0-or-later
// The stored formats stay what they are: today's encoding of each event type is byte for byte its golden file, and the golden file
// decodes to exactly the golden values. With ONEDOOR_WRITE_GOLDEN=1 missing files are written; one that exists is never touched.
// And each type is whole: golden file, merge rule, an effect on its record, and somebody who produces it.
#include "core/base/json_fields.h"
#include "core/domain/event_traits.h"
#include "core/journal/envelope.h"
#include "tests/support/event_samples.h"
#include "tests/support/fixed_sealer.h"
#include "tests/support/state_dump.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>
#include <algorithm>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t typeCount = std::variant_size_v<EventKinds>;
const auto goldenFolder = QStringLiteral(ONEDOOR_SOURCE_DIR "/tests/data/golden/");

struct Golden {
    EnvelopeHeader header;
    PersonId subject;
    Event event;
};

/// Everything follows from the type's name, so that a new type leaves the others' files alone.
Golden goldenOf(std::size_t index)
{
    SeededRandom any(0);
    const QByteArray type = eventTypeOf(samples::eventAt(index, any, true));
    SeededRandom random(qFromLittleEndian<quint64>(RawId::named(type).bytes.data()));
    Golden golden;
    golden.header.ref = {StreamId::make(samples::start, random), 1 + random.below(100'000)};
    random.fill(golden.header.previous);
    golden.header.record = RawId::make(samples::start, random);
    golden.header.parents = {{golden.header.ref.stream, golden.header.ref.sequence - 1}, {StreamId::make(samples::start, random), 7}};
    if (golden.header.ref.sequence == 1)
        golden.header.parents.erase(golden.header.parents.begin());
    std::sort(golden.header.parents.begin(), golden.header.parents.end());
    golden.header.actor = AccountId::make(samples::start, random);
    golden.header.wall = samples::start.plusSeconds(std::int64_t(random.below(1'000'000)));
    golden.header.time = {HybridTime::at(golden.header.wall).value + random.below(100)};
    golden.subject = PersonId::make(samples::start, random);
    golden.event = samples::eventAt(index, random, true);
    return golden;
}

QByteArray encoded(Golden golden)
{
    QByteArray bytes;
    FixedSealer sealer;
    const Result<void> outcome = encodeEnvelope(bytes, golden.header, golden.event, golden.subject, sealer);
    return outcome ? bytes : QByteArray();
}

QJsonObject jsonOf(const Event& event)
{
    return std::visit([](const auto& each) { return toJson(each, 480); }, event);
}

QJsonArray jsonOf(const std::vector<EventRef>& refs)
{
    QJsonArray all;
    for (const EventRef& ref : refs)
        all.append(QString(ref.stream.toString() + u'/' + QString::number(ref.sequence)));
    return all;
}

QJsonObject jsonOf(const Envelope& envelope, const Event& event)
{
    QJsonArray subjects;
    for (const PersonId& subject : envelope.subjects)
        subjects.append(subject.toString());
    return {{u"type"_s, QString::fromLatin1(envelope.type)},
            {u"version"_s, qint64(envelope.version)},
            {u"stream"_s, envelope.ref.stream.toString()},
            {u"sequence"_s, qint64(envelope.ref.sequence)},
            {u"previous"_s, QString::fromLatin1(viewOf(envelope.previous).toByteArray().toHex())},
            {u"record"_s, envelope.record.toString()},
            {u"parents"_s, jsonOf(envelope.parents)},
            {u"actor"_s, envelope.actor.toString()},
            {u"time"_s, QString::number(envelope.time.value)},
            {u"wall"_s, envelope.wall.toIso(480)},
            {u"compartment"_s, QString::fromLatin1(envelope.compartment)},
            {u"subjects"_s, subjects},
            {u"event"_s, jsonOf(event)}};
}

/// Lines of 64 digits.
QByteArray toLines(const QByteArray& bytes)
{
    QByteArray lines;
    const QByteArray digits = bytes.toHex();
    for (qsizetype at = 0; at < digits.size(); at += 64)
        lines += digits.mid(at, 64) + '\n';
    return lines;
}

QString nameOf(const Event& event)
{
    const auto version = std::visit([](const auto& each) { return std::decay_t<decltype(each)>::version; }, event);
    return QString::fromLatin1(eventTypeOf(event)) + u'@' + QString::number(version);
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeIfMissing(const QString& path, const QByteArray& content)
{
    QDir().mkpath(goldenFolder);
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.write(content);
}

/// Names of golden files that should be there and are not.
QStringList missingGolden(const QStringList& names, const QString& folder)
{
    QStringList missing;
    for (const QString& name : names) {
        for (const QString& suffix : {u".hex"_s, u".json"_s}) {
            if (!QFile::exists(folder + name + suffix))
                missing.append(name + suffix);
        }
    }
    return missing;
}

/// Event structs that no source makes a value of: "Type{…", or a variable of that type.
QStringList unproduced(const QStringList& structs, const QStringList& sources)
{
    QStringList missing;
    for (const QString& name : structs) {
        const QRegularExpression made(u"(?<!struct )\\b"_s + name + u"(?: \\w+ ?[;={]|\\{(?!\\}))"_s);
        if (std::none_of(sources.begin(), sources.end(), [&](const QString& source) { return source.contains(made); }))
            missing.append(name);
    }
    return missing;
}

/// "TicketCalled" for "ticket.called".
QString structOf(const QString& type)
{
    QString name;
    for (const QString& word : type.split(u'.'))
        name += word.left(1).toUpper() + word.mid(1);
    return name;
}

QStringList typeNames()
{
    QStringList names;
    SeededRandom random(0);
    for (std::size_t index = 1; index < typeCount; ++index)
        names.append(QString::fromLatin1(eventTypeOf(samples::eventAt(index, random, true))));
    return names;
}

/// Product sources that may produce events, comments left out.
QStringList producingSources()
{
    static const QRegularExpression comments(u"//[^\n]*"_s);
    QStringList sources;
    for (const char* folder : {"/core/domain", "/core/journal", "/core/store", "/core/services"}) {
        QDirIterator files(QStringLiteral(ONEDOOR_SOURCE_DIR) + QLatin1String(folder), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            sources.append(QString::fromUtf8(readAll(files.next())).remove(comments));
    }
    return sources;
}

/// What went before an event of this kind, so that it can have an effect: the event that begins its record, and an act to take back.
std::vector<Event> preludeOf(const Event& event)
{
    const auto is = [&](const char* prefix) { return QByteArray(eventTypeOf(event)).startsWith(prefix); };
    SeededRandom random(5);
    samples::Filler filler(random, true);
    if (is("ticket.") && !is("ticket.issued"))
        return {filler.make<TicketIssued>(), TicketCalled{.place = u"window1"_s}};
    if (is("host.yielded"))
        return {HostNamed{NodeId::make(samples::start, random), std::get<HostYielded>(event).node, 1, true}};
    if (is("number.taken"))
        return {NumbersGranted{.first = 1, .last = 20}};
    if (is("person.corrected"))
        return {filler.make<PersonRegistered>()};
    if (is("person.unmerged"))
        return {filler.make<PersonRegistered>(), PersonMerged{std::get<PersonUnmerged>(event).kept, u"twice"_s}};
    if (is("account.") && !is("account.created"))
        return {filler.make<AccountCreated>()};
    if (is("place.left"))
        return {filler.make<PlaceStaffed>()};
    return {};
}

/// The golden event with the numbers that fit its prelude.
Event fitting(Event event)
{
    if (auto* granted = std::get_if<NumbersGranted>(&event))
        granted->last = granted->first + 19;
    if (auto* taken = std::get_if<NumberTaken>(&event))
        taken->ordinal = 5;
    if (auto* reverted = std::get_if<TicketReverted>(&event))
        *reverted = {.sequence = 2};
    return event;
}

bool hasEffect(const std::vector<Event>& before, const Event& event)
{
    RecordState state;
    std::uint64_t sequence = 0;
    const auto metaNow = [&] { return EventMeta{.ref = {{}, ++sequence}, .at = samples::start.plusSeconds(std::int64_t(sequence))}; };
    for (const Event& each : before)
        evolveRecord(state, each, metaNow());
    const QString unchanged = dumpOf(state);
    evolveRecord(state, event, metaNow());
    return dumpOf(state) != unchanged;
}

} // namespace

class TestGolden : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void bytesAreGolden_data() { rows(); }
    void bytesAreGolden();
    void goldenIsRead_data() { rows(); }
    void goldenIsRead();
    void everyFieldIsSet_data() { rows(); }
    void everyFieldIsSet();
    void everyTypeHasItsFiles();
    void noFileIsOrphaned();
    void everyTypeIsProduced();
    void everyTypeEvolves_data() { rows(); }
    void everyTypeEvolves();

private:
    static void rows();
};

void TestGolden::rows()
{
    QTest::addColumn<int>("index");
    SeededRandom random(0);
    for (std::size_t index = 1; index < typeCount; ++index)
        QTest::newRow(eventTypeOf(samples::eventAt(index, random, true))) << int(index);
}

void TestGolden::bytesAreGolden()
{
    QFETCH(int, index);
    const Golden golden = goldenOf(std::size_t(index));
    const QByteArray bytes = encoded(golden);
    QVERIFY(!bytes.isEmpty());
    const QString path = goldenFolder + nameOf(golden.event);
    if (qEnvironmentVariable("ONEDOOR_WRITE_GOLDEN") == u"1") {
        FixedSealer sealer;
        const Result<Envelope> envelope = decodeEnvelope(bytes);
        QVERIFY(envelope.has_value());
        writeIfMissing(path + u".hex"_s, toLines(bytes));
        writeIfMissing(path + u".json"_s, QJsonDocument(jsonOf(*envelope, golden.event)).toJson());
    }
    QCOMPARE(toLines(bytes), readAll(path + u".hex"_s));
}

void TestGolden::goldenIsRead()
{
    QFETCH(int, index);
    const Golden golden = goldenOf(std::size_t(index));
    const QString path = goldenFolder + nameOf(golden.event);
    const QByteArray bytes = QByteArray::fromHex(readAll(path + u".hex"_s));
    const Result<Envelope> envelope = decodeEnvelope(bytes);
    QVERIFY(envelope.has_value());
    FixedSealer sealer;
    const ReadEvent read = readEvent(*envelope, &sealer);
    QCOMPARE(read.reading, Reading::Whole);
    QCOMPARE(read.event.index(), golden.event.index());
    const QJsonDocument expected = QJsonDocument::fromJson(readAll(path + u".json"_s));
    QVERIFY(expected.isObject());
    QCOMPARE(QJsonDocument(jsonOf(*envelope, read.event)).toJson(), expected.toJson());
}

void TestGolden::everyFieldIsSet()
{
    QFETCH(int, index);
    const QJsonObject fields = jsonOf(goldenOf(std::size_t(index)).event);
    for (const QString& key : fields.keys()) {
        const QJsonValue value = fields.value(key);
        QVERIFY2(!value.isNull() && value != QJsonValue(QString()) && value != QJsonValue(0) && value != QJsonValue(false) && value != QJsonValue(QJsonArray()),
                 qPrintable(key));
    }
}

void TestGolden::everyTypeHasItsFiles()
{
    QStringList names;
    for (std::size_t index = 1; index < typeCount; ++index)
        names.append(nameOf(goldenOf(index).event));
    names.append(u"planted.type@1"_s);
    QCOMPARE(missingGolden(names, goldenFolder), QStringList({u"planted.type@1.hex"_s, u"planted.type@1.json"_s}));
}

void TestGolden::noFileIsOrphaned()
{
    // A file of a version that is no longer written needs an upcaster and a test of its own before its type may leave the list.
    QStringList expected;
    for (std::size_t index = 1; index < typeCount; ++index) {
        const QString name = nameOf(goldenOf(index).event);
        expected << name + u".hex"_s << name + u".json"_s;
    }
    expected.sort();
    QCOMPARE(QDir(goldenFolder).entryList(QDir::Files, QDir::Name), expected);
}

void TestGolden::everyTypeIsProduced()
{
    QStringList structs;
    for (const QString& type : typeNames())
        structs.append(structOf(type));
    structs.append(u"PlantedEvent"_s);
    const QStringList sources = producingSources();
    QVERIFY(sources.size() > 50);
    QCOMPARE(unproduced(structs, sources).join(u' '), u"PlantedEvent"_s);
    QStringList without = sources;
    without.replaceInStrings(u"return TicketReverted{"_s, u"return Ticket{"_s);
    QCOMPARE(unproduced(structs, without), QStringList({u"TicketReverted"_s, u"PlantedEvent"_s}));
    // And the scan itself: a declaration, a parameter or an empty value produces nothing.
    const QString declared = u"struct PlantedEvent {\n};\nvoid evolve(State&, const PlantedEvent& event);\nvalue_or(PlantedEvent{})"_s;
    QCOMPARE(unproduced({u"PlantedEvent"_s}, {declared}).size(), 1);
    QCOMPARE(unproduced({u"PlantedEvent"_s}, {u"return PlantedEvent{.place = key};"_s}).size(), 0);
    QCOMPARE(unproduced({u"PlantedEvent"_s}, {u"PlantedEvent planted{key};"_s}).size(), 0);
}

void TestGolden::everyTypeEvolves()
{
    QFETCH(int, index);
    const Event event = fitting(goldenOf(std::size_t(index)).event);
    const std::vector<Event> prelude = preludeOf(event);
    if (std::holds_alternative<ConflictResolved>(event)) { // heeded by the fold: tst_conflict_fold
        QVERIFY(!hasEffect(prelude, event));
        return;
    }
    QVERIFY(hasEffect(prelude, event));
    // Planted: an event that its record does not understand changes nothing, and this check sees it.
    const bool isPerson = std::visit(
        [](const auto& each) {
            using Type = std::decay_t<decltype(each)>;
            if constexpr (std::is_same_v<Type, UnknownEvent>)
                return false;
            else
                return std::is_same_v<typename EventTraits<Type>::State, PersonState>;
        },
        event);
    const Event foreign = isPerson ? Event(PlaceLeft{.place = u"window1"_s}) : Event(PersonCorrected{.name = u"x"_s});
    std::vector<Event> before = prelude;
    before.push_back(event);
    QVERIFY(!hasEffect(before, foreign));
}

QTEST_APPLESS_MAIN(TestGolden)
#include "tst_golden.moc"
