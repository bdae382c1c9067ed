// SPDX-License-Identifier: GPL-3.0-or-later
// One onedoor a store and user: the second one asks the first, over a local socket that only this user can open, to show a window, and
// ends. Owned by the composition root; UI thread.
#pragma once

#include <QLocalServer>
#include <QObject>

namespace onedoor {

class SingleInstance final : public QObject {
    Q_OBJECT
public:
    explicit SingleInstance(QObject* parent = nullptr);
    /// True when another onedoor has this store and has promised to show a window. Waits at most a second; before the event loop.
    static bool askOther(const QString& folder);
    /// From now on this program answers for the store.
    void answerFor(const QString& folder);

Q_SIGNALS:
    void windowWanted();

private:
    void onConnection();

    QLocalServer m_server;
    QString m_name;
};

} // namespace onedoor
