// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people and matters for rehearsal stores, drawn from resources/rehearsal/population.json. The same seed gives the same people.
// Identity numbers are well-formed on region code 420199, which belongs to nobody. Not thread-safe.
#pragma once

#include "core/base/random.h"
#include "core/services/api/reception.h"

#include <QHash>
#include <QStringList>

namespace onedoor {

class Population {
public:
    /// Corrupt "rehearsal.population" when the embedded file is not what this program needs.
    static Result<Population> load();

    /// Somebody new; `today` bounds the age.
    PersonInput person(Random& random, QDate today) const;
    QString matter(Random& random, const QString& service) const;

private:
    QStringList m_surnames;
    QStringList m_givenMale;
    QStringList m_givenFemale;
    QStringList m_streets;
    QStringList m_workUnits;
    QHash<QString, QStringList> m_matters;
};

} // namespace onedoor
