// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/network_banner.h"

#include "ui/models/network_words.h"
#include "ui/widgets/card.h"

#include <QAction>
#include <QVBoxLayout>

namespace onedoor {

NetworkBanner::NetworkBanner(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent), m_network(network), m_centre(centre), m_cutOff(new Banner(Tone::Warning, {})),
      m_anew(new Banner(Tone::Warning, tr("The store on this PC had been put back to an older state. It goes on under a new number of its own; "
                                          "what was missing comes from the other PCs. Nothing has to be done."))),
      m_retry(new QAction(icon(Icons::Sync), tr("Try now"), this))
{
    m_cutOff->addAction(m_retry);
    m_cutOff->hide();
    m_anew->setClosable(true);
    m_anew->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, space::medium, space::page, 0);
    column->setSpacing(space::small);
    column->addWidget(m_cutOff);
    column->addWidget(m_anew);
    connect(m_retry, &QAction::triggered, this, [this] { m_network.retryNow(); });
    connect(m_anew, &Banner::closed, this, [this] {
        m_anew->hide();
        say();
    });
    connect(&network, &NetworkDoor::changed, this, &NetworkBanner::say);
    say();
}

void NetworkBanner::setConcerned(bool concerned)
{
    m_concerned = concerned;
    say();
}

void NetworkBanner::say()
{
    const QString text = m_concerned ? cutOffText(m_network.view(), m_centre.offsetMinutes) : QString();
    if (!text.isEmpty())
        m_cutOff->setMessage(Tone::Warning, text);
    m_cutOff->setVisible(!text.isEmpty());
    if (m_network.takeAnewNotice())
        m_anew->show();
    setVisible(m_cutOff->isVisibleTo(this) || m_anew->isVisibleTo(this));
}

} // namespace onedoor

#include "moc_network_banner.cpp"
