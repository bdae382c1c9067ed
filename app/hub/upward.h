// SPDX-License-Identifier: GPL-3.0-or-later
// A hall host's way up to the hub of its district or city, in words. Main thread.
#pragma once

#include "core/services/network/centre_network.h"

namespace onedoor {

/// One line: connected, how much is waiting, or why it is out of reach. Empty without a hub.
QString hubLine(const NetworkStatus& status, const CentreDefinition& centre);

/// Says the line whenever it means something else than before.
class Upward {
public:
    Upward(const CentreNetwork& network, const CentreDefinition& centre) : m_network(network), m_centre(centre) {}
    void look();

private:
    const CentreNetwork& m_network;
    const CentreDefinition& m_centre;
    QString m_said;
};

} // namespace onedoor
