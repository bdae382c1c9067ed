// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/store_options.h"

#include "app/ctl/console.h"

#include <QCoreApplication>
#include <boost/program_options/parsers.hpp>
#include <sstream>

namespace onedoor {

namespace options = boost::program_options;

namespace {

std::string text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source).toStdString();
}

} // namespace

void addStoreOptions(options::options_description& all, KeyFile keyFile)
{
    const auto add = [&](const char* name, const char* source) { all.add_options()(name, options::value<std::string>(), text(source).c_str()); };
    add("store", QT_TRANSLATE_NOOP("onedoorctl", "folder of the store"));
    add("login", QT_TRANSLATE_NOOP("onedoorctl", "login of the account that signs in"));
    add("password-file", QT_TRANSLATE_NOOP("onedoorctl", "file whose first line is the password; else ONEDOOR_PASSWORD, else you are asked"));
    if (keyFile == KeyFile::Written)
        add("recovery-key-file", QT_TRANSLATE_NOOP("onedoorctl", "new file into which the centre's recovery key is written"));
    else
        add("recovery-key-file", QT_TRANSLATE_NOOP("onedoorctl", "file with the centre's recovery key, instead of a password"));
}

void addTakeOverOption(options::options_description& all)
{
    all.add_options()("take-over-lock", text(QT_TRANSLATE_NOOP("onedoorctl", "the computer that holds the store was renamed, reinstalled or taken away, "
                                                                             "and no program writes to it any more: break its lock"))
                                            .c_str());
}

StoreOptions storeOptionsFrom(const options::variables_map& values)
{
    return {.folder = textOf(values, "store"), .login = textOf(values, "login"), .passwordFile = textOf(values, "password-file"),
            .recoveryKeyFile = textOf(values, "recovery-key-file"), .takeOverLock = values.count("take-over-lock") > 0};
}

bool readOptions(const Arguments& arguments, const char* name, options::options_description& all, options::variables_map& values,
                 const QString& more)
{
    all.add_options()("help", text(QT_TRANSLATE_NOOP("onedoorctl", "prints these options")).c_str());
    // No guessing: "--password SECRET" must not pass for "--password-file".
    namespace style = options::command_line_style;
    const int exact = style::default_style & ~style::allow_guessing;
    options::store(options::command_line_parser(arguments).options(all).positional({}).style(exact).run(), values);
    if (values.count("help") == 0) {
        options::notify(values);
        return true;
    }
    std::ostringstream shown;
    shown << QCoreApplication::applicationName().toStdString() << ' ' << name << '\n' << all;
    console::print(QString::fromStdString(shown.str()) + more);
    return false;
}

QString textOf(const options::variables_map& values, const char* option)
{
    const auto found = values.find(option);
    return found == values.end() ? QString() : QString::fromStdString(found->second.as<std::string>());
}

} // namespace onedoor
