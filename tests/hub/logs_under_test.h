// SPDX-License-Identifier: GPL-3.0-or-later
// The three event logs of the product and its simulator, each as a node of a fresh centre that knows the founder and two enrolled pens.
// One thread.
#pragma once

#include "core/sync/event_log.h"
#include "tests/hub/pen.h"

#include <functional>
#include <memory>

namespace onedoor::hub {

/// A centre's beginning: the founder lets in two nodes, which have opened their streams.
struct Beginning {
    CentreId centre{RawId::named(QByteArray("centre"))};
    Pen founder{centre, "founder"};
    Pen one{centre, "one"};
    Pen two{centre, "two"};

    explicit Beginning(const QByteArray& name = "centre");
    sync::Batch batch() const;
};

/// A log and all that it stands on.
class LogUnderTest {
public:
    virtual ~LogUnderTest() = default;
    virtual sync::EventLog& log() = 0;
    virtual QByteArray publicKey() = 0;
};

/// Has taken the beginning.
std::unique_ptr<LogUnderTest> simulatedLog(const Beginning& beginning);
std::unique_ptr<LogUnderTest> sqliteLog(const Beginning& beginning);
/// `uri`: a database; the hub's tables are made if they are missing.
std::unique_ptr<LogUnderTest> postgresLog(const Beginning& beginning, const QString& uri);

} // namespace onedoor::hub
