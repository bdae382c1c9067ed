// SPDX-License-Identifier: GPL-3.0-or-later
// What hold, transfer and finish have in common: a sheet about one visitor with a message of refusal, a button that does it and one
// that does not. A refusal leaves everything that was typed; the sheet closes only when the act is done. Lives until closed; UI thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/widgets/sheet.h"

class QVBoxLayout;

namespace onedoor {

class Banner;
class Button;

class TaskSheet : public Sheet {
    Q_OBJECT
public:
    TaskSheet(const QString& title, const QString& doIt, const TicketRow& ticket, QWidget* page);

    TicketId ticket() const { return m_ticket; }
    void showRefusal(const QString& text);
    void setBusy(bool busy);

protected:
    QVBoxLayout* form() const { return m_form; }
    Button* doButton() const { return m_do; }
    /// Checks what was entered and hands it on; called by the button, Enter and Ctrl+Enter.
    virtual void submit() = 0;

private:
    TicketId m_ticket;
    QVBoxLayout* m_form;
    Banner* m_refusal;
    Button* m_do;
};

} // namespace onedoor
