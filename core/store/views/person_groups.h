// SPDX-License-Identifier: GPL-3.0-or-later
// Which people are one, and who may be: merges as the views have them, and the candidates for a likely duplicate. Free functions over a
// ViewsStore, on its thread. Most centres have few merges or none: then nothing is looked for.
#pragma once

#include "core/domain/rows.h"
#include "core/store/views/views_store.h"

namespace onedoor::queries {

/// Who stands for this person: the person itself when it was not merged, or only into somebody who is erased or not known here.
Result<PersonId> keptPerson(ViewsStore& views, PersonId person);
/// All records of the human being, whichever of them is given; the kept one first.
Result<std::vector<PersonId>> personGroup(ViewsStore& views, PersonId person);
/// Row numbers of people, those who were merged replaced by who stands for them; each once.
Result<std::vector<std::int64_t>> numbersOfKept(ViewsStore& views, std::vector<std::int64_t> numbers);
/// People whom a merge that does not hold names: it went into this person, who was erased elsewhere at the same time.
Result<std::vector<PersonId>> leftBehind(ViewsStore& views, PersonId erased);

struct SimilarCandidate {
    PersonId person;
    PersonRegistered known; ///< name, document, sex, birth, telephone and address; the rest is not compared
};
/// People who share a document number, a telephone, a name or its sound with this one, at most `limit` of each key: the newest first.
/// Only indexed keys are read, however many people there are.
Result<std::vector<SimilarCandidate>> similarCandidates(ViewsStore& views, const PersonRegistered& like, int limit);

} // namespace onedoor::queries
