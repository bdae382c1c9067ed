// SPDX-License-Identifier: GPL-3.0-or-later
// The rows below the look-up field: tickets of today whose number was typed, people who match, and last the offer to take
// down a new visitor where that makes sense. Owned by the page; UI thread. The centre must outlive the model.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/reception.h"

#include <QAbstractListModel>

namespace onedoor {

class LookupModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind { Ticket, Person, NewVisitor };
    enum Role { DetailRole = Qt::UserRole, NoteRole };

    enum class Offers { NewVisitorToo, KnownOnly };

    explicit LookupModel(const CentreDefinition& centre, Offers offers, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void setAnswer(const QString& text, LookupReply reply);
    /// No rows at all: nothing was asked.
    void clear();

    /// The text that the rows answer.
    const QString& text() const { return m_text; }
    Kind kind(int row) const;
    const TicketRow& ticket(int row) const { return m_reply.tickets[static_cast<std::size_t>(row)]; }
    const PersonRow& person(int row) const { return m_reply.persons[static_cast<std::size_t>(row) - m_reply.tickets.size()]; }
    int personCount() const { return static_cast<int>(m_reply.persons.size()); }
    int ticketCount() const { return static_cast<int>(m_reply.tickets.size()); }

private:
    QVariant ticketData(const TicketRow& ticket, int role) const;
    QVariant personData(const PersonRow& person, int role) const;
    QVariant newVisitorData(int role) const;

    const CentreDefinition& m_centre;
    const Offers m_offers;
    QString m_text;
    LookupReply m_reply;
    bool m_answered = false;
};

} // namespace onedoor
