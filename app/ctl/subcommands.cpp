// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/subcommand.h"

#include <QtGlobal>

namespace onedoor {

namespace {

constexpr Subcommand all[] = {
    {"create", QT_TRANSLATE_NOOP("onedoorctl", "Creates a store for a centre, with its first administrator."), &runCreate},
    {"exec", QT_TRANSLATE_NOOP("onedoorctl", "Carries out one JSON object a line and answers one a line."), &runExec},
    {"verify", QT_TRANSLATE_NOOP("onedoorctl", "Proves that every entry is as it was written, and names what was changed."), &runVerify},
    {"checkpoint", QT_TRANSLATE_NOOP("onedoorctl", "Writes down where every stream stands, signed, for verify --checkpoint."), &runCheckpoint},
    {"backup", QT_TRANSLATE_NOOP("onedoorctl", "Saves a store into a folder while it is in use, and verifies what it saved."), &runBackup},
    {"restore", QT_TRANSLATE_NOOP("onedoorctl", "Puts a backup into an empty folder, after verifying it."), &runRestore},
    {"salvage", QT_TRANSLATE_NOOP("onedoorctl", "Saves what can be proven from a damaged store, and keeps the damaged files."), &runSalvage},
    {"recovery-key", QT_TRANSLATE_NOOP("onedoorctl", "Makes a new recovery key, which replaces the old one once it is proven."), &runRecoveryKey},
    {"join", QT_TRANSLATE_NOOP("onedoorctl", "Makes this computer one of a centre's, with the code that its hall host shows."), &runJoin},
    {"help", QT_TRANSLATE_NOOP("onedoorctl", "Lists the subcommands, or with --json every command and query."), &runHelp},
    {"rehearse", QT_TRANSLATE_NOOP("onedoorctl", "Fills a rehearsal store with days of invented visitors."), &runRehearse},
};

} // namespace

std::span<const Subcommand> subcommands()
{
    return all;
}

} // namespace onedoor
