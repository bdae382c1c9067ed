// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/child_program.h"

#include "tests/support/hall_pc.h"

#include <QElapsedTimer>
#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // milliseconds

} // namespace

ChildProgram::ChildProgram(QString program, QStringList arguments) : m_program(std::move(program)), m_arguments(std::move(arguments))
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ONEDOOR_PASSWORD"_s, hall::password);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    m_process.setProcessEnvironment(environment);
#ifdef Q_OS_LINUX
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
#endif
}

ChildProgram::~ChildProgram()
{
    m_process.kill();
    m_process.waitForFinished();
}

void ChildProgram::start()
{
    m_process.start(m_program, m_arguments);
    if (!m_process.waitForStarted())
        qFatal("%s can't be started", qPrintable(m_program));
}

void ChildProgram::killNow()
{
    m_process.kill();
    m_process.waitForFinished();
    read();
    m_lines.truncate(m_lines.lastIndexOf('\n') + 1);
}

void ChildProgram::read()
{
    const QByteArray bytes = m_process.readAllStandardOutput();
    m_said += bytes;
    m_lines += bytes;
}

QByteArrayList ChildProgram::takeLines()
{
    read();
    const qsizetype whole = m_lines.lastIndexOf('\n');
    if (whole < 0)
        return {};
    const QByteArrayList lines = m_lines.left(whole).split('\n');
    m_lines.remove(0, whole + 1);
    return lines;
}

bool ChildProgram::says(const QByteArray& words, int milliseconds)
{
    QElapsedTimer waited;
    waited.start();
    for (;;) {
        read();
        m_complaint += m_process.readAllStandardError();
        if (m_said.contains(words) || m_complaint.contains(words))
            return true;
        if (waited.elapsed() >= milliseconds || !isRunning())
            return false;
        m_process.waitForReadyRead(20);
    }
}

QByteArray ChildProgram::lastWords()
{
    constexpr qsizetype enough = 500;
    read();
    m_complaint += m_process.readAllStandardError();
    QByteArray words = m_complaint;
    words += m_said.right(enough);
    return words;
}

void ChildProgram::write(const QByteArray& line)
{
    m_process.write(line + '\n');
    m_process.waitForBytesWritten();
}

bool ChildProgram::stop(bool terminate)
{
    if (terminate)
        m_process.terminate();
    else
        m_process.closeWriteChannel();
    const bool ended = m_process.waitForFinished(patience);
    read();
    return ended && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
}

} // namespace onedoor
