// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of error_text.h, one table per part of the house. Several sentences of one code stand in order of preference: the
// first whose condition holds and whose {facts} are all known is said, so the last of each code names no fact.
// English sources of the translation context "ErrorText". Constant data, any thread.
#pragma once

#include <span>
#include <string_view>

namespace onedoor::errorsentences {

struct Sentence {
    std::string_view code; ///< of the error; "kind.<name>" speaks for a code without sentences
    std::string_view when; ///< "fact=value", or empty: always
    const char* source;    ///< with {fact} where a fact's text goes
};

std::span<const Sentence> appointmentSentences(); ///< appointments
std::span<const Sentence> centreSentences();   ///< changing the running centre
std::span<const Sentence> daySentences();      ///< opening and closing a day, alarms
std::span<const Sentence> deskSentences();     ///< visits, tickets, places, accounts, the command line
std::span<const Sentence> hallSentences();     ///< the PCs of a hall, joining, the host
std::span<const Sentence> inputSentences();    ///< texts, documents, telephone numbers, JSON
std::span<const Sentence> networkSentences();  ///< connections between nodes
std::span<const Sentence> storeSentences();    ///< files, keys, journal
std::span<const Sentence> templateSentences(); ///< centre files
std::span<const Sentence> kindSentences();
std::span<const Sentence> kioskSentences();    ///< kiosks and calls for staff

} // namespace onedoor::errorsentences
