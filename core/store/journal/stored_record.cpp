// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/stored_record.h"

namespace onedoor {

FoldInput inputOf(Envelope envelope, Sealer& sealer)
{
    FoldInput input;
    readInto(input.event, envelope, &sealer);
    input.meta = metaOf(envelope);
    input.node = {envelope.ref, std::move(envelope.parents), envelope.time};
    return input;
}

Result<std::vector<FoldInput>> readStored(JournalStore& journal, Sealer& sealer, const RawId& record, std::int64_t upToArrival)
{
    std::vector<FoldInput> inputs;
    const auto take = [&](const JournalRow& row) -> Result<void> {
        ONEDOOR_ASSIGN(Envelope envelope, decodeEnvelope(row.envelope));
        inputs.push_back(inputOf(std::move(envelope), sealer));
        return {};
    };
    ONEDOOR_TRY(journal.eachOfRecord(record, take, upToArrival));
    return inputs;
}

Result<FoldedRecord> foldStored(JournalStore& journal, Sealer& sealer, const RawId& record, std::int64_t upToArrival)
{
    ONEDOOR_ASSIGN(const std::vector<FoldInput> inputs, readStored(journal, sealer, record, upToArrival));
    return foldRecord(inputs);
}

} // namespace onedoor
