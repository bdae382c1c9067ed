// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/person_document.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/region_list.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

class PersonDocument {
    Q_DECLARE_TR_FUNCTIONS(onedoor::PersonDocument)
public:
    PersonDocument(const PersonExportReply& all, const CentreDefinition& centre) : m_all(all), m_centre(centre) {}

    QString html()
    {
        m_html = u"<h1>%1</h1>"_s.arg(tr("Personal data kept about you").toHtmlEscaped());
        paragraph(tr("This is all that %1 keeps about you in this program as of %2 (Personal Information Protection Law, article 45).")
                      .arg(localText(m_all.centre, m_centre.nameEnglish), moment(m_all.exportedAt)));
        addPerson();
        addHolds();
        for (const ExportedRecord& record : m_all.merged)
            addRecord(record);
        for (const ExportedVisit& visit : m_all.visits)
            addVisit(visit);
        if (!m_all.representedIn.empty()) {
            heading(tr("Visits of others for whom you spoke"));
            paragraph(QStringList(m_all.representedIn.begin(), m_all.representedIn.end()).join(tr(", ")));
        }
        heading(tr("What was entered about your person, by whom and when"));
        addHistory(m_all.history);
        return m_html;
    }

private:
    void addPerson()
    {
        heading(tr("Your details"));
        addDetails(m_all.known, m_all.registeredAt);
        if (m_all.erasure.state != ErasurePhase::None)
            paragraph(tr("Your personal data was erased on %1.").arg(moment(m_all.erasure.erasedAt)));
    }

    void addDetails(const PersonRegistered& known, Instant registeredAt)
    {
        begin();
        PersonRegistered::fields(known, [&](const Field& field, const auto&) {
            const QString key = QString::fromLatin1(field.name);
            row(label(key), value(known, key));
        });
        row(tr("First taken down"), registeredAt.milliseconds == 0 ? QString() : moment(registeredAt));
        end();
    }

    /// Another record about the same person, which was merged into the one above.
    void addRecord(const ExportedRecord& record)
    {
        heading(tr("You were also taken down as"));
        addDetails(record.known, record.registeredAt);
        subheading(tr("What was done"));
        addHistory(record.history);
    }

    void addHolds()
    {
        if (m_all.holds.empty())
            return;
        heading(tr("Legal holds: reasons for which your data may not be erased"));
        begin();
        for (const HoldRow& hold : m_all.holds) {
            const QString until = hold.liftedAt.milliseconds != 0 ? tr("lifted on %1").arg(moment(hold.liftedAt))
                                : hold.until.isValid()            ? tr("until %1").arg(dayText(hold.until))
                                                                  : tr("until it is lifted");
            row(moment(hold.placedAt), tr("%1 (%2)", "reason, until").arg(hold.reason, until));
        }
        end();
    }

    void addVisit(const ExportedVisit& visit)
    {
        heading(tr("Visit %1").arg(visit.known.visitNumber));
        const MatterRecorded& matter = visit.matter;
        begin();
        row(tr("Arrived"), moment(visit.known.arrivedAt));
        row(tr("Registered at"), placeName(visit.known.place));
        row(tr("People"), visit.known.headcount > 1 ? QString::number(visit.known.headcount) : QString());
        row(tr("Marks"), marks(visit.known).join(tr(", ")));
        row(tr("Service"), localName(m_centre.findService(matter.service), matter.service));
        row(tr("Already with"), matter.pendingElsewhere == PendingElsewhere::Unasked ? QString() : words::of(matter.pendingElsewhere));
        row(tr("Matter"), matter.summary);
        row(tr("Claim"), matter.claim);
        row(tr("Where"), matter.problemPlace);
        row(tr("Since"), dayText(matter.problemDate));
        row(tr("Respondent"), matter.respondent);
        row(tr("Papers"), matter.materials);
        for (const TicketRow& ticket : visit.tickets)
            row(tr("Ticket"), ticketText(ticket));
        end();
        subheading(tr("What was done"));
        addHistory(visit.history);
    }

    static QStringList marks(const VisitRegistered& visit)
    {
        QStringList all;
        if (visit.repeat)
            all << tr("has been here before");
        if (visit.urgent)
            all << tr("urgent");
        if (visit.threat)
            all << tr("threat of violence");
        if (visit.confidential)
            all << tr("confidential");
        return all;
    }

    QString ticketText(const TicketRow& ticket) const
    {
        const auto outcome = std::find_if(m_centre.outcomes.begin(), m_centre.outcomes.end(), [&](const auto& each) { return each.key == ticket.outcome; });
        QStringList facts{ticket.number, words::of(ticket.status)};
        for (const QString& fact : {placeName(ticket.place), outcome == m_centre.outcomes.end() ? ticket.outcome : localName(*outcome), ticket.handoverNote, ticket.finishNote})
            if (!fact.isEmpty())
                facts << fact;
        return facts.join(tr(", "));
    }

    void addHistory(const std::vector<HistoryRow>& history)
    {
        begin();
        for (const HistoryRow& step : history) {
            QStringList facts{step.actorName.isEmpty() ? words::ofEvent(step.type) : tr("%1 – %2", "act, who").arg(words::ofEvent(step.type), step.actorName)};
            facts << (step.erased ? QStringList(tr("personal details erased")) : details(step));
            row(moment(step.at), facts.join(u'\n'));
        }
        end();
    }

    /// What was entered, of the events that carry it; the other facts stand in the visit's table.
    QStringList details(const HistoryRow& step) const
    {
        QStringList lines;
        const bool isPerson = step.type == u"person.registered" || step.type == u"person.corrected";
        const auto add = [&](const QString& name, const QString& said) {
            if (!said.isEmpty())
                lines << tr("%1: %2", "field, value").arg(name, said);
        };
        if (!isPerson)
            add(tr("Note"), step.details.value(u"note"_s).toString());
        else
            PersonRegistered::fields(m_all.known, [&](const Field& field, const auto&) {
                const QString key = QString::fromLatin1(field.name);
                add(label(key), worded(key, step.details.value(key).toString()));
            });
        return lines;
    }

    static QString label(const QString& field)
    {
        static const QHash<QString, const char*> labels{
            {u"name"_s, QT_TR_NOOP("Name")}, {u"documentKind"_s, QT_TR_NOOP("Document")}, {u"documentNumber"_s, QT_TR_NOOP("Document number")},
            {u"sex"_s, QT_TR_NOOP("Sex")}, {u"birth"_s, QT_TR_NOOP("Birth")}, {u"ethnicGroup"_s, QT_TR_NOOP("Ethnic group")},
            {u"phone"_s, QT_TR_NOOP("Telephone")}, {u"address"_s, QT_TR_NOOP("Address")}, {u"regionCode"_s, QT_TR_NOOP("Region")},
            {u"workUnit"_s, QT_TR_NOOP("Work unit")}, {u"occupation"_s, QT_TR_NOOP("Occupation")}};
        const char* source = labels.value(field, nullptr);
        return source ? tr(source) : field;
    }

    QString value(const PersonRegistered& known, const QString& field) const
    {
        if (field == u"documentKind")
            return known.documentKind == DocumentKind::None ? QString() : words::of(known.documentKind);
        if (field == u"sex")
            return known.sex == Sex::Unknown ? QString() : words::of(known.sex);
        if (field == u"birth")
            return dayText(known.birth);
        QString text;
        PersonRegistered::fields(known, [&](const Field& each, const auto& member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, QString>)
                if (field == QLatin1StringView(each.name))
                    text = worded(field, member);
        });
        return text;
    }

    /// A field's value as the journal has it, in words.
    QString worded(const QString& field, const QString& raw) const
    {
        if (field == u"sex") {
            const auto sex = fromWord<Sex>(raw.toStdString());
            return !sex ? raw : *sex == Sex::Unknown ? QString() : words::of(*sex);
        }
        if (field == u"documentKind") {
            const auto kind = fromWord<DocumentKind>(raw.toStdString());
            return !kind ? raw : *kind == DocumentKind::None ? QString() : words::of(*kind);
        }
        if (field != u"regionCode")
            return raw;
        for (const Region& region : regionsOf(m_centre))
            if (region.code == raw)
                return tr("%1 %2", "larger region, region").arg(region.parentName, region.name);
        return raw;
    }

    QString placeName(const QString& key) const { return localName(m_centre.findPlace(key), key); }
    QString moment(Instant at) const { return momentText(at, m_centre.offsetMinutes); }
    void heading(const QString& text) { m_html += u"<h2>%1</h2>"_s.arg(text.toHtmlEscaped()); }
    void subheading(const QString& text) { m_html += u"<h4>%1</h4>"_s.arg(text.toHtmlEscaped()); }
    void paragraph(const QString& text) { m_html += u"<p>%1</p>"_s.arg(text.toHtmlEscaped()); }
    void begin() { m_html += u"<table width='100%' cellpadding='3'>"_s; }
    void end() { m_html += u"</table>"_s; }
    void row(const QString& name, const QString& text)
    {
        if (text.isEmpty())
            return;
        m_html += u"<tr><td width='26%'>%1</td><td>%2</td></tr>"_s.arg(name.toHtmlEscaped(), text.toHtmlEscaped().replace(u'\n', u"<br>"_s));
    }

    const PersonExportReply& m_all;
    const CentreDefinition& m_centre;
    QString m_html;
};

} // namespace

QString personDocument(const PersonExportReply& all, const CentreDefinition& centre)
{
    return PersonDocument(all, centre).html();
}

} // namespace onedoor
