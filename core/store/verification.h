// SPDX-License-Identifier: GPL-3.0-or-later
// Proves a store: reads every stored byte of the journal again and follows each stream's chain from its first event to its head. Works
// read only beside the running program, on one snapshot. Damage is a finding and not an error; an error means that the check could
// not be made. Does not trust the views, and does not read them. Blocks, and lets threads of its own help; about two seconds per million
// events on two processors.
// Errors: those of sqlite/database.h and Busy "verification.stopped" when `progress` answers false.
#pragma once

#include "core/base/fields.h"
#include "core/store/keys/master_key.h"
#include "core/store/sqlite/database.h"
#include "core/store/store_paths.h"
#include "core/domain/ids.h"

#include <functional>

namespace onedoor {

enum class VerificationProblem {
    PageDamaged,     ///< the file's pages are not as the database wrote them
    RowUnreadable,   ///< an event is there but its page can't be read
    EnvelopeChanged, ///< the stored bytes no longer give the hash that the chain goes on with
    HashChanged,     ///< the bytes are right, the hash beside them is not
    ColumnChanged,   ///< stream, sequence or record beside the bytes differ from what they say
    Malformed,       ///< rightly chained, but not an envelope
    Gap,             ///< events before this one are missing
    BrokenChain,     ///< does not follow its predecessor
    ParentMissing,   ///< refers to an event that should be here and is not
    ParentForeign,   ///< refers to an event of another record
    OpeningWrong,    ///< the stream does not begin with the event that gives it its name
    SealDamaged,     ///< personal details can't be opened though their key is here
    TailMissing,     ///< the witness, or a peer by its receipt, saw events that are gone
    Rewritten,       ///< the witness, or a peer by its receipt, saw another event here
};
template <>
struct EnumWords<VerificationProblem> {
    static constexpr std::array values{
        std::pair{VerificationProblem::PageDamaged, "pageDamaged"},     std::pair{VerificationProblem::RowUnreadable, "rowUnreadable"},
        std::pair{VerificationProblem::EnvelopeChanged, "envelopeChanged"}, std::pair{VerificationProblem::HashChanged, "hashChanged"},
        std::pair{VerificationProblem::ColumnChanged, "columnChanged"}, std::pair{VerificationProblem::Malformed, "malformed"},
        std::pair{VerificationProblem::Gap, "gap"},                     std::pair{VerificationProblem::BrokenChain, "brokenChain"},
        std::pair{VerificationProblem::ParentMissing, "parentMissing"}, std::pair{VerificationProblem::ParentForeign, "parentForeign"},
        std::pair{VerificationProblem::OpeningWrong, "openingWrong"},   std::pair{VerificationProblem::SealDamaged, "sealDamaged"},
        std::pair{VerificationProblem::TailMissing, "tailMissing"},     std::pair{VerificationProblem::Rewritten, "rewritten"}};
};

struct VerificationFinding {
    VerificationProblem problem = VerificationProblem::PageDamaged;
    StreamId stream;            ///< null when it concerns the file
    std::uint64_t sequence = 0; ///< 0 when it concerns the file
    std::int64_t arrival = 0;   ///< row number in the file, 0 when it concerns a stream
    /// Offset of the first difference: in the envelope's bytes, in the named column, or in the file for a page. -1: can't be told.
    std::int64_t offset = -1;
    QString detail; ///< technical words: a column, a page, expected and found; never personal data

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("problem"), self.problem);
        visit(field("stream"), self.stream);
        visit(field("sequence"), self.sequence);
        visit(field("arrival"), self.arrival);
        visit(field("offset"), self.offset);
        visit(field("detail"), self.detail);
    }
};

struct VerifiedStream {
    StreamId stream;
    std::uint64_t events = 0;
    QString headHash; ///< hexadecimal, for comparing with a printed or exported one

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("stream"), self.stream);
        visit(field("events"), self.events);
        visit(field("headHash"), self.headHash);
    }
};

struct VerificationReport {
    std::uint64_t events = 0;
    std::uint64_t bytes = 0;         ///< of envelopes
    std::uint64_t personalParts = 0; ///< opened with their keys
    std::uint64_t erasedParts = 0;   ///< their person's key was deleted: rightly closed for ever
    std::uint64_t unknownEvents = 0; ///< of a newer program: chained rightly, not understood
    std::uint64_t withheldEvents = 0; ///< that this PC may not see: their hashes hold their places
    std::uint64_t outsideParents = 0; ///< references to events that are withheld, put aside or on their way
    std::uint64_t findingsInAll = 0;
    std::vector<VerifiedStream> streams;
    std::vector<VerificationFinding> findings; ///< the first `findingsKept`

    static constexpr std::size_t findingsKept = 1000;
    bool isSound() const { return findingsInAll == 0; }

    template <typename Self, typename Visit>
    static void fields(Self& self, Visit&& visit)
    {
        visit(field("events"), self.events);
        visit(field("bytes"), self.bytes);
        visit(field("personalParts"), self.personalParts);
        visit(field("erasedParts"), self.erasedParts);
        visit(field("unknownEvents"), self.unknownEvents);
        visit(field("withheldEvents"), self.withheldEvents);
        visit(field("outsideParents"), self.outsideParents);
        visit(field("findingsInAll"), self.findingsInAll);
        visit(field("streams"), self.streams);
        visit(field("findings"), self.findings);
    }
};

/// Events done and events in all, every few thousand; false stops.
using VerificationProgress = std::function<bool(std::uint64_t, std::uint64_t)>;

/// PagesInUse leaves out pages that hold nothing now, names less surely which page is damaged, and does not read what events say: for a copy
/// that nobody writes to, and that is refused for any damage.
enum class VerificationScope { EveryPage, PagesInUse };

/// The store in `paths`, with its witness when there is one.
Result<VerificationReport> verifyStore(const StorePaths& paths, const MasterKey& key, sqlite::Cipher cipher, Random& random,
                                       const VerificationProgress& progress = {}, VerificationScope scope = VerificationScope::EveryPage);

} // namespace onedoor
