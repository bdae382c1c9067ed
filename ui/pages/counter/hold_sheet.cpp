// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/counter/hold_sheet.h"

#include "ui/models/local_name.h"
#include "ui/pages/counter/choice_list.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form_field.h"

#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

QString meaningOf(HoldKind kind)
{
    switch (kind) {
    case HoldKind::PapersBack: return HoldSheet::tr("papers handed back, any place");
    case HoldKind::PapersKept: return HoldSheet::tr("papers stay here, resumes here");
    case HoldKind::InternalStep: return HoldSheet::tr("the centre's turn, resumes here");
    }
    return {};
}

QString timerOf(const HoldReason& reason)
{
    return reason.returnsByItself ? HoldSheet::tr("waits again after %n min", nullptr, reason.remindAfterMinutes)
                                  : HoldSheet::tr("reminder after %n min", nullptr, reason.remindAfterMinutes);
}

} // namespace

HoldSheet::HoldSheet(const CentreDefinition& centre, const TicketRow& ticket, QWidget* page)
    : TaskSheet(tr("Hold"), tr("Hold"), ticket, page), m_reasons(new ChoiceList(tr("Reason"))), m_field(new FormField(tr("Reason"), m_reasons))
{
    for (const HoldReason& reason : centre.holdReasons)
        m_reasons->addChoice(reason.key, localName(reason), tr("%1; %2").arg(timerOf(reason), meaningOf(reason.kind)));
    m_field->setRequired(true);
    m_field->setHint(tr("Its digit is enough. Time on hold is not counted as serving."));
    form()->addWidget(m_field);
    form()->addStretch(1);
    connect(m_reasons, &ChoiceList::digitChosen, this, [this] { submit(); });
    connect(m_reasons, &ChoiceList::confirmed, this, [this] { submit(); });
}

void HoldSheet::submit()
{
    if (!doButton()->isEnabled())
        return;
    const QString reason = m_reasons->chosenKey();
    m_field->setError(reason.isEmpty() ? tr("Choose a reason.") : QString());
    if (reason.isEmpty())
        m_reasons->setFocus();
    else
        Q_EMIT wanted(reason);
}

} // namespace onedoor

#include "moc_hold_sheet.cpp"
