// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/accounts/recovery_panel.h"

#include "core/services/error_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/recovery/recovery_key_view.h"
#include "ui/widgets/recovery/recovery_proof.h"
#include "ui/widgets/text_field.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

RecoveryPanel::RecoveryPanel(Gateway& gateway, const Session& session, StoreDoor& door, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_door(door), m_explanation(new QLabel), m_message(new Banner(Tone::Danger, {})),
      m_stages(new QStackedWidget), m_secret(new SecretField), m_view(new RecoveryKeyView), m_proof(new RecoveryProof),
      m_progress(new ProgressStrip), m_back(new Button(Icons::ArrowLeft, tr("&Back"), Variant::Quiet)), m_next(new Button({}, Variant::Primary))
{
    m_explanation->setWordWrap(true);
    m_secretField = new FormField(tr("Your &password or PIN"), m_secret);
    m_next->setObjectName(u"recoveryNext"_s);
    auto* first = new QWidget;
    auto* fields = new QVBoxLayout(first);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->addWidget(m_secretField);
    fields->addStretch(1);
    for (QWidget* stage : {first, static_cast<QWidget*>(m_view), static_cast<QWidget*>(m_proof), new QWidget})
        m_stages->addWidget(stage);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::large);
    column->addWidget(m_explanation);
    column->addWidget(m_message);
    column->addWidget(m_stages, 1);
    column->addWidget(m_progress);
    column->addLayout(buttons);
    connect(m_secret->edit(), &TextField::submitted, this, &RecoveryPanel::next);
    connect(m_proof, &RecoveryProof::submitted, this, &RecoveryPanel::next);
    connect(m_next, &QPushButton::clicked, this, &RecoveryPanel::next);
    connect(m_back, &QPushButton::clicked, this, &RecoveryPanel::back);
    setFocusProxy(m_secret->edit());
    setBusy(false);
    show(Secret);
}

RecoveryPanel::~RecoveryPanel()
{
    m_proposed.text.fill(u'0');
    if (!m_confirming) // a proof that was given counts, also when the desk was locked meanwhile
        m_door.forgetProposedKey();
}

void RecoveryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_unread, false))
        m_door.setConfirmationRead();
}

void RecoveryPanel::show(Stage stage)
{
    const std::array explanations{tr("The new key replaces the old one as soon as it is proven; until then the old one stays valid. Have a printer "
                                     "or a pen at hand, and go on only where nobody looks over your shoulder."),
                                  tr("Eight groups of five characters. There is no O, I, L or U among them."),
                                  tr("Type two groups from the paper. The old key opens the store no more after this."),
                                  tr("Put the new paper into the safe. The old key opens the store no more, but backups made until now still need it or "
                                     "the passwords of their day: make a new backup, then destroy the old paper.")};
    const std::array words{tr("&Make the key"), tr("&It is on paper"), tr("Prove and &replace"), tr("&Close")};
    m_message->setVisible(stage == Done);
    if (stage == Done)
        m_message->setMessage(Tone::Success, tr("The new recovery key is proven and valid."));
    if (stage == Key)
        m_view->showKey(m_proposed.text, localName(m_gateway.centre()));
    else
        m_view->clear();
    m_explanation->setText(explanations.at(stage));
    m_next->setText(words.at(stage));
    m_back->setVisible(stage == Proof);
    m_stages->setCurrentIndex(stage);
    if (stage == Proof)
        m_proof->ask(m_proposed.asked);
    else if (stage == Secret)
        m_secret->edit()->setFocus();
    else
        (stage == Key ? static_cast<QWidget*>(m_view) : m_next)->setFocus();
}

void RecoveryPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_stages->setEnabled(!busy);
    m_next->setEnabled(!busy);
    m_back->setEnabled(!busy);
    if (busy)
        m_progress->start();
    else
        m_progress->finish();
    Q_EMIT busyChanged(busy);
}

void RecoveryPanel::next()
{
    if (m_busy)
        return;
    switch (m_stages->currentIndex()) {
    case Secret: propose(); break;
    case Key: show(Proof); break;
    case Proof: confirm(); break;
    default: Q_EMIT finished();
    }
}

void RecoveryPanel::back()
{
    show(Key);
}

void RecoveryPanel::propose()
{
    m_secretField->setError(m_secret->text().isEmpty() ? tr("Enter your password or PIN") : QString());
    if (m_secret->text().isEmpty())
        return;
    setBusy(true);
    whenReady(m_door.proposeRecoveryKey(m_session, m_secret->text()), this, [this](const Result<ProposedKey>& proposed) { onProposed(proposed); });
    m_secret->clear();
}

void RecoveryPanel::onProposed(const Result<ProposedKey>& proposed)
{
    setBusy(false);
    if (!proposed) {
        m_secretField->setError(errorText(proposed.error(), m_gateway.centre()));
        m_secret->edit()->setFocus();
        return;
    }
    m_proposed = *proposed;
    show(Key);
}

void RecoveryPanel::confirm()
{
    if (!m_proof->check())
        return;
    setBusy(true);
    m_confirming = true;
    whenReady(m_door.confirmRecoveryKey(m_proof->typed()), this, [this](const Result<void>& confirmed) { onConfirmed(confirmed); });
}

void RecoveryPanel::onConfirmed(const Result<void>& confirmed)
{
    setBusy(false);
    m_confirming = false;
    m_unread = !isVisible();
    if (!m_unread)
        m_door.setConfirmationRead();
    if (confirmed) {
        m_proposed.text.fill(u'0');
        m_proposed.text.clear();
        show(Done);
        return;
    }
    const Error& error = confirmed.error();
    if (error.code.startsWith(u"keys.recovery"_s)) {
        m_proof->refuse(error.facts.value(u"group"_s).toInt());
        return;
    }
    m_message->setMessage(Tone::Danger, errorText(error, m_gateway.centre()));
    m_message->show();
}

} // namespace onedoor

#include "moc_recovery_panel.cpp"
