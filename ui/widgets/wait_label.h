// SPDX-License-Identifier: GPL-3.0-or-later
// "12 min": how long something has lasted, kept up to date. Reads the clock it was given, which must outlive it. UI thread.
#pragma once

#include "core/base/clock.h"

#include <QLabel>
#include <QTimer>

namespace onedoor {

class WaitLabel : public QLabel {
    Q_OBJECT
public:
    explicit WaitLabel(const Clock& clock, QWidget* parent = nullptr);
    /// An empty instant shows nothing.
    void setSince(Instant since);
    /// From this many minutes on it says "over the limit", in words and tone; 0 switches it off.
    void setLimitMinutes(int minutes);
    void refresh();

    /// "< 1 min", "12 min", "1 h 05 min", "2 d 3 h"; negative counts as nothing.
    static QString durationText(qint64 seconds);

private:
    const Clock& m_clock;
    Instant m_since;
    int m_limit = 0;
    QTimer m_timer;
};

} // namespace onedoor
