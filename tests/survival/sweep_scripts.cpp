// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/sweep_scripts.h"

#include "core/services/api/counter.h"
#include "core/services/api/erasure.h"
#include "core/store/atomic_file.h"
#include "core/store/checkpoint.h"
#include "core/store/salvage.h"
#include "core/store/store_creation.h"
#include "core/store/views/node_queries.h"
#include "core/sync/inbound.h"
#include "core/sync/journal_log.h"
#include "tests/support/store_surgery.h"

namespace onedoor::sweep {

using namespace Qt::StringLiterals;

namespace {

void clear(Stage& stage)
{
    QDir folder(stage.bases().workFolder());
    folder.removeRecursively();
    folder.mkpath(u"."_s);
}

void layOutStore(Stage& stage)
{
    clear(stage);
    surgery::copyFolder(stage.bases().store(), stage.paths().folder);
}

void withoutViews(Stage& stage)
{
    layOutStore(stage);
    QFile::remove(stage.paths().views());
}

/// The journal of now with the views of before.
void withOldViews(Stage& stage)
{
    layOutStore(stage);
    QFile::remove(stage.paths().views());
    QFile::copy(StorePaths{stage.bases().earlier()}.views(), stage.paths().views());
}

/// As after a disk was put back: the journal and its witness do not belong together.
void withoutWitness(Stage& stage)
{
    layOutStore(stage);
    QFile::remove(stage.paths().witness());
}

void damaged(Stage& stage)
{
    layOutStore(stage);
    constexpr qint64 page = 4096;
    // In the first quarter: half of so young a journal is the event that founds the centre, without which nothing can be saved.
    surgery::flip(stage.paths().journal(), QFileInfo(stage.paths().journal()).size() / page / 4 * page + 100);
}

// --- what is done ------------------------------------------------------------------------------------------------------------------------

Result<Session> sessionOf(LocalGateway& gateway, const char* login, const QString& place = {})
{
    Result<Session> session = hall::outcome(gateway.sessionOf(QString::fromLatin1(login)));
    if (session)
        session->place = place;
    return session;
}

/// Opens the store and runs `work`; nothing when it does not open.
void withGateway(Stage& stage, const std::function<void(LocalGateway&)>& work)
{
    const auto gateway = stage.open();
    if (stage.went(gateway))
        work(**gateway);
}

bool stands(LocalGateway* gateway, const QString& ticket, TicketStatus status)
{
    const Result<Session> desk = sessionOf(*gateway, "wang.fang");
    if (!desk)
        return false;
    const auto shown = hall::outcome(gateway->ask(*desk, TicketShow{ticket}));
    return shown && shown->ticket.status == status;
}

void acknowledgeTicket(Stage& stage, const VisitReply& visit)
{
    stage.acknowledge(u"ticket "_s + visit.number, [id = visit.ticket.toString()](Stage&, LocalGateway* gateway) { return stands(gateway, id, TicketStatus::Waiting); });
}

VisitRegister registration(const QString& name)
{
    VisitRegister command;
    command.newPerson = PersonInput{.name = name, .documentKind = DocumentKind::None};
    command.service = u"legalAdvice"_s;
    command.summary = u"咨询"_s;
    return command;
}

void found(Stage& stage)
{
    const FoundingPlan plan{.paths = stage.paths(), .centre = stage.bases().definition(),
                            .administrator = {u"wang.fang"_s, u"王芳"_s, {u"administrator"_s, u"receptionist"_s}, SecretKind::Password, hall::password},
                            .rehearsal = true, .cost = SecretCost::minimum(), .nodeName = u"sweep"_s, .software = hall::software, .clock = stage.clock(),
                            .random = stage.random()};
    auto made = foundNewStore(plan);
    if (!stage.went(made))
        return;
    stage.keepFoundedKey(std::move(made->master));
    stage.acknowledge(u"the store"_s, [](Stage&, LocalGateway* gateway) { return sessionOf(*gateway, "wang.fang").has_value(); });
}

/// A founding that was not acknowledged is begun again in the same place.
QStringList foundAgain(Stage& stage, bool done)
{
    if (done || (QFile::exists(stage.paths().journal()) && !holdsUnfinishedStore(stage.paths())))
        return {};
    const std::size_t before = stage.acknowledged();
    found(stage);
    return stage.acknowledged() > before ? QStringList() : QStringList{u"can't be founded any more: "_s + stage.refusals().back().code};
}

void registerVisitors(Stage& stage)
{
    withGateway(stage, [&](LocalGateway& gateway) {
        const Result<Session> desk = sessionOf(gateway, "wang.fang", u"window1"_s);
        for (int at = 0; stage.went(desk) && at < 3; ++at) {
            const auto visit = hall::outcome(gateway.send(*desk, registration(u"张伟"_s)));
            if (stage.went(visit))
                acknowledgeTicket(stage, *visit);
        }
    });
}

/// Four at once share a commit.
void registerTogether(Stage& stage)
{
    withGateway(stage, [&](LocalGateway& gateway) {
        const Result<Session> desk = sessionOf(gateway, "wang.fang", u"window1"_s);
        if (!stage.went(desk))
            return;
        std::vector<QFuture<Result<VisitReply>>> visits;
        for (int at = 0; at < 4; ++at)
            visits.push_back(gateway.send(*desk, registration(u"刘洋"_s)));
        for (auto& each : visits) {
            const auto visit = hall::outcome(std::move(each));
            if (stage.went(visit))
                acknowledgeTicket(stage, *visit);
        }
    });
}

void callAndFinish(Stage& stage)
{
    withGateway(stage, [&](LocalGateway& gateway) {
        const Result<Session> room = sessionOf(gateway, "li.jun", u"window6"_s);
        if (!stage.went(room))
            return;
        const auto called = hall::outcome(gateway.send(*room, TicketCallNext{}));
        if (!stage.went(called))
            return;
        const QString id = called->ticket.ticket.toString();
        stage.acknowledge(u"the call"_s, [id](Stage&, LocalGateway* later) { return !stands(later, id, TicketStatus::Waiting); });
        if (!stage.went(hall::outcome(gateway.send(*room, TicketBegin{{id, {}}}))))
            return;
        if (stage.went(hall::outcome(gateway.send(*room, TicketFinish{id, {}, u"resolved"_s, {}}))))
            stage.acknowledge(u"the end"_s, [id](Stage&, LocalGateway* later) { return stands(later, id, TicketStatus::Finished); });
    });
}

void lookUpAndCorrect(Stage& stage)
{
    withGateway(stage, [&](LocalGateway& gateway) {
        const Result<Session> desk = sessionOf(gateway, "wang.fang");
        if (!stage.went(desk))
            return;
        (void)stage.went(hall::outcome(gateway.ask(*desk, PersonLookup{u"zhouqiang"_s})));
        PersonCorrect correct;
        correct.person = stage.bases().toErase();
        correct.correction.phone = u"13800000001"_s;
        if (!stage.went(hall::outcome(gateway.send(*desk, correct))))
            return;
        stage.acknowledge(u"the phone number"_s, [](Stage& then, LocalGateway* later) {
            const auto found = hall::outcome(later->ask(*sessionOf(*later, "wang.fang"), PersonLookup{u"13800000001"_s}));
            return found && found->persons.size() == 1 && found->persons.front().person == then.bases().toErase();
        });
    });
}

void erase(Stage& stage)
{
    withGateway(stage, [&](LocalGateway& gateway) {
        const Result<Session> admin = sessionOf(gateway, "admin");
        if (!stage.went(admin))
            return;
        const PersonId person = stage.bases().toErase();
        if (!stage.went(hall::outcome(gateway.send(*admin, PersonErase{person, ErasureReason::PurposeAchieved, u"周强"_s}))))
            return;
        stage.acknowledge(u"the erasure"_s, [person](Stage& then, LocalGateway* later) {
            bool gone = false;
            later->onWriter([&](CommandRunner& runner) {
                JournalStore& journal = runner.writer().journal();
                gone = journal.isErased(person.raw).value_or(false) && journal.wrappedKey(person.raw).value_or("x").isEmpty();
            });
            return gone && then.bases().toErase() == person;
        });
    });
}

/// A log over an open store, as sync has it.
Result<std::unique_ptr<sync::JournalLog>> openLog(Stage& stage, OpenedStore& store)
{
    ONEDOOR_ASSIGN(JournalStore reader, JournalStore::open(stage.paths().journal(), {.mode = sqlite::OpenMode::ReadOnly,
                                                                                      .key = {sqlite::preferredCipher(), stage.key().derive(KeyPurpose::JournalFile)}}));
    ONEDOOR_ASSIGN(const std::vector<NodeRow> rows, queries::nodes(store.writer->views()));
    std::vector<NodeId> nodes;
    for (const NodeRow& row : rows)
        nodes.push_back(row.node);
    const auto onWriter = [&store](const sync::JournalLog::WriterTask& task, const std::function<void()>& beside) {
        beside();
        task(*store.writer, [] {});
        return true;
    };
    return sync::JournalLog::open(std::move(reader), {store.identity, store.writer->stream(), onWriter, [](const Committed&) {}, {}, nodes, stage.clock()});
}

void pull(Stage& stage)
{
    auto store = openStore(stage.access(), stage.clock().now(), stage.random());
    if (!stage.went(store))
        return;
    auto log = openLog(stage, *store);
    if (!stage.went(log))
        return;
    const std::vector<QByteArray>& events = stage.bases().officeEvents();
    constexpr std::size_t atOnce = 15;
    for (std::size_t first = 0; first < events.size(); first += atOnce) {
        sync::StreamPart part{stage.bases().officeStream(), first + 1, {}, {}};
        for (std::size_t at = first; at < std::min(events.size(), first + atOnce); ++at)
            part.items.push_back({events[at], {}});
        const std::size_t last = first + part.items.size();
        sync::Batch batch;
        batch.parts.push_back(std::move(part));
        const auto taken = sync::takeFrom(**log, stage.bases().office(), std::move(batch));
        if (!stage.went(taken))
            continue;
        const auto head = taken->heads.find(stage.bases().officeStream());
        if (!taken->refusals.empty() || head == taken->heads.end() || head->second.sequence < last)
            continue;
        stage.acknowledge(u"events up to %1"_s.arg(last), [last](Stage& then, LocalGateway* later) {
            std::uint64_t held = 0;
            later->onWriter([&](CommandRunner& runner) { held = runner.writer().journal().head(then.bases().officeStream()).value_or(StreamHead()).sequence; });
            return held >= last;
        });
    }
}

void give(Stage& stage)
{
    auto store = openStore(stage.access(), stage.clock().now(), stage.random());
    if (!stage.went(store))
        return;
    auto log = openLog(stage, *store);
    if (stage.went(log))
        (void)stage.went(sync::gather(**log, {}, sync::messageBytes, {}));
}

void openOnly(Stage& stage)
{
    withGateway(stage, [](LocalGateway&) {});
}

void openAndRegister(Stage& stage)
{
    registerVisitors(stage);
}

void backUp(Stage& stage)
{
    const auto made = backUpStore(stage.paths(), stage.beside(u"backup"_s), stage.backupAccess(), hall::software, stage.clock().now());
    if (stage.went(made))
        stage.acknowledge(u"the backup"_s, [](Stage& then, LocalGateway*) { return checkBackup(then.beside(u"backup"_s), then.backupAccess()).has_value(); });
}

/// A folder under that name is a whole backup, whatever was said; and without one the next try succeeds.
QStringList backupIsWhole(Stage& stage, bool)
{
    const QString folder = stage.beside(u"backup"_s);
    if (!QDir(folder).exists() || QDir(folder).isEmpty()) {
        const auto made = backUpStore(stage.paths(), folder, stage.backupAccess(), hall::software, stage.clock().now());
        return made ? QStringList() : QStringList{u"no backup can be made any more: "_s + made.error().code};
    }
    const auto checked = checkBackup(folder, stage.backupAccess());
    return checked ? QStringList() : QStringList{u"half a backup: "_s + checked.error().code};
}

void restore(Stage& stage)
{
    if (stage.went(restoreBackup(stage.bases().backup(), stage.paths(), {}, stage.backupAccess())))
        stage.acknowledge(u"the restored store"_s, [](Stage& then, LocalGateway* later) { return stands(later, then.bases().waiting().front(), TicketStatus::Waiting); });
}

QStringList restoreAgain(Stage& stage, bool done)
{
    if (done)
        return {};
    const auto restored = restoreBackup(stage.bases().backup(), stage.paths(), stage.beside(u"old"_s), stage.backupAccess());
    return restored ? QStringList() : QStringList{u"can't be restored any more: "_s + restored.error().code};
}

void checkpoint(Stage& stage)
{
    const auto made = makeCheckpoint(stage.paths(), stage.key(), sqlite::preferredCipher(), stage.clock().now());
    if (!stage.went(made))
        return;
    const QString path = stage.beside(u"checkpoint.json"_s);
    if (!stage.went(writeFileAtomically(path, encodeCheckpoint(*made), Durability::Synced)))
        return;
    stage.acknowledge(u"the checkpoint"_s, [path](Stage& then, LocalGateway*) {
        const auto read = readCheckpoint(path);
        return read && compareWithCheckpoint(then.paths(), then.key(), sqlite::preferredCipher(), *read).has_value();
    });
}

void salvage(Stage& stage)
{
    const auto saved = salvageStore(stage.paths(), stage.key(), sqlite::preferredCipher(), stage.clock().now());
    if (stage.went(saved))
        stage.acknowledge(u"the salvaged store"_s, [](Stage&, LocalGateway* later) { return later != nullptr; });
}

/// One that was refused or interrupted is done again.
QStringList salvageAgain(Stage& stage, bool done)
{
    if (done)
        return {};
    stage.clock().advanceSeconds(60); // what went aside the first time bears the time in its name
    const auto saved = salvageStore(stage.paths(), stage.key(), sqlite::preferredCipher(), stage.clock().now());
    return saved ? QStringList() : QStringList{u"can't be salvaged any more: "_s + saved.error().code};
}

void changeNetwork(Stage& stage)
{
    for (const std::uint16_t port : {std::uint16_t(7501), std::uint16_t(7502)}) {
        NetworkSettings settings;
        settings.serves = true;
        settings.port = port;
        if (stage.went(settings.write(stage.paths())))
            stage.acknowledge(u"port %1"_s.arg(port), [port](Stage& then, LocalGateway*) {
                const auto read = NetworkSettings::read(then.paths());
                return read && read->port >= port;
            });
    }
}

void join(Stage& stage)
{
    if (!stage.went(adoptBackup(stage.beside(u"copy"_s), stage.paths(), stage.backupAccess())))
        return;
    if (stage.went(prepareJoinedStore(stage.access(), NodeId(RawId::named("joined")), QByteArray(32, 'j'))))
        stage.acknowledge(u"the joined store"_s, [](Stage& then, LocalGateway* later) { return stands(later, then.bases().waiting().front(), TicketStatus::Waiting); });
}

void layOutCopy(Stage& stage)
{
    clear(stage);
    surgery::copyFolder(stage.bases().backup(), stage.beside(u"copy"_s));
}

/// A joining that failed begins again with a fresh copy in an empty folder.
QStringList joinAgain(Stage& stage, bool done)
{
    if (done)
        return {};
    layOutCopy(stage);
    const std::size_t before = stage.acknowledged();
    join(stage);
    return stage.acknowledged() > before ? QStringList() : QStringList{u"can't join any more: "_s + stage.refusals().back().code};
}

void check(Stage& stage)
{
    (void)stage.went(verifyStore(stage.paths(), stage.key(), sqlite::preferredCipher(), stage.random()));
}

} // namespace

const std::vector<Script>& scripts()
{
    static const std::vector<Script> all{
        {"found a store", &clear, &found, &foundAgain},
        {"open", &layOutStore, &openOnly, nullptr},
        {"register with a ticket", &layOutStore, &registerVisitors, nullptr},
        {"four registrations in a commit", &layOutStore, &registerTogether, nullptr},
        {"call, begin, finish", &layOutStore, &callAndFinish, nullptr},
        {"look up and correct", &layOutStore, &lookUpAndCorrect, nullptr},
        {"erase a person", &layOutStore, &erase, nullptr},
        {"pull from another PC", &layOutStore, &pull, nullptr},
        {"give to another PC", &layOutStore, &give, nullptr},
        {"build the views anew", &withoutViews, &openOnly, nullptr},
        {"views catch up", &withOldViews, &openAndRegister, nullptr},
        {"begin a new stream", &withoutWitness, &openAndRegister, nullptr},
        {"back up", &layOutStore, &backUp, &backupIsWhole},
        {"restore", &clear, &restore, &restoreAgain},
        {"adopt a copy and join", &layOutCopy, &join, &joinAgain, false},
        {"checkpoint", &layOutStore, &checkpoint, nullptr},
        {"salvage", &damaged, &salvage, &salvageAgain},
        {"change the network's settings", &layOutStore, &changeNetwork, nullptr},
        {"verify", &layOutStore, &check, nullptr},
    };
    return all;
}

} // namespace onedoor::sweep
