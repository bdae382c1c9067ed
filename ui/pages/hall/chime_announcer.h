// SPDX-License-Identifier: GPL-3.0-or-later
// Plays the chime on the PC's loudspeakers through Qt Multimedia, on a thread of its own: a sound server that hangs must not stop the
// display. Without a sound device it is silent. Create and destroy on the UI thread; destruction waits for the thread.
#pragma once

#include "ui/pages/hall/announcer.h"

#include <QThread>

namespace onedoor {

class ChimePlayer;

class ChimeAnnouncer final : public Announcer {
public:
    ChimeAnnouncer();
    ~ChimeAnnouncer() override;
    void announce(const DisplayCall& call) override;

private:
    QThread m_thread;
    ChimePlayer* m_player; ///< lives on m_thread and dies with it
};

} // namespace onedoor
