// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/nodes/pairing_panel.h"

#include "core/domain/compartment.h"
#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/slip/qr_view.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsAMinute = 60;

QLabel* makePart(const QString& accessibleName, Type type)
{
    auto* label = new QLabel;
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont); // O and 0, 1 and l apart
    font.setPixelSize(scaled(basePixels(type)));
    font.setBold(true);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(accessibleName);
    return label;
}

} // namespace

PairingPanel::PairingPanel(NetworkDoor& network, const Session& session, const CentreDefinition& centre, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_network(network), m_session(session), m_centre(centre), m_clock(clock), m_limit(makeLimit()), m_message(new Banner(Tone::Danger, {})),
      m_qr(new QrView), m_address(makePart(tr("Address of the host"), Type::Title)), m_fingerprint(makePart(tr("Fingerprint of the host"), Type::Title)),
      m_secret(makePart(tr("Secret of the code"), Type::Display)), m_left(new QLabel), m_copy(new Button(Icons::Copy, tr("&Copy"))),
      m_again(new Button(Icons::Redo, tr("&New code"))), m_progress(new ProgressStrip)
{
    auto* steps = new QLabel(tr("1. Start OneDoor on the other PC and choose \"Join a centre\".\n2. Type the code there, or scan it.\n"
                                "3. Sign in there with the login and password of an account of this centre."));
    steps->setWordWrap(true);
    m_message->hide();
    m_fingerprint->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_again);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(space::large);
    column->addWidget(steps);
    auto* limit = new QHBoxLayout;
    auto* holds = new QLabel(tr("That PC holds"));
    setTone(holds, Tone::Muted);
    limit->addWidget(holds);
    limit->addWidget(m_limit);
    limit->addStretch(1);
    column->addLayout(limit);
    column->addWidget(m_message);
    column->addWidget(m_progress);
    column->addWidget(makeCode());
    column->addWidget(m_left);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_offer.text); });
    connect(m_again, &QPushButton::clicked, this, &PairingPanel::ask);
    connect(&m_timer, &QTimer::timeout, this, &PairingPanel::tick);
    setFocusProxy(m_copy);
    ask();
}

/// It can't be changed once the PC has joined: what a PC has held can't be taken back from its disk.
SegmentedControl* PairingPanel::makeLimit()
{
    auto* limit = new SegmentedControl(tr("What that PC holds"));
    limit->addSegment(tr("all records"), false);
    limit->addSegment(tr("no restricted records"), true);
    limit->setToolTip(tr("It can't be changed once the PC has joined. A PC without restricted records can't become host of the hall."));
    connect(limit, &SegmentedControl::currentChanged, this, &PairingPanel::ask);
    return limit;
}

QWidget* PairingPanel::makeCode()
{
    auto* card = new Card;
    auto* parts = new QVBoxLayout;
    parts->setSpacing(space::medium);
    parts->addStretch(1);
    for (QLabel* part : {m_address, m_fingerprint, m_secret})
        parts->addWidget(part);
    parts->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::page);
    row->addWidget(m_qr, 0, Qt::AlignVCenter);
    row->addLayout(parts, 1);
    card->body()->addLayout(row);
    return card;
}

void PairingPanel::ask()
{
    m_timer.stop();
    m_message->hide();
    m_left->clear();
    showCode({});
    m_again->setEnabled(false);
    m_progress->start();
    std::vector<QString> compartments;
    if (m_limit->currentData().toBool())
        compartments.push_back(QString::fromLatin1(hallCompartment));
    whenReady(m_network.openPairing(m_session, compartments), this, [this](const Result<PairingOffer>& offer) { onOffered(offer); });
}

void PairingPanel::onOffered(const Result<PairingOffer>& offer)
{
    m_progress->finish();
    m_again->setEnabled(true);
    if (!offer) {
        m_message->setMessage(Tone::Danger, errorText(offer.error(), m_centre));
        m_message->show();
        return;
    }
    m_offer = *offer;
    showCode(m_offer.text);
    m_timer.start(std::chrono::seconds(1));
    tick();
    if (isVisible() && !m_limit->isAncestorOf(focusWidget()))
        m_copy->setFocus();
}

void PairingPanel::showCode(const QString& code)
{
    m_qr->setText(code);
    m_address->setText(code.section(u' ', 0, 0));
    // Two lines of three groups are easier to type from than one of six.
    QString fingerprint = code.section(u' ', 1, 1);
    constexpr qsizetype middle = 14;
    if (fingerprint.size() > middle)
        fingerprint.insert(middle + 1, u'\n');
    m_fingerprint->setText(fingerprint);
    m_secret->setText(code.section(u' ', 2, 2));
    m_copy->setEnabled(!code.isEmpty());
    if (code.isEmpty())
        m_offer = {};
}

void PairingPanel::tick()
{
    const std::int64_t left = m_offer.until.secondsSince(m_clock.now());
    if (left > 0) {
        const QString seconds = QString::number(left % secondsAMinute).rightJustified(2, u'0');
        m_left->setText(tr("Good for one PC, and for %1:%2 minutes").arg(left / secondsAMinute).arg(seconds));
        setTone(m_left, Tone::Muted);
        return;
    }
    m_timer.stop();
    showCode({});
    m_left->setText(tr("The code has expired. Make a new one."));
    setTone(m_left, Tone::Warning);
    m_again->setFocus();
}

void PairingPanel::showJoined(const QString& name)
{
    m_timer.stop();
    showCode({});
    m_left->clear();
    m_message->setMessage(Tone::Success, tr("%1 is let in and fetches the records now. For one more PC make a new code.").arg(name));
    m_message->show();
}

} // namespace onedoor

#include "moc_pairing_panel.cpp"
