// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl salvage: saves what can be proven from a damaged journal and says what is lost.
#include "core/store/salvage.h"

#include "app/ctl/commands/store_work.h"
#include "core/base/json_fields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

ExitCode printReport(const SalvageReport& report, bool asJson)
{
    bool printed = true;
    if (asJson) {
        constexpr int utc = 0;
        printed = console::print(QString::fromUtf8(QJsonDocument(toJson(report, utc)).toJson()));
    } else {
        for (const SalvagedStream& stream : report.streams) {
            if (stream.firstLost > 0)
                printed = console::print(u"%1/%2…%3\n"_s.arg(stream.stream.toString()).arg(stream.firstLost).arg(stream.lastLost)) && printed;
        }
    }
    console::say(QCoreApplication::translate("onedoorctl", "%1 entries were saved, %2 are lost.").arg(report.saved).arg(report.lost));
    if (report.keysLost > 0)
        console::say(QCoreApplication::translate("onedoorctl", "The details of %1 people can no longer be opened.").arg(report.keysLost));
    console::say(QCoreApplication::translate("onedoorctl", "The damaged journal is kept as %1.").arg(report.movedTo));
    return printed ? ExitCode::Done : ExitCode::OutputLost;
}

} // namespace

ExitCode runSalvage(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    addTakeOverOption(all);
    all.add_options()("json", QCoreApplication::translate("onedoorctl", "the whole report as one JSON object").toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "salvage", all, values))
        return ExitCode::Done;
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    Surroundings surroundings;
    const Result<SalvageReport> report = salvageStore(store->paths, store->key, store->keySlots.cipher(), surroundings.clock.now());
    if (!report)
        return console::refuse(withProvenKey(report.error(), *store), ExitCode::Refused);
    return printReport(*report, values.count("json") > 0);
}

} // namespace onedoor
