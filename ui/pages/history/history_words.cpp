// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_words.h"

#include "ui/models/day_text.h"
#include "ui/models/day_words.h"
#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

struct Entry {
    Icons icon;
    Tone tone;
};

const QHash<QString, Entry>& entries()
{
    static const QHash<QString, Entry> all{
        {u"visit.registered"_s, {Icons::PersonAdd, Tone::Accent}},
        {u"visit.counted"_s, {Icons::List, Tone::Muted}},
        {u"matter.recorded"_s, {Icons::Document, Tone::Accent}},
        {u"person.registered"_s, {Icons::Person, Tone::Accent}},
        {u"person.corrected"_s, {Icons::Edit, Tone::Info}},
        {u"person.erased"_s, {Icons::Lock, Tone::Warning}},
        {u"person.merged"_s, {Icons::Link, Tone::Info}},
        {u"person.unmerged"_s, {Icons::Undo, Tone::Warning}},
        {u"keys.destroyed"_s, {Icons::Lock, Tone::Muted}},
        {u"hold.placed"_s, {Icons::Scales, Tone::Warning}},
        {u"hold.lifted"_s, {Icons::Scales, Tone::Info}},
        {u"ticket.issued"_s, {Icons::Ticket, Tone::Accent}},
        {u"ticket.appointed"_s, {Icons::Calendar, Tone::Accent}},
        {u"appointment.booked"_s, {Icons::Calendar, Tone::Accent}},
        {u"appointment.changed"_s, {Icons::Edit, Tone::Info}},
        {u"appointment.cancelled"_s, {Icons::Close, Tone::Warning}},
        {u"appointment.restored"_s, {Icons::Undo, Tone::Warning}},
        {u"appointment.kept"_s, {Icons::Check, Tone::Success}},
        {u"ticket.printed"_s, {Icons::Print, Tone::Muted}},
        {u"ticket.printFailed"_s, {Icons::PrintFailed, Tone::Danger}},
        {u"ticket.called"_s, {Icons::Call, Tone::Info}},
        {u"ticket.recalled"_s, {Icons::Recall, Tone::Info}},
        {u"ticket.begun"_s, {Icons::Begin, Tone::Success}},
        {u"ticket.held"_s, {Icons::Hold, Tone::Warning}},
        {u"ticket.heldUntil"_s, {Icons::Hold, Tone::Warning}},
        {u"ticket.missedUntil"_s, {Icons::NoShow, Tone::Warning}},
        {u"ticket.quickServed"_s, {Icons::Check, Tone::Success}},
        {u"ticket.resumed"_s, {Icons::Begin, Tone::Success}},
        {u"ticket.missed"_s, {Icons::NoShow, Tone::Warning}},
        {u"ticket.requeued"_s, {Icons::Queue, Tone::Info}},
        {u"ticket.transferred"_s, {Icons::Transfer, Tone::Info}},
        {u"ticket.routePlanned"_s, {Icons::Link, Tone::Info}},
        {u"ticket.sentAside"_s, {Icons::Transfer, Tone::Info}},
        {u"visit.needsRecorded"_s, {Icons::Wheelchair, Tone::Info}},
        {u"visit.helperRecorded"_s, {Icons::People, Tone::Info}},
        {u"ticket.finished"_s, {Icons::Finish, Tone::Success}},
        {u"ticket.withdrawn"_s, {Icons::SignOut, Tone::Warning}},
        {u"ticket.closed"_s, {Icons::Lock, Tone::Warning}},
        {u"ticket.closedByRule"_s, {Icons::Lock, Tone::Danger}},
        {u"ticket.carriedOver"_s, {Icons::Calendar, Tone::Info}},
        {u"ticket.reverted"_s, {Icons::Undo, Tone::Warning}},
        {u"centre.changed"_s, {Icons::Settings, Tone::Info}},
        {u"conflict.resolved"_s, {Icons::Scales, Tone::Warning}},
    };
    return all;
}

class Facts {
    Q_DECLARE_TR_FUNCTIONS(onedoor::HistoryWords)
public:
    Facts(const QJsonObject& details, const CentreDefinition& centre) : m_details(details), m_centre(centre)
    {
        add(u"visitNumber"_s, tr("visit number %1"));
        add(u"number"_s, tr("number %1"));
        add(u"toDay"_s, tr("goes on on %1"));
        add(u"keptName"_s, tr("kept record: %1"));
        add(u"place"_s, tr("at %1"), placeName(u"place"_s));
        add(u"fromPlace"_s, tr("from %1"), placeName(u"fromPlace"_s));
        add(u"service"_s, tr("service: %1"), localName(centre.findService(text(u"service"_s)), text(u"service"_s)));
        add(u"toPlace"_s, tr("to %1"), placeName(u"toPlace"_s));
        add(u"outcome"_s, tr("result: %1"), nameIn(centre.outcomes, u"outcome"_s));
        add(u"reason"_s, tr("reason: %1"), reasonText());
        add(u"priority"_s, tr("priority: %1"), nameIn(centre.priorities, u"priority"_s));
        add(u"appointedAt"_s, tr("appointment at %1"), timeText(Instant::fromIso(text(u"appointedAt"_s)), centre.offsetMinutes));
        add(u"standing"_s, u"%1"_s, standingText());
        add(u"summary"_s, u"%1"_s);
        add(u"note"_s, tr("note: %1"));
        addWay();
        if (const auto relation = fromWord<HelperRelation>(text(u"relation"_s).toStdString()))
            m_parts.append(tr("helper: %1 (%2)").arg(text(u"name"_s), words::of(*relation)));
        for (const auto& [name, word] : {std::pair(u"escort"_s, tr("needs an escort")), std::pair(u"hearing"_s, tr("hard of hearing")),
                                         std::pair(u"wheelchair"_s, tr("wheelchair"))}) {
            if (m_details.value(name).toBool())
                m_parts.append(word);
        }
    }

    QString joined() const { return m_parts.join(tr(" · ", "between the facts of one step")); }
    static QString erased() { return tr("Personal details have been erased"); }

private:
    /// Of a plan; one without stops says that the way ends.
    void addWay()
    {
        if (!m_details.contains(u"services"_s))
            return;
        QStringList services;
        for (const auto& each : m_details.value(u"services"_s).toArray())
            services.append(each.toString());
        m_parts.append(services.isEmpty() ? tr("no further stop") : words::way(services, m_centre));
    }
    QString text(const QString& name) const { return m_details.value(name).toString(); }
    QString placeName(const QString& name) const
    {
        const Place* place = m_centre.findPlace(text(name));
        return place ? localShortLabel(*place) : text(name);
    }
    /// A hold's reason has a name in the centre; a failed print's is a code of the printing.
    QString reasonText() const
    {
        const QString reason = text(u"reason"_s);
        if (const auto erased = fromWord<ErasureReason>(reason.toStdString()))
            return words::of(*erased);
        if (const auto closed = fromWord<ClosingAct>(reason.toStdString()))
            return words::of(*closed);
        if (!reason.startsWith(u"print."_s))
            return nameIn(m_centre.holdReasons, u"reason"_s);
        if (reason == u"print.notChosen"_s)
            return tr("no printer was set up");
        if (reason == u"print.printerMissing"_s)
            return tr("the printer was not found");
        if (reason == u"print.printerStopped"_s)
            return tr("the printer had stopped");
        if (reason == u"print.folderMissing"_s)
            return tr("the folder for PDF files was not there");
        if (reason == u"print.fileNotWritten"_s)
            return tr("the PDF file could not be written");
        return tr("the printer did not take the slip");
    }
    QString standingText() const
    {
        const QString standing = text(u"standing"_s);
        if (standing == u"onTime"_s)
            return tr("came in time: waits from the appointed minute");
        if (standing == u"late"_s)
            return tr("came a little late: waits from the appointed minute");
        return standing == u"tooEarly"_s ? tr("came too early: waits from the arrival") : tr("came too late: waits from the arrival");
    }
    template <typename Things>
    QString nameIn(const Things& things, const QString& name) const
    {
        for (const auto& thing : things)
            if (thing.key == text(name))
                return localName(thing);
        return text(name);
    }
    void add(const QString& name, const QString& pattern) { add(name, pattern, text(name)); }
    void add(const QString& name, const QString& pattern, const QString& value)
    {
        if (!text(name).isEmpty())
            m_parts.append(pattern.arg(value));
    }

    const QJsonObject& m_details;
    const CentreDefinition& m_centre;
    QStringList m_parts;
};

} // namespace

QString decisionText(const HistoryRow& row, const std::vector<HistoryRow>& entries, int offsetMinutes)
{
    const QJsonArray streams = row.details.value(u"streams"_s).toArray();
    const QJsonArray sequences = row.details.value(u"sequences"_s).toArray();
    const int stands = row.details.value(u"stands"_s).toInt();
    if (stands < 1 || stands > streams.size() || streams.size() != sequences.size())
        return Facts::tr("An earlier decision was taken back; the conflict is open again");
    QStringList parts;
    for (int at = 0; at < streams.size(); ++at) {
        const auto rival = std::find_if(entries.begin(), entries.end(), [&](const HistoryRow& each) {
            return each.stream == streams.at(at).toString() && each.sequence == std::uint64_t(sequences.at(at).toDouble());
        });
        if (rival == entries.end())
            continue;
        const QString act = Facts::tr("“%1” of %2 (%3)", "act, who, when").arg(words::ofEvent(rival->type), rival->actorName, timeText(rival->at, offsetMinutes));
        if (at + 1 == stands)
            parts.prepend(Facts::tr("%1 stands").arg(act));
        else
            parts.append(Facts::tr("%1 has no effect").arg(act));
    }
    return parts.join(Facts::tr(" · ", "between the facts of one step"));
}

HistoryWords historyWords(const HistoryRow& row, const CentreDefinition& centre)
{
    HistoryWords said;
    const auto found = entries().constFind(row.type);
    if (found != entries().constEnd()) {
        said.icon = found->icon;
        said.tone = found->tone;
    }
    said.title = words::ofEvent(row.type);
    said.facts = row.erased ? Facts::erased() : Facts(row.details, centre).joined();
    return said;
}

} // namespace onedoor
