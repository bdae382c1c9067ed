// SPDX-License-Identifier: GPL-3.0-or-later
// manifest.json of a backup: what was saved, from which store, and how every file must look. Plain JSON that a person can read and
// that names no visitor. Plain values, any thread. Errors: Corrupt "backup.manifest", Unsupported "backup.newerFormat",
// Corrupt "backup.changed" (fact path), NotFound "store.missing".
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/fields.h"
#include "core/domain/ids.h"
#include "core/store/atomic_file.h"

#include <QString>
#include <vector>

namespace onedoor {

struct BackupFile {
    QString name;
    std::uint64_t size = 0;
    QString sha256; ///< hexadecimal; empty for a large file of a copy that another PC fetches and proves itself

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("name").required(), self.name);
        visit(field("size").required(), self.size);
        visit(field("sha256"), self.sha256);
    }
};

struct BackupStream {
    StreamId stream;
    std::uint64_t events = 0;
    QString headHash;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream").required(), self.stream);
        visit(field("events").required(), self.events);
        visit(field("headHash").required(), self.headHash);
    }
};

struct BackupManifest {
    static constexpr std::uint32_t currentFormat = 1;
    std::uint32_t format = currentFormat;
    RawId store;
    QString centreCode;
    QString centreName;
    bool rehearsal = false;
    QString cipher;
    QString software;
    Instant madeAt;
    std::uint64_t events = 0;
    std::vector<BackupStream> streams;
    std::vector<BackupFile> files;

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("format").required(), self.format);
        visit(field("store").required(), self.store);
        visit(field("centreCode"), self.centreCode);
        visit(field("centreName"), self.centreName);
        visit(field("rehearsal"), self.rehearsal);
        visit(field("cipher").required(), self.cipher);
        visit(field("software"), self.software);
        visit(field("madeAt").required(), self.madeAt);
        visit(field("events").required(), self.events);
        visit(field("streams").required().atMost(100'000), self.streams);
        visit(field("files").required().atMost(16), self.files);
    }
};

QString manifestPath(const QString& folder);
Result<void> writeManifest(const QString& folder, const BackupManifest& manifest, Durability durability = Durability::Synced);
Result<BackupManifest> readManifest(const QString& folder);
/// Size and SHA-256 of a file as it is now.
Result<BackupFile> describeFile(const QString& folder, const QString& name);
/// Its size only.
Result<BackupFile> measureFile(const QString& folder, const QString& name);

/// Whether a file may go without a hash: one that came over an authenticated connection, each page of which is authenticated too.
enum class Hashes { Required, WhereGiven };
/// Every file of the manifest is there and as it was written.
Result<void> checkFiles(const QString& folder, const BackupManifest& manifest, Hashes hashes = Hashes::Required);

} // namespace onedoor
