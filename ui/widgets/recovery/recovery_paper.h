// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of paper with the recovery key: centre, day, the key in large groups, and what to do with it. Drawn on any paged device
// (printer or PDF). UI thread; false when the device could not be started.
#pragma once

#include <QDate>
#include <QString>

class QPagedPaintDevice;

namespace onedoor {

struct RecoveryPaper {
    QString centreName;
    QDate day;
    QString recoveryKey; ///< groups divided by hyphens
};

bool printRecoveryPaper(const RecoveryPaper& paper, QPagedPaintDevice& device);

} // namespace onedoor
