// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lookup_model.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/lookup_text.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"

namespace onedoor {

using namespace Qt::StringLiterals;

LookupModel::LookupModel(const CentreDefinition& centre, Offers offers, QObject* parent)
    : QAbstractListModel(parent)
    , m_centre(centre)
    , m_offers(offers)
{
}

int LookupModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_answered)
        return 0;
    return ticketCount() + personCount() + (m_offers == Offers::NewVisitorToo ? 1 : 0);
}

QVariant LookupModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (kind(index.row())) {
    case Kind::Ticket: return ticketData(ticket(index.row()), role);
    case Kind::Person: return personData(person(index.row()), role);
    case Kind::NewVisitor: return newVisitorData(role);
    }
    return {};
}

LookupModel::Kind LookupModel::kind(int row) const
{
    if (row < ticketCount())
        return Kind::Ticket;
    return row < ticketCount() + personCount() ? Kind::Person : Kind::NewVisitor;
}

QVariant LookupModel::ticketData(const TicketRow& ticket, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return tr("%1  %2").arg(ticket.number, words::visitor(ticket));
    case DetailRole: return localName(m_centre.findService(ticket.service), ticket.service);
    case NoteRole: return tr("Today's ticket: %1").arg(words::of(ticket.status));
    default: return {};
    }
}

QVariant LookupModel::personData(const PersonRow& person, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return words::visitor(person.name);
    case DetailRole: {
        QStringList facts;
        if (person.sex != Sex::Unknown)
            facts.append(words::of(person.sex));
        if (person.birth.isValid())
            facts.append(tr("born %1").arg(dayText(person.birth)));
        if (!person.documentTail.isEmpty())
            facts.append(tr("document …%1").arg(person.documentTail));
        if (!person.phone.isEmpty())
            facts.append(person.phone);
        return facts.isEmpty() ? tr("no further details") : facts.join(u"  ·  "_s);
    }
    case NoteRole:
        if (!person.todayNumber.isEmpty())
            return tr("here today: %1").arg(person.todayNumber);
        if (!person.appointment.isNull())
            return tr("appointment %1").arg(timeText(person.appointedAt, m_centre.offsetMinutes));
        return person.visits == 0 ? QString() : tr("%n visits, last %1", nullptr, int(person.visits)).arg(dayText(person.lastVisit));
    default: return {};
    }
}

QVariant LookupModel::newVisitorData(int role) const
{
    switch (role) {
    case Qt::DisplayRole: return tr("New visitor: %1").arg(m_text);
    case DetailRole:
        switch (typedAs(m_text)) {
        case TypedAs::Name: return tr("Opens the form with this name");
        case TypedAs::Phone: return tr("Opens the form with this telephone number");
        case TypedAs::Document: return tr("Opens the form with this document number");
        }
        return {};
    default: return {};
    }
}

void LookupModel::setAnswer(const QString& text, LookupReply reply)
{
    beginResetModel();
    m_text = text;
    m_reply = std::move(reply);
    m_answered = true;
    endResetModel();
}

void LookupModel::clear()
{
    if (!m_answered)
        return;
    beginResetModel();
    m_text.clear();
    m_reply = {};
    m_answered = false;
    endResetModel();
}

} // namespace onedoor

#include "moc_lookup_model.cpp"
