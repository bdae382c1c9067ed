// SPDX-License-Identifier: GPL-3.0-or-later
// Places a legal hold on a person, or lifts one: its reason, and for a new one its last day. Waits for its outcome, tells a refusal, and is
// gone once it is closed. Child of the page; UI thread.
#pragma once

#include "core/services/api/erasure.h"
#include "core/services/gateway.h"
#include "ui/widgets/sheet.h"

namespace onedoor {

class Banner;
class Button;
class FormField;
class TextField;

class LegalHoldSheet final : public Sheet {
    Q_OBJECT
public:
    /// Without a hold: a new one.
    LegalHoldSheet(QWidget* page, Gateway& gateway, const Session& session, PersonId person, const std::optional<HoldRow>& hold);

Q_SIGNALS:
    /// The sheet is closed already.
    void succeeded();

private:
    void carryOut();
    void onAnswer(const Result<PersonHoldReply>& reply);

    Gateway& m_gateway;
    const Session& m_session;
    PersonId m_person;
    std::optional<HoldRow> m_hold;
    Banner* m_message;
    TextField* m_reason;
    FormField* m_reasonField;
    TextField* m_until;
    FormField* m_untilField;
    Button* m_act;
    bool m_busy = false;
};

} // namespace onedoor
