// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/conflicts/conflict_words.h"

#include "ui/models/appointment_model.h"
#include "ui/models/centre_texts.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>

namespace onedoor::conflictwords {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::ConflictWords)
};

const char* sourceOfField(const QString& key)
{
    static const QHash<QString, const char*> sources{
        {u"status"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "State")},
        {u"service"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Service")},
        {u"place"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Place")},
        {u"toPlace"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Kept for")},
        {u"holdReason"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "On hold because")},
        {u"handoverNote"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Note for the next place")},
        {u"outcome"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Result")},
        {u"finishNote"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Note at the end")},
        {u"calledAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Called at")},
        {u"begunAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Begun at")},
        {u"endedAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Ended at")},
        {u"name"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Name")},
        {u"documentKind"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Document")},
        {u"documentNumber"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Document number")},
        {u"sex"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Sex")},
        {u"birth"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Date of birth")},
        {u"ethnicGroup"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Ethnic group")},
        {u"phone"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Telephone")},
        {u"address"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Address")},
        {u"regionCode"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Region")},
        {u"workUnit"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Work unit")},
        {u"occupation"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Occupation")},
        {u"mergedInto"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Merged into")},
        {u"displayName"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Name")},
        {u"login"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Login")},
        {u"roles"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Roles")},
        {u"secretKind"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Signs in with")},
        {u"enabled"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "May sign in")},
        {u"staffedBy"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Who sits there")},
        {u"since"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Since")},
        {u"visitNumber"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Visit number")},
        {u"arrivedAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Arrived at")},
        {u"headcount"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "People")},
        {u"repeat"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Came before")},
        {u"urgent"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Urgent")},
        {u"threat"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Danger to somebody")},
        {u"confidential"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Confidential")},
        {u"summary"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Matter")},
        {u"letter"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Letter of its numbers")},
        {u"reason"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Reason")},
        {u"enrolledAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Let in at")},
        {u"revokedAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Shut out at")},
        {u"series"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Series")},
        {u"beginsAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Begins at")},
        {u"lengthMinutes"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Minutes")},
        {u"earlyMinutes"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Early by at most minutes")},
        {u"lateMinutes"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Late by at most minutes")},
        {u"headStartMinutes"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Head start in minutes")},
        {u"note"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "What it is about")},
        {u"bookedAt"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Booked at")},
        {u"blocks"_s, QT_TRANSLATE_NOOP("onedoor::ConflictWords", "Numbers granted")},
    };
    return sources.value(key, nullptr);
}

QString placeName(const QString& key, const CentreDefinition& centre)
{
    const Place* place = centre.findPlace(key);
    return place ? localShortLabel(*place) : key;
}

template <typename Things>
QString nameIn(const Things& things, const QString& key)
{
    for (const auto& thing : things)
        if (thing.key == key)
            return localName(thing);
    return key;
}

/// The words of an enumeration, from the word that is stored.
template <typename Enum>
QString wordOfStored(const QString& stored)
{
    const std::optional<Enum> known = fromWord<Enum>(stored.toStdString());
    return known ? words::of(*known) : stored;
}

QString roleNames(const QJsonArray& roles, const CentreDefinition& centre)
{
    QStringList names;
    for (const auto& role : roles)
        names.append(nameIn(centre.roles, role.toString()));
    return names.join(Words::tr(", ", "between roles"));
}

QString textValue(const QString& key, const QString& text, const CentreDefinition& centre)
{
    if (key == u"status") {
        const std::optional<AppointmentStatus> appointment = fromWord<AppointmentStatus>(text.toStdString());
        const bool ofTicket = fromWord<TicketStatus>(text.toStdString()).has_value(); // the record of an appointment never says "missed"
        return appointment && !ofTicket ? AppointmentModel::wordOfStatus(*appointment) : wordOfStored<TicketStatus>(text);
    }
    if (key == u"sex")
        return wordOfStored<Sex>(text);
    if (key == u"documentKind")
        return wordOfStored<DocumentKind>(text);
    if (key == u"service")
        return localName(centre.findService(text), text);
    if (key == u"place" || key == u"toPlace")
        return placeName(text, centre);
    if (key == u"outcome")
        return nameIn(centre.outcomes, text);
    if (key == u"holdReason")
        return nameIn(centre.holdReasons, text);
    if (key == u"secretKind")
        return text == u"pin" ? Words::tr("PIN") : Words::tr("Password");
    if (key.endsWith(u"At") || key == u"since")
        return momentText(Instant::fromIso(text), centre.offsetMinutes);
    return text;
}

} // namespace

QString record(const ConflictRow& row, const CentreDefinition& centre)
{
    if (row.kind == u"ticket")
        return Words::tr("Ticket %1").arg(row.title);
    if (row.kind == u"person")
        return Words::tr("Visitor %1").arg(row.title);
    if (row.kind == u"account")
        return Words::tr("Account %1").arg(row.title);
    if (row.kind == u"place")
        return placeName(row.title, centre);
    if (row.kind == u"visit")
        return Words::tr("Visit %1").arg(row.title);
    if (row.kind == u"matter")
        return Words::tr("Matter of %1").arg(row.person);
    if (row.kind == u"numbers")
        return Words::tr("Numbers of series %1").arg(row.title);
    if (row.kind == u"appointment")
        return Words::tr("Appointment of %1").arg(row.person);
    if (row.kind == u"staffCall")
        return Words::tr("Call for staff");
    if (row.kind == u"alarm")
        return Words::tr("Emergency alarm");
    if (row.kind == u"pc")
        return Words::tr("PC %1").arg(row.title);
    if (row.kind == u"centre")
        return centretexts::item(row.title.section(u'/', 0, 0), row.title.section(u'/', 1), centre);
    return row.kind == u"host" ? Words::tr("Hall host") : Words::tr("Record");
}

QString acts(const ConflictRow& row)
{
    QStringList both;
    for (const ConflictAct& act : row.rivals)
        both.append(words::ofEvent(act.type));
    both.removeDuplicates();
    return both.size() == 1 ? Words::tr("%1, twice").arg(both.constFirst()) : both.join(Words::tr(" / ", "between what the two did"));
}

QString where(const ConflictAct& act, const CentreDefinition& centre)
{
    const QString place = placeName(act.place, centre);
    if (act.place.isEmpty())
        return Words::tr("PC %1").arg(act.pc);
    return act.pc.isEmpty() ? place : Words::tr("%1 (PC %2)").arg(place, act.pc);
}

QString situation(const ConflictRow& row)
{
    const QString counts = version(row.counts == 2 ? 1 : 0);
    if (row.isFixed)
        return Words::tr("Two computers did this without knowing of each other. Here the rule leaves no choice: the earlier entry stands. "
                         "Please take note of it.");
    if (row.rule == MergeRule::FieldWise)
        return Words::tr("Two people changed the same details without knowing of each other. Until somebody decides, the newest entry "
                         "counts: %1.").arg(counts);
    return Words::tr("Two people acted without knowing of each other, because their computers were cut off. Until somebody decides, the "
                     "earlier act counts: %1.").arg(counts);
}

QString field(const QString& key)
{
    if (key.contains(u'/')) // of an item of the centre: "places/window3/name"
        return centretexts::member(key.section(u'/', 0, 0), key.section(u'/', 2));
    const char* source = sourceOfField(key);
    return source ? Words::tr(source) : key;
}

QString value(const QString& key, const QJsonValue& value, const CentreDefinition& centre)
{
    if (key.contains(u'/'))
        return centretexts::value(key.section(u'/', 0, 0), key.section(u'/', 2), value, centre);
    if (value.isBool())
        return value.toBool() ? Words::tr("Yes") : Words::tr("No");
    if (value.isDouble())
        return QString::number(value.toInt());
    if (value.isArray())
        return roleNames(value.toArray(), centre);
    return value.toString().isEmpty() ? QString() : textValue(key, value.toString(), centre);
}

QString version(std::size_t side)
{
    return side == 0 ? Words::tr("Version 1") : Words::tr("Version 2");
}

} // namespace onedoor::conflictwords
