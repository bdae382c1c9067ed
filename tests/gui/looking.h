// SPDX-License-Identifier: GPL-3.0-or-later
// What a person in front of a page sees: the words that are shown, and a picture for who wants to look. GUI thread.
#pragma once

#include <QLabel>
#include <QTest>

namespace onedoor {

inline QString shownText(const QWidget* root)
{
    QString all;
    for (const QLabel* label : root->findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text() + u'\n';
    return all;
}

/// Only where ONEDOOR_GALLERY is set, into the working folder. Waits until sheets have slid in.
inline void takePicture(QWidget* widget, const QString& name)
{
    if (qEnvironmentVariableIsEmpty("ONEDOOR_GALLERY"))
        return;
    QTest::qWait(500);
    widget->grab().save(name + QStringLiteral(".png"));
}

} // namespace onedoor
