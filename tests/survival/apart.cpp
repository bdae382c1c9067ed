// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/apart.h"

#include <QStandardPaths>
#include <QThread>
#include <csignal>
#include <filesystem>
#include <sys/prctl.h>
#include <unistd.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000; // milliseconds

/// Empty when it went well, else what it complained of.
QString complaintOf(const QStringList& command)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(command.front(), command.mid(1));
    if (!process.waitForFinished(patience))
        return command.front() + u" did not end"_s;
    const QString said = QString::fromLocal8Bit(process.readAll()).trimmed();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return {};
    return said.isEmpty() ? u"%1 failed"_s.arg(command.join(u' ')) : said;
}

/// The number of the network that a process is in; empty when there is no such process.
std::string networkOf(qint64 process)
{
    std::error_code problem;
    return std::filesystem::read_symlink("/proc/" + std::to_string(process) + "/ns/net", problem).string();
}

} // namespace

QStringList commandApart(QString& reason)
{
    for (const QString& program : {u"unshare"_s, u"nsenter"_s, u"ip"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty()) {
            reason = program + u" is not installed (packages util-linux and iproute2)"_s;
            return {};
        }
    }
    QStringList command{u"unshare"_s, u"--net"_s};
    if (::geteuid() != 0)
        command += {u"--user"_s, u"--map-root-user"_s};
    // The kinds of cable and switch that are needed, tried where it harms nobody.
    const QString trial = u"ip link set lo up && ip link add cable type veth peer name end && ip link add switch type bridge && "
                          "ip link set cable master switch && unshare --net true"_s;
    const QString complaint = complaintOf(command + QStringList{u"sh"_s, u"-c"_s, trial});
    if (complaint.isEmpty())
        return command;
    reason = u"no network of its own can be made here: "_s + complaint;
    return {};
}

Apart::Apart(int nodes)
{
    run({u"ip"_s, u"link"_s, u"add"_s, u"switch"_s, u"type"_s, u"bridge"_s});
    run({u"ip"_s, u"link"_s, u"set"_s, u"switch"_s, u"up"_s});
    const std::string own = networkOf(::getpid());
    for (int node = 0; node < nodes; ++node) {
        m_holders.push_back(std::make_unique<QProcess>());
        QProcess& holder = *m_holders.back();
        holder.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        holder.start(u"unshare"_s, {u"--net"_s, u"sleep"_s, u"3600"_s});
        if (!holder.waitForStarted())
            qFatal("unshare can't be started");
        for (int waited = 0; networkOf(holder.processId()) == own || networkOf(holder.processId()).empty(); waited += 5) {
            if (waited > patience)
                qFatal("no network for node %d", node);
            QThread::msleep(5);
        }
        const QString cable = u"cable%1"_s.arg(node);
        run({u"ip"_s, u"link"_s, u"add"_s, cable, u"type"_s, u"veth"_s, u"peer"_s, u"name"_s, u"eth0"_s, u"netns"_s, QString::number(holder.processId())});
        run({u"ip"_s, u"link"_s, u"set"_s, cable, u"master"_s, u"switch"_s, u"up"_s});
        runIn(node, {u"ip"_s, u"link"_s, u"set"_s, u"lo"_s, u"up"_s});
        runIn(node, {u"ip"_s, u"address"_s, u"add"_s, address(node) + u"/24"_s, u"dev"_s, u"eth0"_s});
        runIn(node, {u"ip"_s, u"link"_s, u"set"_s, u"eth0"_s, u"up"_s});
    }
}

Apart::~Apart()
{
    for (const auto& holder : m_holders) {
        holder->kill();
        holder->waitForFinished();
    }
}

QStringList Apart::inFront(int node) const
{
    return {u"nsenter"_s, u"--net=/proc/%1/ns/net"_s.arg(m_holders[std::size_t(node)]->processId())};
}

/// The switch no longer passes anything to or from that end; a cable that is "down" would show the node at once.
void Apart::cut(int node)
{
    run({u"ip"_s, u"link"_s, u"set"_s, u"cable%1"_s.arg(node), u"nomaster"_s});
}

void Apart::mend(int node)
{
    run({u"ip"_s, u"link"_s, u"set"_s, u"cable%1"_s.arg(node), u"master"_s, u"switch"_s});
}

void Apart::loseOneWay(int node, int peer)
{
    runIn(node, {u"ip"_s, u"neigh"_s, u"replace"_s, address(peer), u"lladdr"_s, u"02:00:00:00:00:99"_s, u"dev"_s, u"eth0"_s, u"nud"_s, u"permanent"_s});
}

void Apart::mendOneWay(int node, int peer)
{
    runIn(node, {u"ip"_s, u"neigh"_s, u"del"_s, address(peer), u"dev"_s, u"eth0"_s});
}

QString Apart::slowDown(int node)
{
    const QStringList add = inFront(node) + QStringList{u"tc"_s, u"qdisc"_s, u"add"_s, u"dev"_s, u"eth0"_s, u"root"_s};
    if (complaintOf(add + QStringList{u"netem"_s, u"delay"_s, u"200ms"_s, u"50ms"_s}).isEmpty())
        return u"200 ms late"_s;
    const QString complaint = complaintOf(add + QStringList{u"tbf"_s, u"rate"_s, u"256kbit"_s, u"burst"_s, u"4kb"_s, u"latency"_s, u"2s"_s});
    return complaint.isEmpty() ? u"256 kbit/s"_s : QString();
}

void Apart::speedUp(int node)
{
    runIn(node, {u"tc"_s, u"qdisc"_s, u"del"_s, u"dev"_s, u"eth0"_s, u"root"_s});
}

void Apart::run(const QStringList& command) const
{
    if (const QString complaint = complaintOf(command); !complaint.isEmpty())
        qFatal("%s: %s", qPrintable(command.join(u' ')), qPrintable(complaint));
}

} // namespace onedoor
