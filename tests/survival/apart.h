// SPDX-License-Identifier: GPL-3.0-or-later
// PCs that are really apart: each has a network of its own (a network namespace of Linux), joined to the others by a cable that can be cut, made
// one-way or slow. The namespaces have no names and live only as long as their processes, which die with the test: nothing is ever left behind. Must
// itself run inside a namespace of its own, with the rights of root there. Main thread.
#pragma once

#include <QProcess>
#include <memory>
#include <vector>

namespace onedoor {

/// The command that runs a program in a network of its own, with or without being root; empty with a reason where the machine allows none.
QStringList commandApart(QString& reason);

class Apart {
public:
    /// `nodes` networks and a switch between them; dies with the reason when it can't be made.
    explicit Apart(int nodes);
    ~Apart();
    Apart(const Apart&) = delete;
    Apart& operator=(const Apart&) = delete;

    static QString address(int node) { return QStringLiteral("10.77.0.%1").arg(node + 1); }
    /// What stands before a program to run it in the node's network.
    QStringList inFront(int node) const;

    /// The cable is out of the switch: the node itself sees nothing of it.
    void cut(int node);
    void mend(int node);
    /// What the node sends to `peer` is lost, what comes from there arrives.
    void loseOneWay(int node, int peer);
    void mendOneWay(int node, int peer);
    /// Says how: by delay, or by a trickle where the kernel has no delays.
    QString slowDown(int node);
    void speedUp(int node);

private:
    void run(const QStringList& command) const;
    void runIn(int node, const QStringList& command) const { run(inFront(node) + command); }

    std::vector<std::unique_ptr<QProcess>> m_holders; ///< a process in each node's network keeps it
};

} // namespace onedoor
