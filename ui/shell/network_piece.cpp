// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/network_piece.h"

#include "ui/models/network_words.h"
#include "ui/widgets/theme/theme.h"

#include <QFormLayout>
#include <QLabel>

namespace onedoor {

namespace {

struct Sign {
    Icons icon;
    Tone tone;
};

Sign signOf(const NetworkView& view, NetworkMood mood)
{
    switch (mood) {
    case NetworkMood::Quiet: return {view.role == NetworkView::Role::Alone ? Icons::Display : Icons::Link, Tone::Muted};
    case NetworkMood::Good: return {Icons::Link, Tone::Success};
    case NetworkMood::Busy: return {Icons::Sync, Tone::Info};
    case NetworkMood::Bad: return {Icons::SyncOff, Tone::Warning};
    }
    return {Icons::Info, Tone::Muted};
}

} // namespace

NetworkPiece::NetworkPiece(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent)
    : StatusPiece(Icons::Display, {}, Tone::Muted, parent), m_network(network), m_centre(centre)
{
    connect(&network, &NetworkDoor::changed, this, &NetworkPiece::say);
    say();
}

void NetworkPiece::say()
{
    const NetworkView view = m_network.view();
    const NetworkLine line = networkLine(view, m_centre.offsetMinutes);
    const Sign sign = signOf(view, line.mood);
    setState(sign.icon, line.text, sign.tone);
    QStringList facts;
    for (const NetworkFact& fact : networkFacts(view, m_centre))
        facts.append(tr("%1: %2", "label and fact").arg(fact.label, fact.text));
    setToolTip(facts.join(u'\n'));
    setAccessibleDescription(facts.join(u'\n'));
}

NetworkDetails::NetworkDetails(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_network(network), m_centre(centre), m_rows(new QFormLayout(this))
{
    m_rows->setHorizontalSpacing(space::large);
    m_rows->setVerticalSpacing(space::medium);
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    connect(&network, &NetworkDoor::changed, this, &NetworkDetails::say);
    say();
}

void NetworkDetails::say()
{
    const QList<NetworkFact> facts = networkFacts(m_network.view(), m_centre);
    while (m_rows->rowCount() > facts.size())
        m_rows->removeRow(m_rows->rowCount() - 1);
    while (m_rows->rowCount() < facts.size()) {
        auto* text = new QLabel;
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        auto* label = new QLabel;
        setTone(label, Tone::Muted);
        m_rows->addRow(label, text);
    }
    for (int row = 0; row < facts.size(); ++row) {
        static_cast<QLabel*>(m_rows->itemAt(row, QFormLayout::LabelRole)->widget())->setText(facts.at(row).label);
        static_cast<QLabel*>(m_rows->itemAt(row, QFormLayout::FieldRole)->widget())->setText(facts.at(row).text);
    }
}

} // namespace onedoor

#include "moc_network_piece.cpp"
