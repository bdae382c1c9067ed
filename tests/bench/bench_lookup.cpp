// SPDX-License-Identifier: GPL-3.0-or-later
// lookup: every kind of look-up over 200,000 people and 1,000,000 visits, as a desk asks it: a question after each key. The views are filled
// with the program's own rows; the connection stays open, as the program's readers do. The baseline is the bare question: the same keys in a
// plain, unencrypted SQLite table, the prefix asked for and the rows of those who answer to it read, without ranking, visits and today's
// tickets.
#include "core/services/similarity_rules.h"
#include "core/store/views/bulk_views.h"
#include "core/store/views/lookup_keys.h"
#include "core/store/views/person_groups.h"
#include "core/store/views/person_queries.h"
#include "core/store/views/ticket_queries.h"
#include "core/services/rehearsal/population.h"
#include "tests/bench/bench_store.h"
#include "tests/bench/figure.h"

#include <QHash>

namespace onedoor::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int people = 200'000;
constexpr int visits = 1'000'000;
constexpr int visitsADay = 800;
constexpr int rounds = 400; ///< people looked up by each kind
constexpr int shown = 20;   ///< as the field's list shows
const QDate today(2026, 3, 2);
const Bound bound{.p99Microseconds = 16'000};

/// The views of a centre with ten years behind it.
class Town {
public:
    explicit Town(const QString& folder)
        : m_views(must(ViewsStore::open(folder + u"/views.db"_s, options()))),
          m_plain(must(sqlite::Database::open(folder + u"/plain.db"_s, {.key = {sqlite::Cipher::None, {}}, .synchronous = sqlite::Synchronous::Normal})))
    {
        must(m_plain.execute(u"CREATE TABLE lookup (key TEXT NOT NULL, person INTEGER NOT NULL, PRIMARY KEY (key, person)) WITHOUT ROWID;"
                             "CREATE TABLE persons (number INTEGER PRIMARY KEY, name TEXT, phone TEXT, document TEXT); BEGIN"_s));
        BulkViews bulk(m_views);
        must(bulk.begin());
        fillPeople(bulk);
        fillVisits(bulk);
        must(bulk.finishRows());
        must(bulk.finish(1, QByteArray(32, 'h')));
        must(m_plain.execute(u"COMMIT"_s));
    }

    ViewsStore& views() { return m_views; }
    const PersonRegistered& anybody() { return m_known[std::size_t(m_random.below(people))]; }
    PersonId anyId() { return m_ids[std::size_t(m_random.below(people))]; }

    /// The baseline: what any program must do at least.
    void askPlainly(const QString& text)
    {
        std::vector<std::int64_t> numbers;
        for (const QString& prefix : lookupPrefixes(text)) {
            sqlite::Statement select = must(m_plain.cached("SELECT person FROM lookup WHERE key >= ?1 AND key < ?2 LIMIT 200"));
            const QString end = prefix + QString::fromUcs4(U"\U0010FFFF");
            select.bindAll(prefix, end);
            while (must(select.step()))
                numbers.push_back(select.integer(0));
        }
        for (const std::int64_t number : numbers) {
            sqlite::Statement row = must(m_plain.cached("SELECT name, phone, document FROM persons WHERE number = ?1"));
            must(row.bind(1, number).step());
            (void)row.text(0);
        }
    }

private:
    sqlite::OpenOptions options() { return {.key = {sqlite::preferredCipher(), m_key.derive(KeyPurpose::ViewsFile)}, .synchronous = sqlite::Synchronous::Normal}; }

    void fillPeople(BulkViews& bulk)
    {
        const Population population = must(Population::load());
        for (int at = 0; at < people; ++at) {
            const Instant registered = Instant::fromIso(u"2016-03-02T09:00:00+08:00"_s).plusSeconds(at * 1'500LL);
            PersonState person;
            person.id = PersonId::make(registered, m_random);
            person.known = population.person(m_random, today);
            person.registeredAt = registered;
            must(bulk.put(person.id.raw, FoldedRecord{.state = person, .heads = {}, .conflicts = {}, .awaited = {}}));
            must(m_plain.run("INSERT INTO persons (number, name, phone, document) VALUES (?1, ?2, ?3, ?4)", std::int64_t(at), person.known.name,
                             person.known.phone, person.known.documentNumber));
            for (const QString& key : lookupKeys(person.known))
                must(m_plain.run("INSERT OR IGNORE INTO lookup (key, person) VALUES (?1, ?2)", key, std::int64_t(at)));
            m_ids.push_back(person.id);
            m_known.push_back(std::move(person.known));
        }
        LookupRows keys;
        for (const FoundBy& person : bulk.takeWithoutKeys())
            keys.add(person);
        must(bulk.putKeys(keys));
    }

    void fillVisits(BulkViews& bulk)
    {
        const auto put = [&](const RawId& id, RecordState state) {
            must(bulk.put(id, FoldedRecord{.state = std::move(state), .heads = {}, .conflicts = {}, .awaited = {}}));
        };
        for (int at = 0; at < visits; ++at) {
            const QDate day = today.addDays(-((visits - 1 - at) / visitsADay));
            const Instant arrived = Instant::fromIso(day.toString(Qt::ISODate) + u"T08:30:00+08:00"_s).plusSeconds(at % visitsADay * 40LL);
            VisitState visit;
            visit.id = VisitId::make(arrived, m_random);
            visit.known = {.visitNumber = day.toString(u"yyyyMMdd"_s) + u'-' + QString::number(at % visitsADay), .day = day, .arrivedAt = arrived,
                           .person = anyId(), .representatives = {}, .place = u"receptionRoom"_s, .matter = MatterId::make(arrived, m_random)};
            MatterState matter;
            matter.id = visit.known.matter;
            matter.known = {.visit = visit.id, .person = visit.known.person, .service = u"legalAdvice"_s, .summary = u"借款到期对方不还，咨询怎么起诉"_s};
            TicketState ticket;
            ticket.id = TicketId::make(arrived, m_random);
            ticket.number = QChar(u'A' + at % 4) + QString::number(1 + at % visitsADay).rightJustified(3, u'0');
            ticket.day = day;
            ticket.visit = visit.id;
            ticket.person = visit.known.person;
            ticket.issuedAt = ticket.arrivedAt = arrived;
            ticket.progress.service = u"legalAdvice"_s;
            ticket.progress.status = day == today ? TicketStatus::Waiting : TicketStatus::Finished;
            put(visit.id.raw, visit);
            put(matter.id.raw, matter);
            put(ticket.id.raw, ticket);
        }
    }

    SeededRandom m_random{11};
    SystemRandom m_keys;
    MasterKey m_key = MasterKey::generate(m_keys);
    ViewsStore m_views;
    sqlite::Database m_plain;
    std::vector<PersonId> m_ids;
    std::vector<PersonRegistered> m_known;
};

/// What the reception's field asks while the text is being typed, key by key from the third letter or the first character on.
bool typed(Town& town, const QString& kind, const std::function<QString(const PersonRegistered&)>& textOf)
{
    Samples ours;
    Samples plain;
    for (int round = 0; round < rounds; ++round) {
        const QString text = textOf(town.anybody());
        for (qsizetype length = 1; length <= text.size(); ++length) {
            const QString part = text.first(length);
            ours.push_back(timed([&] { must(queries::lookupPersons(town.views(), part, today, shown)); }));
            plain.push_back(timed([&] { town.askPlainly(part); }));
        }
    }
    return report(u"lookup."_s + kind, ours, plain, bound);
}

bool pinyin(Town& town)
{
    return typed(town, u"pinyin"_s, [](const PersonRegistered& person) {
        for (const QString& key : lookupKeys(person))
            if (key.startsWith(u'p'))
                return key.mid(1);
        return person.name;
    });
}

bool initials(Town& town)
{
    return typed(town, u"initials"_s, [](const PersonRegistered& person) {
        for (const QString& key : lookupKeys(person))
            if (key.startsWith(u'i'))
                return key.mid(1);
        return person.name;
    });
}

bool tickets(Town& town)
{
    Samples ours;
    Samples none;
    for (int round = 0; round < rounds; ++round) {
        const QString number = QChar(u'A' + round % 4) + QString::number(round).rightJustified(3, u'0');
        for (qsizetype length = 1; length <= number.size(); ++length)
            ours.push_back(timed([&] { must(queries::ticketsLike(town.views(), number.first(length).toLower(), shown, {Instant{}, today})); }));
    }
    return report(u"lookup.ticket"_s, ours, none, bound);
}

/// Former visits beside the form.
bool details(Town& town)
{
    Samples ours;
    Samples none;
    for (int round = 0; round < rounds; ++round) {
        const PersonId person = town.anyId();
        ours.push_back(timed([&] {
            must(queries::personGroup(town.views(), person));
            must(queries::person(town.views(), person));
            must(queries::visitsOfPerson(town.views(), person, 50));
        }));
    }
    return report(u"lookup.details"_s, ours, none, bound);
}

/// Likely duplicates of somebody who is being typed: a homophone with the same telephone, scored with its reasons.
bool similar(Town& town)
{
    Samples ours;
    Samples none;
    const SimilarityRules rules = must(similarityRules());
    for (int round = 0; round < rounds; ++round) {
        PersonRegistered like = town.anybody();
        like.documentNumber.clear();
        ours.push_back(timed([&] {
            const auto candidates = must(queries::similarCandidates(town.views(), like, 150));
            int likely = 0;
            for (const queries::SimilarCandidate& each : candidates)
                likely += similarity(like, each.known, rules).score >= rules.likely ? 1 : 0;
            if (likely == 0)
                qFatal("bench: nobody is like himself");
        }));
    }
    return report(u"lookup.similar"_s, ours, none, bound);
}

} // namespace

bool benchLookup()
{
    const QTemporaryDir folder(QDir::currentPath() + u"/onedoor-bench-XXXXXX"_s);
    Town town(folder.path());
    bool holds = typed(town, u"name"_s, [](const PersonRegistered& person) { return person.name; });
    holds = typed(town, u"nameEnding"_s, [](const PersonRegistered& person) { return person.name.mid(1); }) && holds;
    holds = pinyin(town) && holds;
    holds = initials(town) && holds;
    holds = typed(town, u"phone"_s, [](const PersonRegistered& person) { return person.phone; }) && holds;
    holds = typed(town, u"phoneTail"_s, [](const PersonRegistered& person) { return person.phone.right(4); }) && holds;
    holds = typed(town, u"document"_s, [](const PersonRegistered& person) { return person.documentNumber; }) && holds;
    holds = typed(town, u"documentTail"_s, [](const PersonRegistered& person) { return person.documentNumber.right(6); }) && holds;
    holds = tickets(town) && holds;
    holds = details(town) && holds;
    return similar(town) && holds;
}

} // namespace onedoor::bench
