// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/options.h"

#include <boost/program_options.hpp>
#include <sstream>

namespace onedoor {

using namespace Qt::StringLiterals;
namespace program = boost::program_options;

namespace {

program::options_description description()
{
    program::options_description all("onedoor [options]");
    const auto text = [] { return program::value<std::string>(); };
    all.add_options()("store", text()->value_name("DIR"), "folder of the centre's store; without it the last one is opened")(
        "demo", "an invented working day in a store of its own, signed in already (login demo, PIN 258036)")(
        "hall", "opens the hall display as well, full screen on the second screen; it comes back by itself until somebody closes it")(
        "kiosk", "opens the kiosk for citizens, full screen; staff leaves it with Ctrl+Shift+Q and login and PIN, and until then it comes back by itself")(
        "kiosk-name", text()->value_name("NAME"), "what people call this kiosk when it calls for staff")(
        "tour", text()->value_name("DIR"), "write a picture of every page into DIR and end")(
        "language", text()->value_name("CODE"), "zh_CN or en")("theme", text()->value_name("NAME"), "light, dark, contrast or system")(
        "text-size", text()->value_name("PERCENT"), "100 to 200")("help", "this text")("version", "the version");
    return all;
}

bool isOneOf(const QString& value, const QStringList& known)
{
    return value.isEmpty() || known.contains(value);
}

} // namespace

Options readOptions(const QStringList& arguments)
{
    Options options;
    program::variables_map given;
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    try {
        program::store(program::command_line_parser(words).options(description()).run(), given);
    } catch (const program::error& error) {
        options.fault = QString::fromUtf8(error.what());
        return options;
    }
    const auto text = [&](const char* name) { return given.count(name) ? QString::fromStdString(given[name].as<std::string>()) : QString(); };
    options.store = text("store");
    options.tour = text("tour");
    options.language = text("language");
    options.theme = text("theme");
    if (const QString percent = text("text-size"); !percent.isEmpty()) {
        options.textSize = percent.toInt();
        if (options.textSize < 100 || options.textSize > 200)
            options.fault = u"--text-size: 100 to 200, not %1"_s.arg(percent);
    }
    options.demo = given.count("demo") > 0;
    options.kiosk = given.count("kiosk") > 0;
    options.kioskName = text("kiosk-name");
    options.hall = given.count("hall") > 0;
    options.help = given.count("help") > 0;
    options.version = given.count("version") > 0;
    if (!isOneOf(options.language, {u"zh_CN"_s, u"en"_s}))
        options.fault = u"--language: zh_CN or en, not %1"_s.arg(options.language);
    if (!isOneOf(options.theme, {u"system"_s, u"light"_s, u"dark"_s, u"contrast"_s}))
        options.fault = u"--theme: light, dark, contrast or system, not %1"_s.arg(options.theme);
    return options;
}

QString optionsHelp()
{
    std::ostringstream out;
    out << description();
    return QString::fromStdString(out.str());
}

} // namespace onedoor
