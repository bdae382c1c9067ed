// SPDX-License-Identifier: GPL-3.0-or-later
// "More": a button that shows or hides the fields that a desk seldom needs. Opened once, it stays open until the form is emptied.
// The body is not owned; UI thread.
#pragma once

#include "ui/widgets/button.h"

namespace onedoor {

class Disclosure final : public Button {
    Q_OBJECT
public:
    Disclosure(const QString& text, QWidget* body, QWidget* parent = nullptr);
    void setOpen(bool open);

private:
    QWidget* m_body;
};

} // namespace onedoor
