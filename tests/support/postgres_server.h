// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL of the test's own: made in a temporary folder, reached through a socket in it, ended with the test whatever happens to it.
// Runs as an unprivileged user also when the test is root's. Main thread.
#pragma once

#include "core/hub/postgres/connection.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <csignal>
#include <thread>
#include <unistd.h>

namespace onedoor {

class PostgresServer {
public:
    /// `durable`: as in earnest; else nothing waits for the disk.
    explicit PostgresServer(bool durable = false)
    {
        const QString programs = folderOfPrograms();
        if (programs.isEmpty()) {
            m_reason = QStringLiteral("PostgreSQL 15's server is not installed (package postgresql-15)");
            return;
        }
        if (!m_folder.isValid() || !prepareUser() || !makeCluster(programs))
            return;
        startServer(programs, durable);
    }
    ~PostgresServer()
    {
        if (m_server.state() == QProcess::NotRunning)
            return;
        ::kill(pid_t(m_server.processId()), SIGINT); // fast: nobody is waited for
        m_server.waitForFinished(10'000);
    }

    bool runs() const { return m_reason.isEmpty(); }
    /// Why not.
    const QString& reason() const { return m_reason; }

    QString uri(const QString& database = QStringLiteral("postgres"), const QString& user = QStringLiteral("onedoor")) const
    {
        return QStringLiteral("host=%1 user=%2 dbname=%3").arg(m_folder.path(), user, database);
    }
    /// A fresh database.
    QString newDatabase()
    {
        const QString name = QStringLiteral("hub%1").arg(++m_databases);
        auto connection = postgres::Connection::open(uri());
        if (!connection || !(*connection)->execute("CREATE DATABASE " + name.toLatin1()))
            qFatal("no database could be made");
        return uri(name);
    }

private:
    static QString folderOfPrograms()
    {
        // Debian keeps each version's programs in a folder of their own, off the path.
        QDir versions(QStringLiteral("/usr/lib/postgresql"));
        const QStringList names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
        for (const QString& name : names) {
            const QString folder = versions.filePath(name + QStringLiteral("/bin"));
            if (QFile::exists(folder + QStringLiteral("/initdb")) && QFile::exists(folder + QStringLiteral("/postgres")))
                return folder;
        }
        const QString onPath = QStandardPaths::findExecutable(QStringLiteral("initdb"));
        return onPath.isEmpty() ? QString() : QFileInfo(onPath).canonicalPath();
    }

    bool prepareUser()
    {
        if (::geteuid() != 0)
            return true;
        m_reason = QStringLiteral("root can't hand the server to an unprivileged user");
        QProcess chown;
        chown.start(QStringLiteral("chown"), {QStringLiteral("nobody:nogroup"), m_folder.path()});
        if (!chown.waitForFinished() || chown.exitCode() != 0)
            return false;
        m_asUser = {QStringLiteral("--reuid=nobody"), QStringLiteral("--regid=nogroup"), QStringLiteral("--clear-groups")};
        m_reason.clear();
        return true;
    }

    QStringList command(const QString& program, const QStringList& arguments) const
    {
        return QStringList{QStringLiteral("--pdeathsig=QUIT")} + m_asUser + QStringList{program} + arguments;
    }

    bool makeCluster(const QString& programs)
    {
        QProcess initdb;
        initdb.setWorkingDirectory(m_folder.path());
        initdb.start(QStringLiteral("setpriv"), command(programs + QStringLiteral("/initdb"),
                                                        {QStringLiteral("--pgdata=") + m_folder.path() + QStringLiteral("/data"), QStringLiteral("--auth=trust"),
                                                         QStringLiteral("--username=onedoor"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--no-locale"),
                                                         QStringLiteral("--no-sync")}));
        if (initdb.waitForFinished(60'000) && initdb.exitCode() == 0)
            return true;
        m_reason = QStringLiteral("initdb failed: ") + QString::fromUtf8(initdb.readAllStandardError());
        return false;
    }

    void startServer(const QString& programs, bool durable)
    {
        QStringList arguments{QStringLiteral("-D"), m_folder.path() + QStringLiteral("/data"), QStringLiteral("-k"), m_folder.path(),
                              QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("max_connections=100"),
                              QStringLiteral("-c"), QStringLiteral("max_wal_size=4GB")};
        if (!durable)
            arguments += {QStringLiteral("-c"), QStringLiteral("fsync=off")};
        m_server.setWorkingDirectory(m_folder.path());
        m_server.setStandardOutputFile(QProcess::nullDevice());
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(QStringLiteral("setpriv"), command(programs + QStringLiteral("/postgres"), arguments));
        m_reason = QStringLiteral("the server did not come up");
        QElapsedTimer waited;
        waited.start();
        while (waited.elapsed() < 30'000) {
            if (postgres::Connection::open(uri())) {
                m_reason.clear();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }

    QTemporaryDir m_folder{QStringLiteral("/tmp/onedoor-pg-XXXXXX")};
    QStringList m_asUser;
    QProcess m_server;
    QString m_reason;
    int m_databases = 0;
};

} // namespace onedoor
