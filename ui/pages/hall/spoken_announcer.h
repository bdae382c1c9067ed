// SPDX-License-Identifier: GPL-3.0-or-later
// Chime, then the call as a spoken sentence; where no voice is there, or the centre has no sentence, the chime alone. Announcements wait
// for each other and never overlap, whatever the loudspeakers take; none is skipped. References outlive it; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/pages/hall/announcer.h"
#include "ui/pages/hall/voice.h"

#include <QTimer>
#include <deque>

namespace onedoor {

/// The centre's sentence with the number, character by character so that it is read digit by digit, and the place's Chinese short name;
/// empty when the centre has no sentence.
QString spokenCall(const CentreDefinition& centre, const DisplayCall& call);

class SpokenAnnouncer final : public QObject, public Announcer {
    Q_OBJECT
public:
    SpokenAnnouncer(const CentreDefinition& centre, Announcer& chime, Voice& voice, QObject* parent = nullptr);
    void announce(const DisplayCall& call) override;

private:
    void begin();
    void speak();
    void finish();

    const CentreDefinition& m_centre;
    Announcer& m_chime;
    Voice& m_voice;
    std::deque<DisplayCall> m_waiting; ///< the first is being announced while m_isBusy
    bool m_isBusy = false;
    bool m_isSpeaking = false;
    QTimer m_afterChime;
    QTimer m_patience; ///< a speech service that never answers must not silence the hall
};

} // namespace onedoor
