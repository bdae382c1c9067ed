// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/checkpoint.h"

#include "core/base/json_fields.h"
#include "core/journal/cbor.h"
#include "core/store/atomic_file.h"

#include <QJsonDocument>
#include <QtEndian>
#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 32 * 1024 * 1024; ///< of a hundred thousand streams
constexpr int utc = 0;
constexpr qsizetype hashDigits = 64;
constexpr qsizetype signatureDigits = 128;

Unexpected malformed(const QString& path, const QString& field)
{
    return fail(ErrorKind::Corrupt, u"checkpoint.malformed"_s, field, {{u"path"_s, path}});
}

bool isHexadecimal(const QString& text, qsizetype digits)
{
    const auto isDigit = [](QChar each) { return (each >= u'0' && each <= u'9') || (each >= u'a' && each <= u'f'); };
    return text.size() == digits && std::all_of(text.begin(), text.end(), isDigit);
}

QByteArray leafOf(const CheckpointHead& head)
{
    QByteArray leaf(1, '\0');
    leaf.append(head.stream.raw.view());
    const quint64 sequence = qToBigEndian(quint64(head.sequence));
    leaf.append(reinterpret_cast<const char*>(&sequence), sizeof sequence);
    return leaf.append(QByteArray::fromHex(head.hash.toLatin1()));
}

/// The first member that is not spelt as this program would have written it; empty when all are.
QString otherwiseSpelt(const QJsonObject& found, const QJsonObject& written)
{
    for (auto each = found.begin(); each != found.end(); ++each) {
        if (each.value() != written.value(each.key()))
            return each.key();
    }
    return {};
}

/// The first part that can't stand in a checkpoint; empty when all can.
QString impossiblePart(const Checkpoint& checkpoint)
{
    if (checkpoint.streams.empty())
        return u"streams"_s;
    for (std::size_t at = 0; at < checkpoint.streams.size(); ++at) {
        const CheckpointHead& head = checkpoint.streams[at];
        const QString place = u"streams[%1]."_s.arg(at);
        if (at > 0 && head.stream <= checkpoint.streams[at - 1].stream) // out of order, or twice
            return place + u"stream"_s;
        if (head.sequence == 0)
            return place + u"sequence"_s;
        if (!isHexadecimal(head.hash, hashDigits))
            return place + u"hash"_s;
    }
    if (!isHexadecimal(checkpoint.root, hashDigits))
        return u"root"_s;
    return isHexadecimal(checkpoint.signature, signatureDigits) ? QString() : u"signature"_s;
}

} // namespace

Hash merkleRootOf(const std::vector<CheckpointHead>& streams)
{
    std::vector<Hash> row;
    row.reserve(streams.size());
    std::transform(streams.begin(), streams.end(), std::back_inserter(row), [](const CheckpointHead& each) { return hashOf(leafOf(each)); });
    while (row.size() > 1) {
        std::size_t above = 0;
        for (std::size_t at = 0; at < row.size(); at += 2) {
            if (at + 1 == row.size()) {
                row[above++] = row[at];
                continue;
            }
            QByteArray pair(1, '\1');
            pair.append(viewOf(row[at])).append(viewOf(row[at + 1]));
            row[above++] = hashOf(pair);
        }
        row.resize(above);
    }
    return row.empty() ? Hash{} : row.front();
}

QByteArray checkpointToSign(const Checkpoint& checkpoint)
{
    constexpr std::size_t items = 6;
    QByteArray bytes("onedoor checkpoint 1:");
    CborWriter out(bytes);
    out.array(items);
    out.bytes(checkpoint.centre.raw.view());
    out.text(checkpoint.centreName.toStdString());
    out.bytes(checkpoint.node.raw.view());
    out.signedInteger(checkpoint.madeAt.milliseconds);
    out.unsignedInteger(checkpoint.streams.size());
    out.bytes(QByteArray::fromHex(checkpoint.root.toLatin1()));
    return bytes;
}

bool CheckpointReport::holds() const
{
    return std::all_of(findings.begin(), findings.end(), [](const CheckpointFinding& each) { return each.problem == CheckpointProblem::PutAside; });
}

QByteArray encodeCheckpoint(const Checkpoint& checkpoint)
{
    return QJsonDocument(toJson(checkpoint, utc)).toJson();
}

Result<Checkpoint> decodeCheckpoint(const QByteArray& bytes, const QString& path)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return malformed(path, {});
    const QJsonObject object = document.object();
    if (object.value(u"format"_s) != QJsonValue(QString(Checkpoint::formatName)))
        return malformed(path, u"format"_s);
    if (object.value(u"version"_s).toInteger() > Checkpoint::currentVersion)
        return fail(ErrorKind::Unsupported, u"checkpoint.newerVersion"_s, {}, {{u"path"_s, path}});
    Result<Checkpoint> checkpoint = fromJson<Checkpoint>(object);
    if (!checkpoint)
        return malformed(path, checkpoint.error().field);
    if (checkpoint->version != Checkpoint::currentVersion)
        return malformed(path, u"version"_s);
    if (const QString part = impossiblePart(*checkpoint); !part.isEmpty())
        return malformed(path, part);
    if (const QString part = otherwiseSpelt(object, toJson(*checkpoint, utc)); !part.isEmpty())
        return malformed(path, part);
    if (viewOf(merkleRootOf(checkpoint->streams)) != QByteArray::fromHex(checkpoint->root.toLatin1()))
        return fail(ErrorKind::Corrupt, u"checkpoint.root"_s, u"root"_s, {{u"path"_s, path}});
    return checkpoint;
}

Result<Checkpoint> readCheckpoint(const QString& path)
{
    ONEDOOR_ASSIGN(const QByteArray bytes, readSmallFile(path, largestFile));
    return decodeCheckpoint(bytes, path);
}

} // namespace onedoor
