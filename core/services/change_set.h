// SPDX-License-Identifier: GPL-3.0-or-later
// What one commit changed: models look whether it concerns them and ask again. Plain value, any thread.
#pragma once

#include "core/base/id.h"

#include <QMetaType>
#include <vector>

namespace onedoor {

struct ChangeSet {
    enum class Origin { Local, Sync };
    Origin origin = Origin::Local;
    std::vector<RawId> records; ///< of any kind, each once
    bool tickets = false;       ///< some ticket changed: queues, boards, today's list
    bool persons = false;
    bool accounts = false;
    bool places = false;
    bool nodes = false; ///< the centre's PCs, or who is the hall host
    bool centre = false; ///< its definition changed: Gateway::centre() is the new one by now
    bool conflicts = false; ///< a record changed that people disagree about, or did
    bool appointments = false; ///< who is expected when
    bool staffCalls = false; ///< somebody in the hall calls for staff, or is answered
    bool alarms = false; ///< an emergency alarm was raised, answered or cleared
    bool days = false; ///< a day was closed or opened again
};

} // namespace onedoor

Q_DECLARE_METATYPE(onedoor::ChangeSet)
