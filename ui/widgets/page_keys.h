// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a page: they work wherever the focus is in the window (header, rail, toast), as long as the page is shown and no sheet
// lies over it. Owned by the action; UI thread.
#pragma once

class QAction;
class QWidget;

namespace onedoor {

/// Adds the action to the page. A shown page has the window's keys: no two pages of a window may be shown at once.
void bindPageKeys(QAction* action, QWidget* page);

} // namespace onedoor
