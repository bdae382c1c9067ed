// SPDX-License-Identifier: GPL-3.0-or-later
// A program that a test starts, speaks to, kills and starts again; dies with the test. Main thread.
#pragma once

#include <QProcess>

namespace onedoor {

class ChildProgram {
public:
    ChildProgram(QString program, QStringList arguments);
    ~ChildProgram();
    ChildProgram(const ChildProgram&) = delete;
    ChildProgram& operator=(const ChildProgram&) = delete;

    void start();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    /// SIGKILL. A line that it tore is not among those that it wrote.
    void killNow();
    /// The whole lines since the last call.
    QByteArrayList takeLines();
    /// Waits until it has written `words`, however long ago; false after that many milliseconds.
    bool says(const QByteArray& words, int milliseconds);
    void forget() { m_said.clear(); }
    const QByteArray& said() const { return m_said; }
    /// What it said last and what it complained of, for a test's message.
    QByteArray lastWords();
    void write(const QByteArray& line);
    /// Ends its input, or with `terminate` by SIGTERM; false unless it then ended well.
    bool stop(bool terminate = false);

private:
    void read();

    QProcess m_process;
    QString m_program;
    QStringList m_arguments;
    QByteArray m_said;      ///< since forget()
    QByteArray m_lines;     ///< not yet taken
    QByteArray m_complaint;
};

} // namespace onedoor
