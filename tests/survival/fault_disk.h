// SPDX-License-Identifier: GPL-3.0-or-later
// A disk of the test's own under the program as it is: the C library's calls on files of one folder are counted, and one of them can be made
// to fail; or they are written down, so that the folder can be put together as a power cut at any moment would have left it. Works for SQLite
// and Qt alike, because the test's executable stands before the C library (fault_disk.cpp). Any thread may use files; the functions here
// belong to the main thread.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <random>
#include <vector>

namespace onedoor::faultdisk {

/// From here on calls on files in `folder` count; the one with the number `failAt` (from 1) fails with `error`. 0: none.
void begin(const QString& folder, long failAt, int error);
struct Ended {
    long calls = 0;
    QByteArray failed; ///< which call it was, and on what; empty: none failed
};
Ended end();

struct Step {
    enum class Kind { Make, Write, Truncate, Sync, Rename, Remove, Folder, Acknowledged };
    Kind kind = Kind::Sync;
    int file = 0;       ///< Make, Write, Truncate, Sync: whose; a folder has none, 0
    QString path;       ///< Make, Rename, Remove, Folder
    QString to;         ///< Rename
    qint64 offset = 0;  ///< Write; Truncate: the new size
    QByteArray bytes;   ///< Write
    int acknowledged = 0;
};

/// All that happened to a folder, from what was there before.
class Record {
public:
    const std::vector<Step>& steps() const { return m_steps; }
    /// The folder after the first `steps` of them and a power cut: what was not synced is gone, or with `torn` any part of it is there, in the order of
    /// writing for each file, the last one cut at a sector. New names and removals count at once: folders are synced by the file system in order.
    void layOut(std::size_t steps, const QString& folder, std::mt19937_64* torn) const;

private:
    friend void beginRecord(const QString& folder);
    friend Record endRecord();
    friend class Recorder;

    QString m_folder;
    QHash<QString, int> m_names;          ///< at the beginning
    std::vector<QByteArray> m_contents{1}; ///< of those files, by number
    std::vector<Step> m_steps;
};

void beginRecord(const QString& folder);
/// What was done so far has been acknowledged, under this number.
void acknowledge(int number);
Record endRecord();

} // namespace onedoor::faultdisk
