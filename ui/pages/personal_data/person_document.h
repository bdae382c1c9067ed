// SPDX-License-Identifier: GPL-3.0-or-later
// All that is kept of a person as a document that the person can read (个人信息保护法 45), in the language of the program. Pure; UI thread.
// What has been erased is said to be erased, not left out.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/erasure.h"

namespace onedoor {

/// As HTML for QTextDocument.
QString personDocument(const PersonExportReply& all, const CentreDefinition& centre);

} // namespace onedoor
