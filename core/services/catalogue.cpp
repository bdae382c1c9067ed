// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogue.h"

#include "core/base/json_fields.h"
#include "core/base/message_words.h"
#include "core/services/api/administration.h"
#include "core/services/api/alarm.h"
#include "core/services/api/board.h"
#include "core/services/api/appointments.h"
#include "core/services/api/centre.h"
#include "core/services/api/conflicts.h"
#include "core/services/api/counter.h"
#include "core/services/api/day.h"
#include "core/services/api/erasure.h"
#include "core/services/api/hub.h"
#include "core/services/api/kiosk.h"
#include "core/services/api/nodes.h"
#include "core/services/api/past.h"
#include "core/services/api/person_merging.h"
#include "core/services/api/reception.h"
#include "core/services/api/route.h"
#include "core/services/api/staff_calls.h"
#include "core/services/api/waiting.h"
#include "core/services/gateway_acts.h"
#include "core/services/local_gateway.h"

#include <QtConcurrent>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

template <typename T>
concept IsCommand = requires(CommandScope& scope, const T& act) { handle(scope, act); };
template <typename T>
concept IsQuery = requires(QueryScope& scope, const T& act) { answer(scope, act); };

/// What needs more than the store: done beside the writer, on a thread of its own.
template <typename T>
concept IsOutside = requires(LocalGateway& gateway, const Session& session, const T& act) { carryOut(gateway, session, act); };

QFuture<Result<QJsonObject>> settled(Result<QJsonObject> result)
{
    QPromise<Result<QJsonObject>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

template <typename T>
QFuture<Result<QJsonObject>> runAct(Gateway& gateway, const Session& session, const QJsonObject& parameters)
{
    auto act = fromJson<T>(parameters);
    if (!act)
        return settled(Unexpected(std::move(act).error()));
    const int offset = gateway.centreNow()->offsetMinutes;
    if constexpr (IsOutside<T>) {
        return QtConcurrent::run([&gateway, session, offset, act = std::move(*act)]() -> Result<QJsonObject> {
            auto* local = qobject_cast<LocalGateway*>(&gateway);
            if (local == nullptr)
                return fail(ErrorKind::Internal, u"store.internal"_s);
            ONEDOOR_ASSIGN(const auto reply, carryOut(*local, session, act));
            return toJson(reply, offset);
        });
    } else if constexpr (IsCommand<T>) {
        return gateway.sendForJson(session, std::move(*act), offset);
    } else {
        return gateway.askForJson(session, std::move(*act), offset);
    }
}

template <typename T>
Result<void> checkParameters(const QJsonObject& parameters)
{
    ONEDOOR_TRY(fromJson<T>(parameters));
    return {};
}

template <typename T>
    requires(int(IsCommand<T>) + int(IsQuery<T>) + int(IsOutside<T>) == 1)
CatalogueEntry act(const char* description)
{
    return {.name = QLatin1StringView(T::name),
            .kind = IsQuery<T> ? CatalogueEntry::Kind::Query : CatalogueEntry::Kind::Command,
            .description = description,
            .parameters = &schemaOf<T>,
            .reply = &schemaOf<typename T::Reply>,
            .check = &checkParameters<T>,
            .run = &runAct<T>,
            .isClaim = Claim<T>};
}

std::vector<CatalogueEntry> allActs()
{
    std::vector<CatalogueEntry> acts{
        act<AccountChange>("Changes an account's name, roles or whether it may sign in."),
        act<AccountCreate>("Creates an account for somebody who works at the centre."),
        act<AccountList>("Lists the accounts of the centre."),
        act<AccountSetSecret>("Sets the password or PIN of an account."),
        act<AlarmAnswer>("Answers an emergency alarm: the account is on the way."),
        act<AlarmClear>("Records that an emergency alarm is over, with a note."),
        act<AlarmList>("Lists the emergency alarms: the open ones, or those of the last thirty days."),
        act<AlarmRaise>("Raises the emergency alarm: every desk of the centre shows it."),
        act<BoardLive>("Shows the manager's live board: queues, places, holds and today's figures with their warnings."),
        act<AppointmentArrive>("Registers the visit of somebody who came for an appointment and issues the ticket."),
        act<AppointmentBook>("Books an appointment, if the time is free."),
        act<AppointmentCancel>("Cancels an appointment."),
        act<AppointmentChange>("Moves or changes an appointment; only the given fields change."),
        act<AppointmentFree>("Lists the free times of a day for a service."),
        act<AppointmentList>("Lists the appointments of a day."),
        act<AppointmentRestore>("Takes the cancellation of an appointment back, if its time is still free."),
        act<CentreArrange>("Puts the places, services or other items of a section of the centre into another order."),
        act<CentreChange>("Adds or changes an item of the centre: a place, a service, opening hours, queue settings. At once on every PC."),
        act<CentreHistory>("Lists the changes of the centre, the newest first."),
        act<CentreRemove>("Removes an item of the centre, if nothing depends on it."),
        act<CentreShow>("Shows the centre's definition: units, places, services, series, roles."),
        act<CentreUndo>("Takes a change of the centre back."),
        act<CentreUsage>("Tells what depends on an item of the centre: visitors, places, services, who sits there."),
        act<ConflictCount>("Tells how many conflicts wait for a person."),
        act<ConflictGet>("Shows both versions of a conflict side by side, with what they began from."),
        act<ConflictList>("Lists the conflicts that wait for a person, or those that were resolved."),
        act<ConflictReopen>("Takes the resolution of a conflict back."),
        act<ConflictResolve>("Resolves a conflict: says which of the two acts stands."),
        act<DayClose>("Closes the day: what is still open is closed with a reason or carried over to the next opening day."),
        act<DayOpen>("Opens the day: closes by rule what earlier days left open."),
        act<DayReopen>("Takes the last closing of a day back."),
        act<DayStatus>("Lists what is still open today, what was carried over and what was closed by rule."),
        act<DisplayShow>("Shows what the hall display shows; names are masked."),
        act<HallAsOf>("Shows the hall as it was at a past moment: who waited, was called, served, on hold."),
        act<HallOutline>("Outlines a day of the hall: how many waited and were called, every five minutes."),
        act<HostName>("Names the hall host; without a node: this PC takes over."),
        act<HostYield>("Records that this former hall host grants nothing any more."),
        act<HubJoin>("Has the centre served by a hub, which gets all that is recorded."),
        act<HubLeave>("Ends that a hub serves the centre: nothing more goes to it."),
        act<HubTellAddress>("Records where the hub that serves the centre is reached."),
        act<KioskGreet>("Tells a kiosk whether somebody with exactly this document is known; the name is masked."),
        act<KioskIssue>("Issues a ticket at a kiosk; the same request again gets the same ticket."),
        act<KioskRecordPrint>("Records whether the slip of a kiosk's ticket was printed."),
        act<KioskShow>("Shows what a kiosk offers, and whether the centre is open."),
        act<MatterSuggest>("Suggests the stops that a matter will make, from the visitor's own words, and says which of them led to it."),
        act<NodeEnrol>("Lets a PC into the centre."),
        act<NodeList>("Lists the PCs of the centre and the hall host."),
        act<NodeRename>("Gives a PC another name."),
        act<NodeRevoke>("Shuts a PC out of the centre."),
        act<NodeTellAddress>("Records where the other PCs reach this one."),
        act<NumbersGrant>("Gives another PC ticket numbers of today."),
        act<PersonCorrect>("Corrects what is known of a person; only the given fields change."),
        act<PersonErase>("Erases a person: destroys their key on every PC. Can't be taken back."),
        act<PersonErasure>("Tells how far the erasure of a person is, and which PCs are still to come."),
        act<PersonErasures>("Lists the erasures of the centre, the newest first."),
        act<PersonExport>("Gives all that the journal knows of a person."),
        act<PersonHold>("Places a legal hold: the person can't be erased while it stands."),
        act<PersonHolds>("Lists the legal holds on a person."),
        act<PersonLookup>("Finds people by name, pinyin, telephone or document number, and today's tickets by number."),
        act<PersonMerge>("Folds one record of a person into another one; can be taken back."),
        act<PersonMerges>("Lists the records that were folded into a person."),
        act<PersonRegister>("Takes down a person without a visit."),
        act<PersonReleaseHold>("Lifts a legal hold."),
        act<PersonShow>("Shows a person and their visits."),
        act<PersonSimilar>("Tells who is known already and may be this person, with the reasons."),
        act<PersonUnmerge>("Takes a record out of the person it was folded into."),
        act<PlaceLeave>("Leaves a window or room."),
        act<PlaceShow>("Shows what the console of a window or room shows."),
        act<PlaceStaff>("Sits down at a window or room."),
        act<QueueEstimate>("Tells how long it will take until somebody is called, as a range."),
        act<QueueWaiting>("Lists who is waiting, in calling order."),
        act<StaffAnswer>("Answers a call for staff: the account is on the way."),
        act<StaffCall>("Calls staff to a kiosk, window or room."),
        act<StaffCalls>("Lists the calls for staff: the open ones, or all of today."),
        act<StaffClear>("Records that a call for staff is settled."),
        act<StaffWatch>("Tells a public screen whether its call for staff was answered."),
        act<StoreStatus>("Shows the state of the store: events, newest hash, cipher."),
        act<TicketBegin>("Begins to serve a called ticket."),
        act<TicketCall>("Calls a chosen ticket to a place."),
        act<TicketCallNext>("Calls the ticket that stands first for a place."),
        act<TicketFinish>("Finishes a ticket with its outcome; with stops still to come it goes on to the next."),
        act<TicketHistory>("Shows every step of a ticket as the journal proves it."),
        act<TicketHold>("Puts a ticket on hold."),
        act<TicketIssue>("Issues another ticket for a visit."),
        act<TicketMiss>("Records that a called visitor did not come."),
        act<TicketPlanRoute>("Plans the stops of a ticket behind the present one."),
        act<TicketQuickServe>("Calls, serves and finishes a waiting ticket in one act."),
        act<TicketRecall>("Calls the called ticket again."),
        act<TicketRecordPrint>("Records whether a ticket's slip was printed."),
        act<TicketRequeue>("Puts a ticket back into the queue; the arrival time stays."),
        act<TicketResume>("Resumes a ticket that was on hold."),
        act<TicketShow>("Shows a ticket."),
        act<TicketTransfer>("Transfers a ticket to another service or place, for good or for a side trip that leads back."),
        act<TicketUndo>("Takes back the last act on a ticket; with lastAct only that one."),
        act<TicketWithdraw>("Records that the visitor left."),
        act<VisitHistory>("Shows every step of a visit, its matter, person and tickets."),
        act<VisitRegister>("Registers a visit with its matter and issues the queue ticket."),
        act<VisitShow>("Shows a visit, its matter, person and tickets."),
        act<VisitsToday>("Lists the visits of today."),
    };
    std::sort(acts.begin(), acts.end(), [](const CatalogueEntry& a, const CatalogueEntry& b) { return a.name < b.name; });
    return acts;
}

} // namespace

std::span<const CatalogueEntry> catalogue()
{
    static const std::vector<CatalogueEntry> acts = allActs();
    return acts;
}

const CatalogueEntry* findCatalogueEntry(QStringView name)
{
    for (const CatalogueEntry& each : catalogue()) {
        if (name == each.name)
            return &each;
    }
    return nullptr;
}

QFuture<Result<QJsonObject>> runByName(Gateway& gateway, const Session& session, const QString& name, const QJsonObject& parameters)
{
    if (const CatalogueEntry* entry = findCatalogueEntry(name))
        return entry->run(gateway, session, parameters);
    QStringList known;
    for (const CatalogueEntry& each : catalogue())
        known.append(each.name);
    return settled(fail(ErrorKind::Invalid, u"exec.unknownDo"_s, u"do"_s,
                        {{u"name"_s, printable(name)}, {u"nearest"_s, nearestWord(name, known)}}));
}

QJsonObject catalogueHelp()
{
    QJsonArray acts;
    for (const CatalogueEntry& each : catalogue()) {
        acts.append(QJsonObject{{u"name"_s, each.name},
                                {u"kind"_s, each.kind == CatalogueEntry::Kind::Command ? u"command"_s : u"query"_s},
                                {u"description"_s, QString::fromLatin1(each.description)},
                                {u"parameters"_s, each.parameters()},
                                {u"reply"_s, each.reply()}});
    }
    return {{u"acts"_s, acts}};
}

} // namespace onedoor
