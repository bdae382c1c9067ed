// SPDX-License-Identifier: GPL-3.0-or-later
// What tests do to a closed store behind the program's back: change bytes, rows and whole files, as disks and people do.
#pragma once

#include "core/domain/node/node_events.h"
#include "core/store/journal/journal_store.h"
#include "core/store/keys/key_slots.h"
#include "tests/support/demo_centre.h"

#include <QDir>
#include <functional>

namespace onedoor::surgery {

/// Runs `work` on the journal with the right key and no respect.
inline void onJournal(const StorePaths& paths, const MasterKey& key, const std::function<void(JournalStore&)>& work)
{
    auto journal = JournalStore::open(paths.journal(), {.mode = sqlite::OpenMode::ReadWrite,
                                                        .key = {sqlite::preferredCipher(), key.derive(KeyPurpose::JournalFile)}});
    if (!journal)
        qFatal("%s", qPrintable(journal.error().code));
    work(*journal);
    (void)journal->database().checkpoint(sqlite::CheckpointMode::Truncate);
}

inline void sql(const StorePaths& paths, const MasterKey& key, const QString& statement)
{
    onJournal(paths, key, [&](JournalStore& journal) {
        if (const Result<void> done = journal.database().execute(statement); !done)
            qFatal("%s", qPrintable(done.error().facts.value(QStringLiteral("detail")).toString()));
    });
}

/// Everything into the files themselves and the write-ahead logs away, as after a quiet hour: what is damaged then is damaged.
inline void settle(const StorePaths& paths, const MasterKey& key)
{
    for (const auto& [path, purpose] : {std::pair(paths.journal(), KeyPurpose::JournalFile), std::pair(paths.views(), KeyPurpose::ViewsFile)}) {
        auto database = sqlite::Database::open(path, {.mode = sqlite::OpenMode::ReadWrite, .key = {sqlite::preferredCipher(), key.derive(purpose)}});
        if (!database || !database->checkpoint(sqlite::CheckpointMode::Truncate))
            qFatal("%s can't be settled", qPrintable(path));
    }
}

/// Turns over some bits of one byte of a file.
inline void flip(const QString& path, qint64 offset)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(offset))
        qFatal("%s can't be changed", qPrintable(path));
    char byte = 0;
    file.getChar(&byte);
    file.seek(offset);
    file.putChar(static_cast<char>(byte ^ 0x24));
}

inline QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void copyFolder(const QString& from, const QString& to)
{
    QDir().mkpath(to);
    for (const QString& name : QDir(from).entryList(QDir::Files, QDir::Name))
        if (name != QLatin1String("store.lock")) // the crash that is played here took its process with it
            QFile::copy(from + u'/' + name, to + u'/' + name);
}

/// The own stream's first event.
inline StreamOpened opening(const StorePaths& paths, const MasterKey& key, const StreamId& stream)
{
    StreamOpened found;
    onJournal(paths, key, [&](JournalStore& journal) {
        const QByteArray bytes = journal.envelopeOf({stream, 1}).value_or(QByteArray());
        const ReadEvent read = readEvent(decodeEnvelope(bytes).value(), nullptr);
        found = std::get<StreamOpened>(read.event);
    });
    return found;
}

/// Key slots as a real store has them, opened by a device secret.
inline void writeKeySlots(const StorePaths& paths, const MasterKey& key, Random& random)
{
    KeySlots keySlots = KeySlots::create(RawId::make({1}, random), sqlite::preferredCipher(), true);
    const SecretKey secret = SecretKey::generate(random);
    if (!keySlots.addDevice(key, QStringLiteral("test"), secret, random) || !keySlots.write(paths.keySlots()))
        qFatal("no key slots");
}

} // namespace onedoor::surgery
