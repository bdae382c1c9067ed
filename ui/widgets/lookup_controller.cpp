// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/lookup_controller.h"

#include "ui/models/when_ready.h"
#include "ui/widgets/lookup_field.h"

namespace onedoor {

LookupController::LookupController(Gateway& gateway, const Session& session, LookupField* field, LookupModel::Offers offers)
    : QObject(field)
    , m_gateway(gateway)
    , m_session(session)
    , m_field(field)
    , m_model(new LookupModel(gateway.centre(), offers, this))
{
    field->setModel(m_model);
    field->setRoles(LookupModel::DetailRole, LookupModel::NoteRole);
    connect(field, &LookupField::queryChanged, this, &LookupController::ask);
    connect(field, &LookupField::submitted, this, &LookupController::submit);
    connect(field, &LookupField::chosen, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(field->edit(), &QLineEdit::textEdited, this, [this] { m_submitted = false; });
}

void LookupController::ask(const QString& text)
{
    const std::uint64_t question = ++m_question;
    m_field->setBusy(false);
    if (text.isEmpty()) {
        m_model->clear();
        return;
    }
    whenReady(m_gateway.ask(m_session, PersonLookup{text}), this, [this, question, text](const Result<LookupReply>& answer) {
        if (question == m_question)
            show(text, answer);
    });
}

void LookupController::show(const QString& text, const Result<LookupReply>& answer)
{
    if (!answer) {
        m_submitted = false;
        Q_EMIT failed(answer.error());
        return;
    }
    m_model->setAnswer(text, *answer);
    if (std::exchange(m_submitted, false))
        chooseOnlyMatch();
}

void LookupController::submit(const QString& text)
{
    if (text.isEmpty())
        return;
    if (m_model->rowCount() > 0 && m_model->text() == text)
        return chooseOnlyMatch();
    m_submitted = true;
    ask(text);
}

void LookupController::enter(const QString& text)
{
    m_field->setText(text);
    m_field->setFocus();
    submit(text);
}

void LookupController::chooseOnlyMatch()
{
    // Several namesakes: the list is open, and a person must say which one it is.
    if (m_model->personCount() + m_model->ticketCount() <= 1)
        choose(0);
}

void LookupController::choose(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    switch (m_model->kind(row)) {
    case LookupModel::Kind::Ticket: {
        const TicketRow ticket = m_model->ticket(row);
        Q_EMIT ticketChosen(ticket);
        return;
    }
    case LookupModel::Kind::Person: {
        const PersonRow person = m_model->person(row);
        Q_EMIT personChosen(person);
        return;
    }
    case LookupModel::Kind::NewVisitor: {
        const QString text = m_model->text();
        Q_EMIT newVisitor(text);
        return;
    }
    }
}

} // namespace onedoor

#include "moc_lookup_controller.cpp"
