// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked before a PC is shut out, the host of the hall changes or its address does: what will happen, what has to be typed, and
// one button that does it. A sheet waits for its outcome, tells a refusal, and is gone once it is closed. Child of the page; UI thread.
#pragma once

#include "core/base/error.h"
#include "core/domain/centre/centre_definition.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme/theme.h"

#include <QFuture>
#include <functional>

class QVBoxLayout;

namespace onedoor {

class Banner;
class Button;
class FormField;
class TextField;

class NodeSheet final : public Sheet {
    Q_OBJECT
public:
    /// What comes of the act; its argument is what was typed.
    using Act = std::function<QFuture<Result<void>>(const QString& typed)>;

    NodeSheet(QWidget* page, const CentreDefinition& centre, const QString& title, const QString& explanation);
    /// Something has to be typed; `fault` says what is wrong with it, or nothing.
    void askFor(const QString& label, const QString& hint, const QString& value, std::function<QString(const QString&)> fault);
    void setAct(const QString& word, Variant variant, Act act);

Q_SIGNALS:
    void succeeded();

private:
    void carryOut();

    const CentreDefinition& m_centre;
    QVBoxLayout* m_column;
    Banner* m_message;
    TextField* m_edit = nullptr;
    FormField* m_field = nullptr;
    Button* m_button = nullptr;
    std::function<QString(const QString&)> m_fault;
    Act m_act;
    bool m_busy = false;
};

} // namespace onedoor
