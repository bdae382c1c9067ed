// SPDX-License-Identifier: GPL-3.0-or-later
// Says a sentence aloud. Owned by whoever makes the announcer and outlives it; UI thread: say() returns at once.
#pragma once

#include <QObject>

namespace onedoor {

class Voice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// False: this PC can't speak the hall's language, and say() would stay without done().
    virtual bool isThere() const = 0;
    virtual void say(const QString& sentence) = 0;

Q_SIGNALS:
    /// The sentence is over, or could not be said to its end.
    void done();
};

} // namespace onedoor
