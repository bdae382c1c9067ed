// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl help: the subcommands and exit codes for people, or with --json every command and query with its parameters and reply,
// from the table that dispatches them.
#include "app/ctl/console.h"
#include "app/ctl/store_options.h"
#include "app/ctl/subcommand.h"
#include "core/services/catalogue.h"

#include <QCoreApplication>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

QString text(const char* source)
{
    return QCoreApplication::translate("onedoorctl", source);
}

struct ExitMeaning {
    ExitCode code;
    const char* source;
};
constexpr ExitMeaning exitMeanings[] = {
    {ExitCode::Done, QT_TRANSLATE_NOOP("onedoorctl", "everything was carried out")},
    {ExitCode::Refused, QT_TRANSLATE_NOOP("onedoorctl", "the work was refused, or at least one line of exec was")},
    {ExitCode::Usage, QT_TRANSLATE_NOOP("onedoorctl", "wrong options")},
    {ExitCode::NoStore, QT_TRANSLATE_NOOP("onedoorctl", "the store can't be opened or created")},
    {ExitCode::NoRight, QT_TRANSLATE_NOOP("onedoorctl", "wrong password or recovery key, or not allowed")},
    {ExitCode::OutputLost, QT_TRANSLATE_NOOP("onedoorctl", "the answers could not be written")},
};

QString overview()
{
    QString shown = text(QT_TRANSLATE_NOOP("onedoorctl", "Usage: onedoorctl SUBCOMMAND [OPTIONS]")) + u"\n\n"_s;
    for (const Subcommand& each : subcommands())
        shown += u"  %1 %2\n"_s.arg(QString::fromLatin1(each.name), -12).arg(text(each.summary));
    shown += u'\n' + text(QT_TRANSLATE_NOOP("onedoorctl", "Exit codes:")) + u'\n';
    for (const ExitMeaning& each : exitMeanings)
        shown += u"  %1  %2\n"_s.arg(int(each.code)).arg(text(each.source));
    shown += u'\n' + text(QT_TRANSLATE_NOOP("onedoorctl", "Commands and queries for exec:")) + u'\n';
    for (const CatalogueEntry& each : catalogue())
        shown += u"  %1 %2\n"_s.arg(QString(each.name), -20).arg(QString::fromLatin1(each.description));
    return shown;
}

} // namespace

ExitCode runHelp(const Arguments& arguments)
{
    options::options_description all;
    all.add_options()("json", text(QT_TRANSLATE_NOOP("onedoorctl", "every command and query as JSON")).toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "help", all, values))
        return ExitCode::Done;
    const QString shown = values.count("json") > 0 ? QString::fromUtf8(QJsonDocument(catalogueHelp()).toJson()) : overview();
    return console::print(shown) ? ExitCode::Done : ExitCode::OutputLost;
}

} // namespace onedoor
