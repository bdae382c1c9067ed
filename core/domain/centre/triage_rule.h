// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a centre's triage table (分流表): words that people say about their matter, and the stops that such a matter usually makes.
// Part of the centre's definition, so that the table can be changed while the centre works. Plain value, any thread.
#pragma once

#include <QStringList>

namespace onedoor {

/// Speaks when one of `words` stands in the matter and, where `with` is not empty, one of those too. Each of the words that is there counts
/// `weight` once; a word inside a longer one that is there counts nothing of its own.
struct TriageRule {
    QString key, name, nameEnglish;
    QStringList words;
    QStringList with;  ///< empty: the words alone are enough
    int weight = 10;   ///< of each word, 1 … 100; a keyword of a service counts ten
    QStringList stops; ///< Service::key, in the order of the way; the first is where the visitor waits first
    friend bool operator==(const TriageRule&, const TriageRule&) = default;
};

} // namespace onedoor
