// SPDX-License-Identifier: GPL-3.0-or-later
// onedoorctl checkpoint: writes down where every stream stands, signed, beside the running program if need be.
#include "core/store/checkpoint.h"

#include "app/ctl/commands/store_work.h"
#include "core/store/atomic_file.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace options = boost::program_options;

namespace {

/// An older checkpoint is the only witness of its day: it is never written over.
Result<void> writeNew(const QString& path, const Checkpoint& checkpoint)
{
    if (QFileInfo::exists(path))
        return fail(ErrorKind::Conflict, u"checkpoint.exists"_s, {}, {{u"path"_s, path}});
    return writeFileAtomically(path, encodeCheckpoint(checkpoint), Durability::Synced);
}

} // namespace

ExitCode runCheckpoint(const Arguments& arguments)
{
    options::options_description all;
    addStoreOptions(all);
    all.add_options()("out", options::value<std::string>(),
                      QCoreApplication::translate("onedoorctl", "new file for the checkpoint; without it, standard output").toStdString().c_str());
    options::variables_map values;
    if (!readOptions(arguments, "checkpoint", all, values))
        return ExitCode::Done;
    const Result<UnlockedStore> store = unlockStore(storeOptionsFrom(values));
    if (!store)
        return console::refuse(store.error(), ExitCode::NoStore);
    const Surroundings surroundings;
    const Result<Checkpoint> checkpoint = makeCheckpoint(store->paths, store->key, store->keySlots.cipher(), surroundings.clock.now());
    if (!checkpoint)
        return console::refuse(withProvenKey(checkpoint.error(), *store), ExitCode::Refused);
    const QString streams = QString::number(checkpoint->streams.size());
    if (values.count("out") == 0) {
        if (!console::print(QString::fromUtf8(encodeCheckpoint(*checkpoint))))
            return ExitCode::OutputLost;
        console::say(QCoreApplication::translate("onedoorctl", "A checkpoint of %1 streams was made.").arg(streams));
        return ExitCode::Done;
    }
    const QString path = QFileInfo(textOf(values, "out")).absoluteFilePath();
    if (const Result<void> written = writeNew(path, *checkpoint); !written)
        return console::refuse(written.error(), ExitCode::Refused);
    console::say(QCoreApplication::translate("onedoorctl", "A checkpoint of %1 streams was written to %2. Keep it away from this computer.").arg(streams, path));
    return ExitCode::Done;
}

} // namespace onedoor
