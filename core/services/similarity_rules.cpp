// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/similarity_rules.h"

#include <QFile>

/// A static library's resources are left out unless somebody asks for them; the macro wants the global namespace.
static void embedPersonRules()
{
    Q_INIT_RESOURCE(person_rules);
}

namespace onedoor {

using namespace Qt::StringLiterals;

const Result<SimilarityRules>& similarityRules()
{
    static const Result<SimilarityRules> rules = []() -> Result<SimilarityRules> {
        embedPersonRules();
        QFile file(u":/onedoor/person/similarity.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorKind::Corrupt, u"similarity.rules"_s);
        return readSimilarityRules(file.readAll());
    }();
    return rules;
}

} // namespace onedoor
