// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/kiosk/kiosk_frame.h"

#include "ui/models/local_name.h"

#include <QEvent>
#include <QHBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int touchesToLeave = 7;
constexpr int touchPauseMilliseconds = 1500;

} // namespace

KioskFrame::KioskFrame(const KioskMeasure& measure, const QString& centreName, QWidget* parent)
    : QWidget(parent), m_measure(measure), m_time(new KioskLabel(measure, KioskLabel::Size::Body, u"00:00"_s, Tone::Muted)),
      m_restart(new KioskButton(measure, tr("Start over"), KioskButton::Kind::Quiet)), m_staff(new KioskButton(measure, tr("Call staff"))),
      m_column(new QVBoxLayout(this))
{
    const int gap = measure.gap();
    m_column->setContentsMargins(gap, gap / 2, gap, gap);
    m_column->setSpacing(gap);
    auto* head = new QHBoxLayout;
    auto* name = new KioskLabel(measure, KioskLabel::Size::Body, centreName, Tone::Accent);
    name->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_time->installEventFilter(this);
    m_time->setMinimumWidth(m_time->sizeHint().width());
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    head->addWidget(name, 1);
    head->addWidget(m_time);
    m_column->addLayout(head);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(gap);
    const bool isLarge = measure.textSize() == KioskText::Large;
    auto* size = new KioskButton(measure, isLarge ? tr("Smaller text") : tr("Larger text"), KioskButton::Kind::Quiet);
    auto* language = new KioskButton(measure, languageIsChinese() ? u"English"_s : tr("中文"), KioskButton::Kind::Quiet);
    language->setAccessibleName(tr("Switch language"));
    m_staff->setPicture(Icons::Bell);
    foot->addWidget(m_restart, 1);
    foot->addWidget(size, 1);
    foot->addWidget(language, 1);
    foot->addWidget(m_staff, 2);
    m_column->addLayout(foot);
    connect(m_restart, &QPushButton::clicked, this, &KioskFrame::restartWanted);
    connect(size, &QPushButton::clicked, this, &KioskFrame::textSizeWanted, Qt::QueuedConnection); // it is deleted by it
    connect(language, &QPushButton::clicked, this, &KioskFrame::languageWanted, Qt::QueuedConnection);
    connect(m_staff, &QPushButton::clicked, this, &KioskFrame::staffWanted);
}

void KioskFrame::setScreen(QWidget* screen)
{
    delete m_screen;
    m_screen = screen;
    m_column->insertWidget(1, screen, 1);
    screen->show();
}

void KioskFrame::setTime(const QString& time)
{
    m_time->setText(time);
}

void KioskFrame::setHelp(KioskHelp help)
{
    m_staff->setDetail(help == KioskHelp::Answered ? tr("Staff is coming") : help == KioskHelp::Called ? tr("Staff was told") : QString());
}

void KioskFrame::setCanRestart(bool can)
{
    m_restart->setEnabled(can);
}

bool KioskFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_time && (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick)) {
        const bool goesOn = m_sinceTouch.isValid() && m_sinceTouch.elapsed() < touchPauseMilliseconds;
        m_touches = goesOn ? m_touches + 1 : 1;
        m_sinceTouch.start();
        if (m_touches == touchesToLeave) {
            m_touches = 0;
            Q_EMIT leavingWanted();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace onedoor

#include "moc_kiosk_frame.cpp"
