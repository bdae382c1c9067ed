// SPDX-License-Identifier: GPL-3.0-or-later
// The options by which every subcommand names a store and proves the right to open it. Main thread.
#pragma once

#include "app/ctl/subcommand.h"

#include <QString>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

namespace onedoor {

struct StoreOptions {
    QString folder;
    QString login;
    QString passwordFile;
    QString recoveryKeyFile;
    bool takeOverLock = false; ///< break a lock that another computer left
    bool isBackup = false;     ///< a copy: guesses are not counted in it
};

enum class KeyFile { Read, Written };
/// --store, --login, --password-file, --recovery-key-file.
void addStoreOptions(boost::program_options::options_description& options, KeyFile keyFile = KeyFile::Read);
/// --take-over-lock, for subcommands that write.
void addTakeOverOption(boost::program_options::options_description& options);
StoreOptions storeOptionsFrom(const boost::program_options::variables_map& values);

/// Reads the arguments; nothing when --help was asked for and printed, with `more` below it. Throws boost::program_options::error.
bool readOptions(const Arguments& arguments, const char* name, boost::program_options::options_description& options,
                 boost::program_options::variables_map& values, const QString& more = {});
/// The text of an option, empty when it was not given.
QString textOf(const boost::program_options::variables_map& values, const char* option);

} // namespace onedoor
