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

/// Whoever runs a test to look at what it draws sets ONEDOOR_GALLERY.
inline bool wantsPictures()
{
    return !qEnvironmentVariableIsEmpty("ONEDOOR_GALLERY");
}

/// Ends a test function that checks nothing and only draws.
#define ONLY_FOR_PICTURES() \
    if (!onedoor::wantsPictures()) \
    QSKIP("draws pictures only, with ONEDOOR_GALLERY=1")

/// Only where pictures are wanted, into the working folder. Waits until sheets have slid in.
inline void takePicture(QWidget* widget, const QString& name)
{
    if (!wantsPictures())
        return;
    QTest::qWait(500);
    widget->grab().save(name + QStringLiteral(".png"));
}

} // namespace onedoor
