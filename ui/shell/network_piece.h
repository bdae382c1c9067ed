// SPDX-License-Identifier: GPL-3.0-or-later
// "Connected to the host 192.168.1.20": how this PC stands with the others of its hall, in words, at the foot of every window; pressed,
// it tells what lies behind it. Owned by the status line; everything it refers to outlives it; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/models/network_door.h"
#include "ui/widgets/status_line.h"

class QFormLayout;

namespace onedoor {

class NetworkPiece final : public StatusPiece {
    Q_OBJECT
public:
    NetworkPiece(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent = nullptr);

private:
    void say();

    NetworkDoor& m_network;
    const CentreDefinition& m_centre;
};

/// The facts behind the piece, kept up to date, for a sheet.
class NetworkDetails final : public QWidget {
    Q_OBJECT
public:
    NetworkDetails(NetworkDoor& network, const CentreDefinition& centre, QWidget* parent = nullptr);

private:
    void say();

    NetworkDoor& m_network;
    const CentreDefinition& m_centre;
    QFormLayout* m_rows;
};

} // namespace onedoor
