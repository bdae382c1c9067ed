// SPDX-License-Identifier: GPL-3.0-or-later
// Looks, while a new visitor is being typed, whether somebody is known already who may be the same person, and says so when it changes.
// It waits until the typing rests, drops late answers, and never stands in anybody's way: registering goes on whatever it finds. People
// whom the receptionist has judged to be others are not told again for this form. Owned by the page; UI thread.
#pragma once

#include "core/services/api/person_merging.h"
#include "core/services/gateway.h"

#include <QTimer>

namespace onedoor {

class KnownAlready final : public QObject {
    Q_OBJECT
public:
    KnownAlready(Gateway& gateway, const Session& session, QObject* parent);

    /// What stands in the fields now, as far as it goes.
    void look(const PersonRegistered& typed);
    /// Another form, or none.
    void stop();
    /// These are other people.
    void dismiss();
    /// Whom it told last; nobody when the list is empty.
    const std::vector<SimilarPerson>& likely() const { return m_likely; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void tell(std::vector<SimilarPerson> likely);

    Gateway& m_gateway;
    const Session& m_session;
    QTimer m_rest;
    PersonRegistered m_typed;
    std::vector<SimilarPerson> m_likely; ///< the likeliest first
    std::vector<PersonId> m_others;
    std::uint64_t m_question = 0;
};

} // namespace onedoor
