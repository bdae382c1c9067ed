// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/store_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace onedoor {

using namespace Qt::StringLiterals;

StorePaths pathsOf(const QString& folder)
{
    return {QDir(folder).absolutePath()};
}

QString deviceName()
{
    return QSysInfo::machineHostName();
}

QString softwareName()
{
    return u"OneDoor %1"_s.arg(QCoreApplication::applicationVersion());
}

} // namespace onedoor
