// SPDX-License-Identifier: GPL-3.0-or-later
// What everybody at this PC has to know about the other PCs, above the pages where visitors are registered and called: that calls are
// provisional while the host of the hall is out of reach, and once that the store began anew. Owned by the work frame; everything it
// refers to outlives it; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/models/network_door.h"

#include <QWidget>

class QAction;

namespace onedoor {

class Banner;

class NetworkBanner final : public QWidget {
    Q_OBJECT
public:
    NetworkBanner(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent = nullptr);
    /// Whether visitors are registered or called on the page that is shown.
    void setConcerned(bool concerned);

private:
    void say();

    NetworkDoor& m_network;
    const CentreDefinition& m_centre;
    Banner* m_cutOff;
    Banner* m_anew;
    QAction* m_retry;
    bool m_concerned = false;
};

} // namespace onedoor
