// SPDX-License-Identifier: GPL-3.0-or-later
// One more service for a visitor who is here already: the same visit and the same matter get a ticket of their own in another queue.
// A refusal leaves what was chosen; the page closes the sheet when the ticket is there. Lives until closed; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/domain/rows.h"
#include "ui/widgets/sheet.h"

namespace onedoor {

class Banner;
class Button;
class ChoiceField;
class FormField;

class SecondTicketSheet final : public Sheet {
    Q_OBJECT
public:
    SecondTicketSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page);

    const TicketRow& ticket() const { return m_ticket; }
    void showRefusal(const QString& text);
    void setBusy(bool busy);

Q_SIGNALS:
    void wanted(const QString& service);

private:
    QWidget* makeContent();
    void addButtons();
    void submit();

    TicketRow m_ticket;
    ChoiceField* m_service;
    FormField* m_field;
    Banner* m_refusal;
    Button* m_issue;
};

} // namespace onedoor
