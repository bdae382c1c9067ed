// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/receipts.h"

#include "core/journal/cbor.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

QByteArray receiptToSign(const CentreId& centre, const Receipt& receipt)
{
    QByteArray bytes("onedoor receipt 1:");
    CborWriter out(bytes);
    out.bytes(centre.raw.view());
    out.bytes(receipt.node.raw.view());
    out.bytes(receipt.stream.raw.view());
    out.unsignedInteger(receipt.sequence);
    out.bytes(viewOf(receipt.hash));
    out.unsignedInteger(std::uint64_t(std::max<std::int64_t>(receipt.at.milliseconds, 0)));
    return bytes;
}

Result<void> keepReceipt(JournalStore& journal, const Receipt& receipt)
{
    return journal.database().run("INSERT OR REPLACE INTO receipts (node, stream, sequence, hash, at, signature) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                                  receipt.node, receipt.stream, std::int64_t(receipt.sequence), viewOf(receipt.hash), receipt.at.milliseconds,
                                  receipt.signature);
}

Result<std::vector<Receipt>> receiptsIn(JournalStore& journal)
{
    ONEDOOR_ASSIGN(sqlite::Statement select, journal.database().cached("SELECT node, stream, sequence, hash, at, signature FROM receipts ORDER BY at DESC"));
    std::vector<Receipt> receipts;
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            return receipts;
        Receipt receipt{.node = NodeId(select.id(0)), .stream = StreamId(select.id(1)), .sequence = std::uint64_t(select.integer(2)),
                        .at = Instant{select.integer(4)}, .signature = select.blob(5).toByteArray()};
        if (select.blob(3).size() != qsizetype(receipt.hash.size()))
            return fail(ErrorKind::Corrupt, u"store.damaged"_s, {}, {{u"path"_s, journal.database().path()}});
        std::copy_n(select.blob(3).begin(), receipt.hash.size(), reinterpret_cast<char*>(receipt.hash.data()));
        receipts.push_back(std::move(receipt));
    }
}

} // namespace onedoor
