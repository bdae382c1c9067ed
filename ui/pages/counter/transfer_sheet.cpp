// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/transfer_sheet.h"

#include "ui/models/local_name.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/lookup_field.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

namespace onedoor {

TransferSheet::TransferSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : TaskSheet(tr("Transfer"), tr("Transfer"), ticket, page), m_centre(centre), m_services(serviceChoices(centre)), m_lookup(new LookupField),
      m_serviceField(new FormField(tr("Service"), m_lookup)), m_place(new QComboBox), m_note(new TextField),
      m_back(new QCheckBox(tr("And back to me afterwards, with precedence (Alt+B)")))
{
    constexpr int longestNote = 500;
    m_lookup->setModel(&m_services);
    m_lookup->setRoles(ChoiceModel::DetailRole, -1);
    m_lookup->setPlaceholderText(tr("Name, pinyin or keyword"));
    m_lookup->setEmptyText(tr("No service matches"));
    m_lookup->edit()->setAccessibleName(tr("Service"));
    m_serviceField->setRequired(true);
    m_serviceField->setHint(tr("The number %1 and the time of arrival stay.").arg(ticket.number));
    m_place->setAccessibleName(tr("Place"));
    m_note->setMaxLength(longestNote);
    auto* note = new FormField(tr("Hand-over note"), m_note);
    note->setHint(tr("Shown to whoever calls next, so that nothing has to be told twice."));
    form()->addWidget(m_serviceField);
    form()->addWidget(new FormField(tr("Place"), m_place));
    form()->addWidget(note);
    form()->addWidget(m_back);
    auto* back = new QAction(m_back->text(), this);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_B));
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(back, &QAction::triggered, m_back, [this] {
        if (m_back->isVisible())
            m_back->toggle();
    });
    addAction(back);
    m_back->setVisible(ticket.status == TicketStatus::Called || ticket.status == TicketStatus::Serving);
    form()->addStretch(1);
    choose(nullptr);
    connect(m_lookup, &LookupField::queryChanged, &m_services, &ChoiceModel::search);
    connect(m_lookup->edit(), &QLineEdit::textEdited, this, [this] { choose(nullptr); });
    connect(m_lookup, &LookupField::chosen, this,
            [this](const QModelIndex& index) { choose(m_services.find(index.data(ChoiceModel::KeyRole).toString())); });
    connect(m_lookup, &LookupField::submitted, this, [this](const QString& text) {
        if (!m_service.isEmpty() || text.isEmpty())
            return submit();
        m_services.search(text);
        choose(m_services.best());
    });
    connect(m_lookup, &LookupField::escaped, this, &Sheet::closeSheet);
    connect(m_note, &TextField::submitted, this, [this] { submit(); });
}

void TransferSheet::choose(const Choice* choice)
{
    m_service = choice ? choice->key : QString();
    m_place->clear();
    m_place->addItem(tr("Any place of this service"), QString());
    m_place->setEnabled(choice != nullptr);
    if (!choice)
        return;
    m_serviceField->setError({});
    m_lookup->setText(choice->text);
    for (const Place* place : m_centre.placesServing(m_service))
        m_place->addItem(localName(*place), place->key);
    m_note->setFocus();
}

void TransferSheet::submit()
{
    if (!doButton()->isEnabled())
        return;
    m_serviceField->setError(m_service.isEmpty() ? tr("Choose a service from the list.") : QString());
    if (m_service.isEmpty()) {
        m_lookup->edit()->setFocus();
        return;
    }
    Q_EMIT wanted(m_service, m_place->currentData().toString(), m_note->text(), m_back->isChecked());
}

} // namespace onedoor

#include "moc_transfer_sheet.cpp"
