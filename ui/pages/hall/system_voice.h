// SPDX-License-Identifier: GPL-3.0-or-later
// The Mandarin voice of the operating system through Qt TextToSpeech; nothing leaves the PC. Lives on a thread of its own: a speech
// service that hangs must not stop the display. Create and destroy on the UI thread; destruction waits for the thread.
#pragma once

#include "ui/pages/hall/voice.h"

#include <QThread>

namespace onedoor {

class Speaker;

class SystemVoice final : public Voice {
    Q_OBJECT
public:
    explicit SystemVoice(QObject* parent = nullptr);
    ~SystemVoice() override;
    /// False until the system's voices have been looked through, a moment after the start.
    bool isThere() const override { return m_isThere; }
    void say(const QString& sentence) override;

private:
    QThread m_thread;
    Speaker* m_speaker; ///< lives on m_thread and dies with it
    bool m_isThere = false;
};

} // namespace onedoor
