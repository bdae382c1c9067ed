// SPDX-License-Identifier: GPL-3.0-or-later
// One run of onedoorctl as an administrator starts it: arguments and input in, exit code, output and complaint out. For tests that
// depend on the target onedoorctl. Blocks up to a minute; exit code -1 when the program did not end by itself.
#pragma once

#include "core/base/json_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace onedoor {

struct CtlRun {
    int exitCode = -1;
    QByteArray output;
    QByteArray complaint;

    /// The output as one object.
    QJsonObject answer() const { return QJsonDocument::fromJson(output).object(); }
    /// The output's lines that are objects.
    QList<QJsonObject> answers() const
    {
        QList<QJsonObject> all;
        for (const QByteArray& line : output.split('\n')) {
            if (line.startsWith('{'))
                all.append(parseJsonObject(line).value_or(QJsonObject{}));
        }
        return all;
    }
};

inline constexpr QStringView ctlPassword = u"three quiet rivers";

inline CtlRun runCtl(const QStringList& arguments, const QByteArray& input = {}, const QString& secret = ctlPassword.toString())
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("ONEDOOR_PASSWORD"), secret);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(ONEDOOR_BINARY_DIR "/bin/onedoorctl"), arguments);
    program.write(input);
    program.closeWriteChannel();
    constexpr int patience = 60'000;
    if (!program.waitForFinished(patience))
        return {};
    return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
}

/// Makes a store of the shipped centre in `folder`, for the login "admin"; its recovery key goes into a file of the same name with ".key".
inline CtlRun createStoreByCtl(const QString& folder, const QStringList& more)
{
    return runCtl(QStringList{QStringLiteral("create"), QStringLiteral("--store"), folder, QStringLiteral("--centre"),
                              QStringLiteral(ONEDOOR_SOURCE_DIR "/resources/centres/dongxihu.json"), QStringLiteral("--login"),
                              QStringLiteral("admin"), QStringLiteral("--name"), QStringLiteral("陈主任"),
                              QStringLiteral("--recovery-key-file"), folder + QStringLiteral(".key")}
                  + more);
}

} // namespace onedoor
