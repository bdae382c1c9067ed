// SPDX-License-Identifier: GPL-3.0-or-later
// Which pages there are, who may see them and how each is made. The one place of the shell that knows the pages. UI thread.
#pragma once

#include "ui/shell/shell_parts.h"
#include "ui/widgets/icons/icon.h"

#include <QKeySequence>

namespace onedoor {

class DraftShelf;
class SlipDesk;

/// What a page may ask of its window, besides what it gets from the gateway.
struct PageContext {
    Gateway& gateway;
    const Session& session;
    StoreDoor& door;
    const Clock& clock;
    SlipDesk& slips;
    DraftShelf& drafts;
    NetworkDoor& network;
    std::function<void(const VisitId&)> showVisitHistory;
    std::function<void(const QString&)> showTicketHistory;
    std::function<void(const QString&)> placeChanged; ///< key of the place where the operator sits now
};

struct PageKind {
    QString key;
    Icons icon = Icons::Info;
    QString word;       ///< in the current language
    QString permission; ///< the command or query that makes the page worth showing
    QKeySequence keys;
    std::function<QWidget*(const PageContext& context)> make;
    bool servesVisitors = false; ///< they are registered or called here
};

/// In the order of the rail.
QList<PageKind> pageKinds();
/// Those that one of the session's roles may use.
QList<PageKind> pageKindsFor(const Session& session, const CentreDefinition& centre);
bool permits(const Session& session, const CentreDefinition& centre, const QString& action);
/// The public screen: a window without frame or rail.
/// Keeps the store open while it lives.
QWidget* makeHallDisplay(const ShellParts& parts, const StoreEntry& store);

} // namespace onedoor
