// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the person that somebody types into the look-up field, by the same words and rows as the reception does; a ticket of today stands
// for its visitor. One question at a time counts, answers to earlier texts are dropped, and Enter pressed before the answer is here acts
// on the answer when it comes. Child of the field; UI thread.
#pragma once

#include "core/services/gateway.h"
#include "ui/models/lookup_model.h"

class QSortFilterProxyModel;

namespace onedoor {

class LookupField;

class PersonFinder final : public QObject {
    Q_OBJECT
public:
    PersonFinder(Gateway& gateway, const Session& session, LookupField* field);

Q_SIGNALS:
    void found(const onedoor::PersonId& person);
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
    QSortFilterProxyModel* m_known; ///< without the offer to take down somebody new
    std::uint64_t m_question = 0;
    bool m_submitted = false; ///< Enter came before the answer
};

} // namespace onedoor
