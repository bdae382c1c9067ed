// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/secret_source.h"

#include "core/store/atomic_file.h"
#include "core/store/secret_key.h"

#include <QFile>
#include <cstdio>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr qint64 longestSecret = 1024; ///< bytes

/// Echo is off while it lives.
#ifdef Q_OS_WIN
class SilentTerminal {
public:
    SilentTerminal() : m_input(GetStdHandle(STD_INPUT_HANDLE)), m_works(GetConsoleMode(m_input, &m_before) != 0)
    {
        if (m_works)
            SetConsoleMode(m_input, m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~SilentTerminal()
    {
        if (m_works)
            SetConsoleMode(m_input, m_before);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)
    bool works() const { return m_works; }
    static QString path() { return u"CONIN$"_s; }

private:
    HANDLE m_input;
    DWORD m_before = 0;
    bool m_works;
};
#else
class SilentTerminal {
public:
    SilentTerminal() : m_file(std::fopen("/dev/tty", "r+")), m_works(m_file && tcgetattr(fileno(m_file), &m_before) == 0)
    {
        if (m_works) {
            termios silent = m_before;
            silent.c_lflag &= ~tcflag_t(ECHO);
            tcsetattr(fileno(m_file), TCSAFLUSH, &silent);
        }
    }
    ~SilentTerminal()
    {
        if (m_works)
            tcsetattr(fileno(m_file), TCSAFLUSH, &m_before);
        if (m_file)
            std::fclose(m_file);
    }
    Q_DISABLE_COPY_MOVE(SilentTerminal)
    bool works() const { return m_works; }
    static QString path() { return u"/dev/tty"_s; }

private:
    std::FILE* m_file;
    termios m_before{};
    bool m_works;
};
#endif

Result<QString> firstLine(QFile& file)
{
    const QByteArray line = file.readLine(longestSecret);
    QString secret = QString::fromUtf8(line);
    while (secret.endsWith(u'\n') || secret.endsWith(u'\r'))
        secret.chop(1);
    return secret;
}

Result<QString> askTerminal(const QString& prompt)
{
    const SilentTerminal silent;
    QFile terminal(SilentTerminal::path());
    if (!silent.works() || !terminal.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(ErrorKind::Invalid, u"secret.noTerminal"_s);
    std::fputs(qPrintable(prompt + u' '), stderr);
    std::fflush(stderr);
    Result<QString> secret = firstLine(terminal);
    std::fputs("\n", stderr);
    return secret;
}

} // namespace

Result<QString> secretFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Invalid, u"secret.file"_s, {}, {{u"path"_s, path}, {u"reason"_s, file.errorString()}});
    return firstLine(file);
}

Result<QString> readPassword(const QString& file, const QString& prompt)
{
    if (!file.isEmpty())
        return secretFromFile(file);
    if (qEnvironmentVariableIsSet("ONEDOOR_PASSWORD"))
        return qEnvironmentVariable("ONEDOOR_PASSWORD");
    return askTerminal(prompt);
}

Result<void> writeRecoveryKey(const QString& path, const RecoveryKey& key)
{
    if (QFile::exists(path))
        return fail(ErrorKind::Conflict, u"recovery.fileThere"_s, {}, {{u"path"_s, path}});
    QFile file(path);
    QByteArray line = key.toText().toLatin1() + '\n';
    const bool made = file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
    const bool written = made && file.write(line) == line.size() && file.flush();
    wipe(line);
    const QString reason = file.errorString();
    file.close();
    Result<void> kept = written ? syncToDisk(path) : fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, path}, {u"reason"_s, reason}});
    if (made && !kept)
        file.remove(); // half a key opens nothing, and would stand in the way of the next attempt
    return kept;
}

} // namespace onedoor
