// SPDX-License-Identifier: GPL-3.0-or-later
// Parsed once for all targets where ONEDOOR_PRECOMPILE is on. Nobody includes this file, and each source includes what it uses: the
// development presets build without it. Only what nearly every source reads: each line here costs every file a little.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <variant>
#include <vector>
