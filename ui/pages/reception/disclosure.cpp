// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/disclosure.h"

namespace onedoor {

Disclosure::Disclosure(const QString& text, QWidget* body, QWidget* parent)
    : Button(Icons::ChevronDown, text, Variant::Quiet, parent)
    , m_body(body)
{
    setCheckable(true);
    setAccessibleName(text);
    connect(this, &QPushButton::toggled, this, &Disclosure::setOpen);
    setOpen(false);
}

void Disclosure::setOpen(bool open)
{
    setChecked(open);
    setIcon(onedoor::icon(open ? Icons::ChevronUp : Icons::ChevronDown));
    setAccessibleDescription(open ? tr("shown") : tr("hidden"));
    m_body->setVisible(open);
}

} // namespace onedoor

#include "moc_disclosure.cpp"
