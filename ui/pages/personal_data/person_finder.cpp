// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/person_finder.h"

#include "ui/models/when_ready.h"
#include "ui/widgets/lookup_field.h"

#include <QSortFilterProxyModel>

namespace onedoor {

namespace {

class KnownOnly final : public QSortFilterProxyModel {
public:
    KnownOnly(LookupModel* model, QObject* parent) : QSortFilterProxyModel(parent), m_model(model) { setSourceModel(model); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override { return m_model->kind(row) != LookupModel::Kind::NewVisitor; }

private:
    LookupModel* m_model;
};

} // namespace

PersonFinder::PersonFinder(Gateway& gateway, const Session& session, LookupField* field)
    : QObject(field), m_gateway(gateway), m_session(session), m_field(field), m_model(new LookupModel(gateway.centre(), this)),
      m_known(new KnownOnly(m_model, this))
{
    field->setModel(m_known);
    field->setRoles(LookupModel::DetailRole, LookupModel::NoteRole);
    connect(field, &LookupField::queryChanged, this, &PersonFinder::ask);
    connect(field, &LookupField::submitted, this, &PersonFinder::submit);
    connect(field, &LookupField::chosen, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(field->edit(), &QLineEdit::textEdited, this, [this] { m_submitted = false; });
}

void PersonFinder::ask(const QString& text)
{
    const std::uint64_t question = ++m_question;
    if (text.isEmpty()) {
        m_model->clear();
        return;
    }
    whenReady(m_gateway.ask(m_session, PersonLookup{text}), this, [this, question, text](const Result<LookupReply>& answer) {
        if (question == m_question)
            show(text, answer);
    });
}

void PersonFinder::show(const QString& text, const Result<LookupReply>& answer)
{
    const bool wasSubmitted = std::exchange(m_submitted, false);
    if (!answer) {
        Q_EMIT failed(answer.error());
        return;
    }
    m_model->setAnswer(text, *answer);
    if (wasSubmitted)
        chooseOnlyMatch();
}

void PersonFinder::submit(const QString& text)
{
    if (text.isEmpty())
        return;
    if (m_model->rowCount() > 0 && m_model->text() == text)
        return chooseOnlyMatch();
    m_submitted = true;
    ask(text);
}

void PersonFinder::chooseOnlyMatch()
{
    // Several namesakes: the list is open, and a person must say which one it is.
    if (m_known->rowCount() == 1)
        choose(0);
}

void PersonFinder::choose(int row)
{
    if (row < 0 || row >= m_known->rowCount())
        return;
    const int chosen = m_known->mapToSource(m_known->index(row, 0)).row();
    const PersonId person = m_model->kind(chosen) == LookupModel::Kind::Ticket ? m_model->ticket(chosen).person : m_model->person(chosen).person;
    m_field->clear();
    Q_EMIT found(person);
}

} // namespace onedoor
