// SPDX-License-Identifier: GPL-3.0-or-later
// What a translation file must be before a release: nothing unfinished, nothing that the sources no longer say, every
// placeholder kept. A fault is one sentence: "path: context | source: what is wrong".
#pragma once

#include "tests/structure/source_file.h"

#include <QSet>
#include <QStringList>

namespace onedoor::structure {

/// One message of a .ts file, as Qt Linguist's format 2.1 writes it.
struct Message {
    QString context;
    QString source;
    QString comment;          ///< disambiguation, part of the identity
    QString state;            ///< empty when finished, else "unfinished", "vanished" or "obsolete"
    QStringList translations; ///< one, or one per plural form
    bool plural = false;

    QString identity() const;
};

/// The messages of a .ts file; a file that is no XML yields none and sets `fault`.
QList<Message> readMessages(const SourceFile& file, QString& fault);

/// Unfinished, empty and vanished entries, wrong numbers of plural forms, and placeholders that do not match.
/// Files other than .ts are passed over. `pluralForms` gives the number of forms by file name ending: "zh_CN" → 1.
QStringList translationFaults(const SourceFiles& files, const QHash<QString, int>& pluralForms);

/// Messages that one file has and the other lacks: `kept` is in the tree, `fresh` is what the sources say now.
QStringList driftFaults(const SourceFile& kept, const SourceFile& fresh);

} // namespace onedoor::structure
