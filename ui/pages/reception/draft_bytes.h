// SPDX-License-Identifier: GPL-3.0-or-later
// Drafts as bytes, for core/store/kept_drafts.h, which seals them: a JSON object {"version": 1, "drafts": […]}, newest last. Reading is
// lenient, for it is all somebody typed: a field that is not known, as another version may have written it, is passed over. Of a visitor
// who was here before only the person's id and what was known then stand in it: the rest is asked for anew. Pure functions, UI thread.
#pragma once

#include "ui/pages/reception/visit_draft.h"

namespace onedoor {

/// A draft as read; `person` null: a new visitor.
struct KeptDraft {
    VisitDraft draft;
    PersonId person;
    PersonInput known; ///< of that person, when the form was opened
};

/// Empty for no drafts.
QByteArray bytesOf(const std::vector<VisitDraft>& drafts);
/// Nothing when the bytes are none of ours.
std::vector<KeptDraft> draftsIn(const QByteArray& bytes);

} // namespace onedoor
