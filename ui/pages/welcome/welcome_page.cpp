// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/welcome_page.h"

#include "ui/pages/welcome/administrator_step.h"
#include "ui/pages/welcome/centre_step.h"
#include "ui/pages/welcome/join_step.h"
#include "ui/pages/welcome/people_step.h"
#include "ui/pages/welcome/recovery_step.h"
#include "ui/pages/welcome/restore_step.h"
#include "ui/pages/welcome/start_step.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int sheetWidth = 860;
constexpr int logoSize = 40;

} // namespace

WelcomePage::WelcomePage(StoreDoor& door, Random& random, QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget), m_place(new QLabel), m_title(new QLabel), m_explanation(new QLabel),
      m_progress(new ProgressStrip), m_work(new QLabel), m_back(new Button(Icons::ArrowLeft, tr("&Back"), Variant::Quiet)),
      m_next(new Button(tr("&Next"), Variant::Primary))
{
    auto* start = new StartStep(door);
    addStep(start);
    setFocusProxy(start);
    addStep(new CentreStep(door, m_draft));
    addStep(new AdministratorStep(door, m_draft));
    addStep(new RecoveryStep(door, m_draft, random));
    addStep(new PeopleStep(door, m_draft));
    addStep(new RestoreStep(door, m_draft));
    auto* join = new JoinStep(door, m_draft);
    addStep(join);
    connect(join, &JoinStep::storeChosen, this, &WelcomePage::storeChosen);
    connect(start, &StartStep::restoreWanted, this, [this] { goTo(restoreIndex()); });
    connect(start, &StartStep::joinWanted, this, [this] { goTo(joinIndex()); });
    connect(start, &StartStep::storeChosen, this, &WelcomePage::storeChosen);

    auto* logo = new QLabel;
    logo->setPixmap(appIcon().pixmap(logoSize, logoSize));
    setType(m_place, Type::Caption);
    setTone(m_place, Tone::Muted);
    setType(m_title, Type::Display, true);
    m_explanation->setWordWrap(true);
    setTone(m_explanation, Tone::Muted);

    auto* sheet = new QWidget;
    sheet->setMaximumWidth(scaled(sheetWidth));
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(0, space::section, 0, space::page);
    column->setSpacing(space::small);
    column->addWidget(logo);
    column->addSpacing(space::small);
    column->addWidget(m_place);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(space::large);
    column->addWidget(m_stack, 1);
    column->addWidget(m_progress);
    column->addWidget(makeFooter());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::page, 0, space::page, 0);
    row->addStretch(1);
    row->addWidget(sheet, 100);
    row->addStretch(1);
    connect(qApp, &QApplication::focusChanged, this, [this] { QTimer::singleShot(0, this, &WelcomePage::showFocused); });
    setWorking({});
    goTo(0);
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::addStep(WelcomeStep* step)
{
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(step);
    m_steps.append(step);
    m_stack->addWidget(area);
    connect(step, &WelcomeStep::done, this, &WelcomePage::onStepDone);
    step->installEventFilter(this);
    connect(step, &WelcomeStep::changed, this, &WelcomePage::onStepChanged);
    connect(step, &WelcomeStep::working, this, &WelcomePage::setWorking);
}

QWidget* WelcomePage::makeFooter()
{
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, space::small, 0, 0);
    row->addWidget(m_back);
    row->addSpacing(space::medium);
    row->addWidget(m_work, 1);
    for (const WelcomeStep* step : std::as_const(m_steps))
        if (step->otherAct())
            row->addWidget(step->otherAct());
    row->addWidget(m_next);
    setTone(m_work, Tone::Muted);
    connect(m_back, &QPushButton::clicked, this, &WelcomePage::back);
    connect(m_next, &QPushButton::clicked, this, [this] { m_steps.at(stepIndex())->submit(); });
    return whole;
}

int WelcomePage::stepIndex() const
{
    return m_stack->currentIndex();
}

void WelcomePage::goTo(int index)
{
    m_stack->setCurrentIndex(index);
    follow();
    showFromTop();
    m_steps.at(index)->enter();
}

void WelcomePage::onStepChanged()
{
    follow();
    showFromTop();
    if (m_steps.at(stepIndex())->isOver())
        m_next->setFocus();
}

void WelcomePage::showFromTop()
{
    static_cast<QScrollArea*>(m_stack->currentWidget())->verticalScrollBar()->setValue(0);
}

/// A field and what is said below it belong together in view.
void WelcomePage::showFocused()
{
    auto* area = static_cast<QScrollArea*>(m_stack->currentWidget());
    QWidget* shown = QApplication::focusWidget();
    if (!shown || !area->widget()->isAncestorOf(shown))
        return;
    for (QWidget* parent = shown; parent != area->widget(); parent = parent->parentWidget())
        if (qobject_cast<FormField*>(parent))
            shown = parent;
    area->ensureWidgetVisible(shown, 0, scaled(space::small));
}

bool WelcomePage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) // an error has come or gone below a field
        QTimer::singleShot(0, this, &WelcomePage::showFocused);
    return QWidget::eventFilter(watched, event);
}

void WelcomePage::follow()
{
    const WelcomeStep* step = m_steps.at(stepIndex());
    const bool onTheRoad = stepIndex() > 0 && stepIndex() < restoreIndex();
    m_place->setText(onTheRoad ? tr("Step %1 of %2").arg(stepIndex()).arg(restoreIndex() - 1) : QString());
    m_title->setText(step->title());
    m_explanation->setText(step->explanation());
    m_next->setText(step->nextText());
    m_next->setVisible(!step->nextText().isEmpty());
    m_back->setVisible(step->mayGoBack());
    for (const WelcomeStep* each : std::as_const(m_steps))
        if (each->otherAct())
            each->otherAct()->setVisible(each == step);
}

void WelcomePage::onStepDone()
{
    if (stepIndex() + 1 < restoreIndex())
        goTo(stepIndex() + 1);
    else
        Q_EMIT finished(m_draft.store, m_draft.folder);
}

void WelcomePage::back()
{
    if (!m_back->isVisibleTo(this) || !m_back->isEnabled() || m_steps.at(stepIndex())->stepBack())
        return;
    goTo(stepIndex() >= restoreIndex() ? 0 : stepIndex() - 1);
}

void WelcomePage::setWorking(const QString& what)
{
    m_work->setText(what);
    if (what.isEmpty())
        m_progress->finish();
    else
        m_progress->start();
    m_next->setEnabled(what.isEmpty());
    if (QPushButton* other = m_steps.at(stepIndex())->otherAct())
        other->setEnabled(what.isEmpty());
    const bool mayStop = !what.isEmpty() && m_steps.at(stepIndex())->mayStop();
    m_back->setText(mayStop ? tr("S&top") : tr("&Back"));
    m_back->setEnabled(what.isEmpty() || mayStop);
    m_stack->setEnabled(what.isEmpty());
}

void WelcomePage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        back();
    else
        QWidget::keyPressEvent(event);
}

} // namespace onedoor

#include "moc_welcome_page.cpp"
