// SPDX-License-Identifier: GPL-3.0-or-later
// The code by which another PC is let in: large, to be typed, scanned or copied, with the time that is left for it, and a word when the
// PC has come. Owned by its sheet; everything it refers to outlives it; UI thread.
#pragma once

#include "core/base/clock.h"
#include "core/domain/centre/centre_definition.h"
#include "ui/models/network_door.h"

#include <QTimer>
#include <QWidget>

class QLabel;

namespace onedoor {

class Banner;
class Button;
class ProgressStrip;
class QrView;
class SegmentedControl;

class PairingPanel final : public QWidget {
    Q_OBJECT
public:
    PairingPanel(NetworkDoor& network, const Session& session, const CentreDefinition& centre, const Clock& clock, QWidget* parent = nullptr);
    /// A PC was let in while the code was shown.
    void showJoined(const QString& name);

private:
    QWidget* makeCode();
    SegmentedControl* makeLimit();
    void ask();
    void onOffered(const Result<PairingOffer>& offer);
    void showCode(const QString& code);
    void tick();

    NetworkDoor& m_network;
    const Session& m_session;
    const CentreDefinition& m_centre;
    const Clock& m_clock;
    PairingOffer m_offer;
    SegmentedControl* m_limit; ///< what the other PC may hold
    Banner* m_message;
    QrView* m_qr;
    QLabel* m_address;
    QLabel* m_fingerprint;
    QLabel* m_secret;
    QLabel* m_left;
    Button* m_copy;
    Button* m_again;
    ProgressStrip* m_progress;
    QTimer m_timer;
};

} // namespace onedoor
