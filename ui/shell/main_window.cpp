// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/models/local_name.h"
#include "ui/shell/work_frame.h"
#include "ui/widgets/button.h"
#include "ui/widgets/sheet.h"

#include <QCloseEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize{1366, 768};
constexpr QSize smallest{960, 600};

/// Out of sight at once, deleted when whoever is on the call stack has returned.
void retire(QStackedWidget* stack, QWidget* page)
{
    if (!page)
        return;
    page->hide();
    stack->removeWidget(page);
    page->setParent(nullptr);
    page->deleteLater();
}

} // namespace

MainWindow::MainWindow(QWidget* parent) : QWidget(parent), m_stack(new QStackedWidget)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(appIcon());
    setMinimumSize(smallest);
    resize(usualSize);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

MainWindow::~MainWindow() = default;

void MainWindow::showGate(QWidget* page, const QString& title)
{
    dropGate();
    if (m_question)
        m_question->closeSheet(); // it is for who was at work here, not for who comes by
    m_gate = page;
    m_stack->addWidget(page);
    m_stack->setCurrentWidget(page);
    // Shortcuts of the frame must not work behind the gate.
    if (m_frame)
        m_frame->setEnabled(false);
    setWindowTitle(title);
    page->setFocus();
}

void MainWindow::dropGate()
{
    retire(m_stack, m_gate);
    m_gate = nullptr;
}

void MainWindow::showWork(WorkFrame* frame)
{
    retire(m_stack, m_frame);
    m_frame = frame;
    m_stack->addWidget(frame);
    m_stack->setCurrentWidget(frame);
    dropGate();
    frame->focusPage();
    connect(frame, &WorkFrame::pageChanged, this, &MainWindow::nameAfterPage);
    nameAfterPage();
}

bool MainWindow::resume(const AccountId& account)
{
    if (!m_frame || m_frame->store().session.account != account)
        return false;
    m_frame->setEnabled(true);
    m_stack->setCurrentWidget(m_frame);
    dropGate();
    nameAfterPage();
    m_frame->focusPage();
    return true;
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_losesText || m_discards || !m_losesText())
        return QWidget::closeEvent(event);
    event->ignore();
    if (!m_question)
        askToDiscard();
}

void MainWindow::askToDiscard()
{
    m_question = new Sheet(this, tr("A registration is not finished"));
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    auto* text = new QLabel(tr("What was typed has not been registered. When the program ends it is lost."));
    text->setWordWrap(true);
    column->addWidget(text);
    column->addStretch(1);
    m_question->setObjectName(u"discardQuestion"_s);
    m_question->setContent(content);
    auto* discard = new Button(tr("&Discard and quit"), Variant::Danger);
    connect(discard, &QPushButton::clicked, this, [this] {
        m_discards = true;
        close();
    });
    auto* keep = new Button(tr("&Keep working"), Variant::Primary);
    connect(keep, &QPushButton::clicked, m_question, &Sheet::closeSheet);
    connect(m_question, &Sheet::closed, m_question, &QObject::deleteLater);
    m_question->addButton(discard);
    m_question->addButton(keep);
    m_question->openSheet();
    keep->setFocus(Qt::OtherFocusReason);
}

void MainWindow::nameAfterPage()
{
    setWindowTitle(tr("%1 – %2 – OneDoor").arg(m_frame->currentWord(), localName(m_frame->store().gateway->centre())));
}

} // namespace onedoor

#include "moc_main_window.cpp"
