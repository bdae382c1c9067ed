// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/similar_words.h"

#include "core/base/mask.h"
#include "ui/models/day_text.h"

#include <QCoreApplication>

namespace onedoor::similarwords {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(onedoor::SimilarWords)
};

} // namespace

QString of(SimilarityReason reason)
{
    switch (reason) {
    case SimilarityReason::SameDocument: return Words::tr("same document number");
    case SimilarityReason::FormerDocument: return Words::tr("same number in its former 15 digits");
    case SimilarityReason::SamePhone: return Words::tr("same telephone");
    case SimilarityReason::SameBirth: return Words::tr("same date of birth");
    case SimilarityReason::SameName: return Words::tr("same name");
    case SimilarityReason::SoundsAlike: return Words::tr("sounds alike");
    case SimilarityReason::NameOrder: return Words::tr("same name in another order");
    case SimilarityReason::ShortSurname: return Words::tr("surname shortened");
    case SimilarityReason::OneCharacter: return Words::tr("one character differs");
    case SimilarityReason::SameAddress: return Words::tr("same address");
    case SimilarityReason::OtherDocument: return Words::tr("another document number");
    case SimilarityReason::OtherBirth: return Words::tr("another date of birth");
    case SimilarityReason::OtherSex: return Words::tr("another sex");
    }
    return {};
}

QString why(const std::vector<SimilarityPoint>& reasons)
{
    QStringList speaksFor;
    QStringList against;
    for (const SimilarityPoint& each : reasons)
        (each.points < 0 ? against : speaksFor).append(of(each.reason));
    const QString comma = Words::tr(", ", "between reasons");
    if (against.isEmpty())
        return speaksFor.join(comma);
    return Words::tr("%1; but %2").arg(speaksFor.join(comma), against.join(comma));
}

QString who(const PersonRow& person)
{
    QStringList facts{maskName(person.name)};
    if (person.birth.isValid())
        facts << Words::tr("born %1").arg(person.birth.year());
    if (!person.phone.isEmpty())
        facts << person.phone;
    if (person.lastVisit.isValid())
        facts << Words::tr("last here %1").arg(dayText(person.lastVisit));
    return facts.join(Words::tr(", ", "between facts of a person"));
}

} // namespace onedoor::similarwords
