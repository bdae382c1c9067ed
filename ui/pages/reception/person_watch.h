// SPDX-License-Identifier: GPL-3.0-or-later
// Looks whether the person in the form is changed at another window or desk while the form is open, and says what the record holds
// now and who changed it. It compares nothing with what was typed: the form does. Late answers are dropped. Owned by the page; UI thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/gateway.h"

namespace onedoor {

class PersonWatch final : public QObject {
    Q_OBJECT
public:
    PersonWatch(Gateway& gateway, const Session& session, QObject* parent);

    /// From now on; with `askNow` also what happened before, for a form that lay aside.
    void watch(PersonId person, bool askNow);
    void stop();

Q_SIGNALS:
    /// `author`: empty when the record does not say.
    void changed(const onedoor::PersonDetails& now, const QString& author, onedoor::Instant at);

private:
    void ask();
    void askAuthor(const PersonDetails& now);

    Gateway& m_gateway;
    const Session& m_session;
    PersonId m_person;
    std::uint64_t m_question = 0;
};

} // namespace onedoor
