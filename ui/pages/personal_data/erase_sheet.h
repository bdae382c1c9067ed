// SPDX-License-Identifier: GPL-3.0-or-later
// Two steps before a person is erased for ever: first what goes and what stays, with the reason; then the person's name, typed. Enter in
// the name leads to the button and no further. Waits for its outcome, tells a refusal, and is gone once it is closed. Child of the page;
// UI thread.
#pragma once

#include "core/services/api/erasure.h"
#include "core/services/gateway.h"
#include "ui/widgets/sheet.h"

class QComboBox;

namespace onedoor {

class Banner;
class Button;
class FormField;
class TextField;

class EraseSheet final : public Sheet {
    Q_OBJECT
public:
    /// `merged`: names of the records that go with it.
    EraseSheet(QWidget* page, Gateway& gateway, const Session& session, PersonId person, const QString& name, const QStringList& merged);

Q_SIGNALS:
    /// The sheet is closed already.
    void erased(const onedoor::PersonErasureReply& reply);

private:
    void fillFirst(const QString& name, const QStringList& merged);
    void fillSecond(const QString& name);
    void goOn();
    void carryOut();
    void onAnswer(const Result<PersonErasureReply>& reply);

    Gateway& m_gateway;
    const Session& m_session;
    PersonId m_person;
    Banner* m_message;
    QComboBox* m_reason;
    FormField* m_reasonField;
    TextField* m_typed;
    FormField* m_typedField;
    QWidget* m_first;
    QWidget* m_second;
    Button* m_act;
    bool m_busy = false;
};

} // namespace onedoor
