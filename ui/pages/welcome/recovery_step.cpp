// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/recovery_step.h"

#include "core/services/error_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/card.h"
#include "ui/widgets/recovery/recovery_key_view.h"
#include "ui/widgets/recovery/recovery_proof.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int groupCount = 8;

} // namespace

RecoveryStep::RecoveryStep(StoreDoor& door, WelcomeDraft& draft, Random& random, QWidget* parent)
    : WelcomeStep(parent), m_door(door), m_draft(draft), m_random(random), m_sheets(new QStackedWidget), m_view(new RecoveryKeyView),
      m_proof(new RecoveryProof), m_message(new Banner(Tone::Danger, {}))
{
    m_message->hide();
    m_sheets->addWidget(m_view);
    m_sheets->addWidget(m_proof);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    column->addWidget(m_message);
    column->addWidget(m_sheets, 1);
    connect(m_proof, &RecoveryProof::submitted, this, &RecoveryStep::submit);
}

bool RecoveryStep::isAsking() const
{
    return m_sheets->currentIndex() == 1;
}

std::array<int, 2> RecoveryStep::askedGroups() const
{
    return m_proof->asked();
}

QString RecoveryStep::title() const
{
    return isAsking() ? tr("Take the paper in your hand") : tr("The recovery key");
}

QString RecoveryStep::explanation() const
{
    return isAsking() ? tr("Type two groups from the paper. The program then opens the store with them, as on the day when it matters.")
                      : tr("Eight groups of five characters. There is no O, I, L or U among them.");
}

QString RecoveryStep::nextText() const
{
    return isAsking() ? tr("Prove the &key") : tr("&It is on paper");
}

void RecoveryStep::enter()
{
    showKey();
}

void RecoveryStep::showKey()
{
    m_view->showKey(m_draft.recoveryKey, localName(m_draft.centre));
    m_sheets->setCurrentIndex(0);
    m_message->hide();
    m_view->setFocus();
    Q_EMIT changed();
}

void RecoveryStep::ask()
{
    const std::uint64_t one = m_random.below(groupCount);
    const std::uint64_t other = (one + 1 + m_random.below(groupCount - 1)) % groupCount;
    m_view->clear();
    m_sheets->setCurrentIndex(1);
    m_proof->ask({static_cast<int>(std::min(one, other)) + 1, static_cast<int>(std::max(one, other)) + 1});
    Q_EMIT changed();
}

bool RecoveryStep::stepBack()
{
    if (isAsking())
        showKey();
    return true;
}

void RecoveryStep::submit()
{
    if (isAsking())
        prove();
    else
        ask();
}

void RecoveryStep::prove()
{
    if (m_busy || !m_proof->check())
        return;
    QStringList groups = m_draft.recoveryKey.split(u'-');
    const QStringList typed = m_proof->typed();
    for (std::size_t index = 0; index < askedGroups().size(); ++index)
        groups[askedGroups()[index] - 1] = typed.at(static_cast<qsizetype>(index));
    m_busy = true;
    Q_EMIT working(tr("Opening the store with the recovery key…"));
    whenReady(m_door.proveRecoveryKey(m_draft.folder, groups.join(u'-')), this, [this](const Result<void>& proven) { onProven(proven); });
}

void RecoveryStep::onProven(const Result<void>& proven)
{
    m_busy = false;
    Q_EMIT working({});
    if (proven) {
        m_draft.recoveryKey.fill(u'0');
        m_draft.recoveryKey.clear();
        m_message->hide();
        Q_EMIT done();
        return;
    }
    const Error& error = proven.error();
    m_proof->refuse(error.facts.value(u"group"_s).toInt());
    if (error.kind == ErrorKind::Io || error.kind == ErrorKind::Corrupt) {
        m_message->setMessage(Tone::Danger, errorText(error, m_draft.centre));
        m_message->show();
    }
}

} // namespace onedoor

#include "moc_recovery_step.cpp"
