// SPDX-License-Identifier: GPL-3.0-or-later
// Text from an input method, which no key event says. GUI thread.
#pragma once

#include <QApplication>
#include <QInputMethodEvent>

namespace onedoor {

inline void compose(const QString& text, QWidget* edit = QApplication::focusWidget())
{
    QInputMethodEvent done;
    done.setCommitString(text);
    QCoreApplication::sendEvent(edit, &done);
}

} // namespace onedoor
