// SPDX-License-Identifier: GPL-3.0-or-later
// onedoor: the desk. Reads the command line, then hands over to Program.
#include "app/desk/program.h"

#include <QApplication>
#include <cstdio>

using namespace onedoor;
using namespace Qt::StringLiterals;

namespace {

constexpr int wrongUsage = 2;

QStringList argumentsOf(int count, char* values[])
{
    QStringList arguments;
    for (int index = 1; index < count; ++index)
        arguments.append(QString::fromLocal8Bit(values[index]));
    return arguments;
}

} // namespace

int main(int argc, char* argv[])
{
    Options options = readOptions(argumentsOf(argc, argv));
    if (!options.fault.isEmpty()) {
        std::fprintf(stderr, "onedoor: %s\n%s", qPrintable(options.fault), qPrintable(optionsHelp()));
        return wrongUsage;
    }
    if (options.help) {
        std::printf("%s", qPrintable(optionsHelp()));
        return 0;
    }
    if (options.version) {
        std::printf("OneDoor %s\n", ONEDOOR_VERSION);
        return 0;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"OneDoor"_s);
    QApplication::setApplicationVersion(QStringLiteral(ONEDOOR_VERSION));
    // The tour shows a day with people in it.
    options.demo = options.demo || !options.tour.isEmpty();
    Program program(application, options);
    return program.start() ? QApplication::exec() : program.exitCode();
}
