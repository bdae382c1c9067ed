// SPDX-License-Identifier: GPL-3.0-or-later
// What the members of a hall (hall_member.cpp) were told, held against what their journals hold in the end. Main thread.
#pragma once

#include "core/store/journal/journal_store.h"

#include <QHash>
#include <QSet>
#include <map>

namespace onedoor {

class ActsLedger {
public:
    void clear();
    /// Adds a fault for a number that was acknowledged twice.
    void learn(const QByteArrayList& lines);
    /// Every acknowledged act stands in this journal, and no number twice.
    void holdAgainst(JournalStore& journal, const QString& whose);

    qsizetype tickets() const { return m_numbers.size(); }
    qsizetype acts() const { return m_acts; }
    const QStringList& faults() const { return m_faults; }

private:
    QHash<QString, QString> m_numbers; ///< ticket → day and number
    QSet<QString> m_given;             ///< day and number
    std::map<std::pair<QString, QByteArray>, int> m_done; ///< ticket and type of event → how often it was acknowledged
    qsizetype m_acts = 0;
    QStringList m_faults;
};

} // namespace onedoor
