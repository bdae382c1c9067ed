// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/witness.h"

#include "core/store/atomic_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype recordSize = 512; // one sector
constexpr qsizetype largestHash = 64;

/// Tells a damaged record from a true one; a false alarm about a rolled-back store would be costly.
QString checkOf(const QString& stream, qint64 sequence, const QString& hash)
{
    const QByteArray message = u"%1|%2|%3"_s.arg(stream, QString::number(sequence), hash).toLatin1();
    QByteArray check(crypto_generichash_BYTES_MIN, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(check.data()), std::size_t(check.size()),
                       reinterpret_cast<const unsigned char*>(message.constData()), std::uint64_t(message.size()), nullptr, 0);
    return QString::fromLatin1(check.toHex());
}

} // namespace

Result<void> writeWitness(const QString& path, const Witness& witness)
{
    const QString stream = witness.stream.toString();
    const auto sequence = qint64(witness.sequence);
    const QString hash = QString::fromLatin1(witness.hash.toHex());
    const QJsonObject object{{u"stream"_s, stream},
                             {u"sequence"_s, sequence},
                             {u"hash"_s, hash},
                             {u"check"_s, checkOf(stream, sequence, hash)}};
    const QByteArray record = QJsonDocument(object).toJson(QJsonDocument::Compact).leftJustified(recordSize - 1, ' ') + '\n';
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || file.write(record) != record.size()) {
        return fail(ErrorKind::Io, u"store.readOnly"_s, {},
                    {{u"path"_s, path}, {u"reason"_s, file.errorString()}});
    }
    return {};
}

std::optional<Witness> readWitness(const QString& path)
{
    const Result<QByteArray> bytes = readSmallFile(path, recordSize);
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    const QString streamText = object.value(u"stream"_s).toString();
    const qint64 sequence = object.value(u"sequence"_s).toInteger(-1);
    const QString hashText = object.value(u"hash"_s).toString();
    const std::optional<RawId> stream = RawId::fromString(streamText);
    const QByteArray hash = QByteArray::fromHex(hashText.toLatin1());
    const bool hashIsHex = hash.size() * 2 == hashText.size() && hash.size() <= largestHash;
    if (!stream || sequence < 0 || !hashIsHex || (sequence > 0 && hash.isEmpty())
        || object.value(u"check"_s).toString() != checkOf(streamText, sequence, hashText))
        return std::nullopt;
    return Witness{*stream, std::uint64_t(sequence), hash};
}

WitnessVerdict compareWitness(const std::optional<Witness>& witness, const RawId& storeStream, std::uint64_t storeSequence,
                              const std::function<QByteArray(std::uint64_t)>& storeHashAt)
{
    if (!witness)
        return WitnessVerdict::Fresh;
    if (witness->stream != storeStream)
        return WitnessVerdict::OtherStream;
    if (witness->sequence > storeSequence)
        return WitnessVerdict::StoreBehind;
    // The same length is not yet the same past: a restored copy may have been written on.
    if (witness->sequence > 0 && storeHashAt(witness->sequence) != witness->hash)
        return WitnessVerdict::StoreBehind;
    return witness->sequence == storeSequence ? WitnessVerdict::Matches : WitnessVerdict::StoreAhead;
}

} // namespace onedoor
