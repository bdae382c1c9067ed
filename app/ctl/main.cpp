// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl: everything that the desk can do, without a window. Finds the subcommand, sets the language, turns wrong options into a
// sentence. Texts follow the system's language: Chinese, or English for every other.
#include "app/ctl/console.h"
#include "app/ctl/subcommand.h"

#include <QCoreApplication>
#include <QTranslator>
#include <boost/program_options/errors.hpp>

using namespace Qt::StringLiterals;
using namespace onedoor;

namespace {

ExitCode run(const std::string& name, const Arguments& arguments)
{
    for (const Subcommand& each : subcommands()) {
        if (name == each.name)
            return each.run(arguments);
    }
    console::say(QCoreApplication::translate("onedoorctl", "There is no subcommand “%1”. “onedoorctl help” lists them.").arg(QString::fromStdString(name)));
    return ExitCode::Usage;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"onedoorctl"_s);
    QTranslator translator;
    console::speakTheSystemsLanguage(translator);
    std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    const std::string name = arguments.empty() || arguments.front() == "--help" ? "help" : arguments.front();
    if (!arguments.empty())
        arguments.erase(arguments.begin());
    try {
        return int(run(name, arguments));
    } catch (const boost::program_options::error& wrong) {
        console::say(QString::fromUtf8(wrong.what()));
        return int(ExitCode::Usage);
    }
}
