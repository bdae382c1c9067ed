// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of all commands and queries: what onedoorctl dispatches by, what `help --json` prints, what roles are checked
// against. Adding an act means adding its line in catalogue.cpp. Constant after the first call; any thread.
// Errors of run: Invalid "exec.unknownDo" {name, nearest} (field "do"), the json.* and text.* of the parameters, then the act's own.
#pragma once

#include "core/base/error.h"
#include "core/services/gateway.h"

#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <span>

namespace onedoor {

struct CatalogueEntry {
    enum class Kind { Command, Query };
    QLatin1StringView name; ///< "ticket.call"
    Kind kind = Kind::Command;
    const char* description = ""; ///< one line for integrators, English
    QJsonArray (*parameters)() = nullptr; ///< schema, see json_fields.h
    QJsonArray (*reply)() = nullptr;
    /// Reads the parameters without running anything: what a rehearsed script or a fuzzer checks.
    Result<void> (*check)(const QJsonObject& parameters) = nullptr;
    QFuture<Result<QJsonObject>> (*run)(Gateway& gateway, const Session& session, const QJsonObject& parameters) = nullptr;
    bool isClaim = false; ///< runs on the hall host, whoever asks
};

std::span<const CatalogueEntry> catalogue();
/// nullptr when there is no such act.
const CatalogueEntry* findCatalogueEntry(QStringView name);

/// Runs the act called `name`; instants in the answer carry the centre's offset.
QFuture<Result<QJsonObject>> runByName(Gateway& gateway, const Session& session, const QString& name, const QJsonObject& parameters);

/// {"acts": [{name, kind, description, parameters, reply}]}, in alphabetical order.
QJsonObject catalogueHelp();

} // namespace onedoor
