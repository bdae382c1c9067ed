// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for whoever is typed into the look-up field: one question at a time counts, answers to earlier texts are dropped, and Enter
// pressed before the answer is here acts on the answer when it comes. Child of the field; UI thread.
#pragma once

#include "core/services/gateway.h"
#include "ui/models/lookup_model.h"

namespace onedoor {

class LookupField;

class LookupController final : public QObject {
    Q_OBJECT
public:
    LookupController(Gateway& gateway, const Session& session, LookupField* field, LookupModel::Offers offers);

    LookupModel* model() const { return m_model; }
    /// Finds the text as if it had been typed and entered; used for scans.
    void enter(const QString& text);

Q_SIGNALS:
    void personChosen(const onedoor::PersonRow& person);
    void ticketChosen(const onedoor::TicketRow& ticket);
    void newVisitor(const QString& text);
    void failed(const onedoor::Error& error);

private:
    void ask(const QString& text);
    void show(const QString& text, const Result<LookupReply>& answer);
    void submit(const QString& text);
    void choose(int row);
    void chooseOnlyMatch();

    Gateway& m_gateway;
    const Session& m_session;
    LookupField* m_field;
    LookupModel* m_model;
    std::uint64_t m_question = 0;
    bool m_submitted = false; ///< Enter came before the answer
};

} // namespace onedoor
