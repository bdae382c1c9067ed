// SPDX-License-Identifier: GPL-3.0-or-later
// Remembers the numbers that the hall heard, in order.
#pragma once

#include "ui/pages/hall/announcer.h"

#include <QStringList>

namespace onedoor {

class RecordingAnnouncer final : public Announcer {
public:
    void announce(const DisplayCall& call) override { heard.append(call.number); }
    QStringList heard;
};

} // namespace onedoor
