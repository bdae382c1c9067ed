// SPDX-License-Identifier: GPL-3.0-or-later
// A PostgreSQL of the test's own: made in a temporary folder, reached through a socket in it, ended with the test whatever happens to it.
// Runs as an unprivileged user also when the test is root's. Main thread.
#pragma once

#include "core/hub/postgres/connection.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <pwd.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

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
        if (m_server == 0)
            return;
        ::kill(m_server, SIGINT); // fast: nobody is waited for
        ::waitpid(m_server, nullptr, 0);
    }
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

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
        const passwd* user = ::getpwnam("nobody");
        if (user == nullptr || ::chown(qPrintable(m_folder.path()), user->pw_uid, user->pw_gid) != 0) {
            m_reason = QStringLiteral("root can't hand the server to an unprivileged user");
            return false;
        }
        m_asUser = {QStringLiteral("--reuid=nobody"), QStringLiteral("--regid=nogroup"), QStringLiteral("--clear-groups")};
        return true;
    }

    /// Starts it as the unprivileged user, quiet, to die with us. By posix_spawn and not by QProcess: that one's child shares our memory until
    /// its program runs, and the thread sanitizer takes it for a fork and forgets this process's threads and locks.
    std::optional<pid_t> start(const QString& program, const QStringList& arguments) const
    {
        const QStringList words = QStringList{QStringLiteral("setpriv"), QStringLiteral("--pdeathsig=QUIT")} + m_asUser + QStringList{program} + arguments;
        std::vector<QByteArray> bytes;
        for (const QString& word : words)
            bytes.push_back(word.toLocal8Bit());
        std::vector<char*> pointers;
        for (QByteArray& each : bytes)
            pointers.push_back(each.data());
        pointers.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addchdir_np(&actions, qPrintable(m_folder.path()));
        for (const int output : {STDOUT_FILENO, STDERR_FILENO})
            ::posix_spawn_file_actions_addopen(&actions, output, "/dev/null", O_WRONLY, 0);
        pid_t child = 0;
        const bool started = ::posix_spawnp(&child, pointers.front(), &actions, nullptr, pointers.data(), environ) == 0;
        ::posix_spawn_file_actions_destroy(&actions);
        return started ? std::optional(child) : std::nullopt;
    }

    bool makeCluster(const QString& programs)
    {
        const auto initdb = start(programs + QStringLiteral("/initdb"),
                                  {QStringLiteral("--pgdata=") + m_folder.path() + QStringLiteral("/data"), QStringLiteral("--auth=trust"),
                                   QStringLiteral("--username=onedoor"), QStringLiteral("--encoding=UTF8"), QStringLiteral("--no-locale"),
                                   QStringLiteral("--no-sync")});
        int status = 0;
        if (initdb && ::waitpid(*initdb, &status, 0) == *initdb && WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return true;
        m_reason = QStringLiteral("initdb failed");
        return false;
    }

    void startServer(const QString& programs, bool durable)
    {
        QStringList arguments{QStringLiteral("-D"), m_folder.path() + QStringLiteral("/data"), QStringLiteral("-k"), m_folder.path(),
                              QStringLiteral("-c"), QStringLiteral("listen_addresses="), QStringLiteral("-c"), QStringLiteral("max_connections=100"),
                              QStringLiteral("-c"), QStringLiteral("max_wal_size=4GB")};
        if (!durable)
            arguments += {QStringLiteral("-c"), QStringLiteral("fsync=off")};
        m_reason = QStringLiteral("the server did not come up");
        m_server = start(programs + QStringLiteral("/postgres"), arguments).value_or(0);
        QElapsedTimer waited;
        waited.start();
        while (m_server != 0 && waited.elapsed() < 30'000) {
            if (postgres::Connection::open(uri())) {
                m_reason.clear();
                return;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }

    QTemporaryDir m_folder{QStringLiteral("/tmp/onedoor-pg-XXXXXX")};
    QStringList m_asUser;
    pid_t m_server = 0;
    QString m_reason;
    int m_databases = 0;
};

} // namespace onedoor
