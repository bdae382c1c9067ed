// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/key_slots_json.h"

#include "core/store/keys/aead.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

static_assert(slotSaltSize == crypto_pwhash_SALTBYTES);

namespace {

constexpr qint64 currentFormat = 1;
constexpr QLatin1String slowDerivation("argon2id13");
constexpr QLatin1String fastDerivation("blake2b");

Unexpected damaged(const QString& field)
{
    return fail(ErrorKind::Corrupt, u"keys.damaged"_s, {}, {{u"field"_s, field}});
}

std::optional<QByteArray> bytesOf(const QJsonValue& value, qsizetype size)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != size)
        return std::nullopt;
    return decoded.decoded;
}

QString textOf(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

std::optional<KeySlotKind> kindOf(const QString& name)
{
    for (const KeySlotKind kind : {KeySlotKind::Password, KeySlotKind::Recovery, KeySlotKind::Device}) {
        if (name == keySlotKindName(kind))
            return kind;
    }
    return std::nullopt;
}

QLatin1String derivationOf(KeySlotKind kind)
{
    return kind == KeySlotKind::Password ? slowDerivation : fastDerivation;
}

Result<SecretCost> costOf(const QJsonObject& object, KeySlotKind kind, const QString& where)
{
    const qint64 passes = object.value(u"opslimit"_s).toInteger(-1);
    const qint64 memoryBytes = object.value(u"memlimit"_s).toInteger(-1);
    const bool slow = kind == KeySlotKind::Password;
    const qint64 leastPasses = slow ? qint64(crypto_pwhash_OPSLIMIT_MIN) : 0;
    const qint64 leastMemory = slow ? qint64(crypto_pwhash_MEMLIMIT_MIN) : 0;
    if (passes < leastPasses || passes > (slow ? qint64(KeySlots::mostPasses) : 0))
        return damaged(where + u".opslimit"_s);
    if (memoryBytes < leastMemory || memoryBytes > (slow ? qint64(KeySlots::mostMemoryBytes) : 0))
        return damaged(where + u".memlimit"_s);
    return SecretCost{static_cast<unsigned long long>(passes), static_cast<std::size_t>(memoryBytes)};
}

Result<KeySlot> parseSlot(const QJsonObject& object, const QString& where)
{
    const auto kind = kindOf(object.value(u"kind"_s).toString());
    if (!kind)
        return damaged(where + u".kind"_s);
    if (object.value(u"kdf"_s).toString() != derivationOf(*kind))
        return damaged(where + u".kdf"_s);
    const auto tag = bytesOf(object.value(u"tag"_s), slotTagSize);
    if (!tag)
        return damaged(where + u".tag"_s);
    const auto salt = bytesOf(object.value(u"salt"_s), slotSaltSize);
    if (!salt)
        return damaged(where + u".salt"_s);
    const auto wrapped = bytesOf(object.value(u"wrapped"_s), aead::overhead + qsizetype(secretKeySize));
    if (!wrapped)
        return damaged(where + u".wrapped"_s);
    ONEDOOR_ASSIGN(const SecretCost cost, costOf(object, *kind, where));
    return KeySlot{*kind, *tag, *salt, cost, *wrapped};
}

Result<KeySlotsDocument> parseHeader(const QJsonObject& object)
{
    const qint64 format = object.value(u"format"_s).toInteger(-1);
    if (format > currentFormat) {
        return fail(ErrorKind::Unsupported, u"keys.newerFormat"_s, {},
                    {{u"found"_s, format}, {u"known"_s, currentFormat}});
    }
    if (format != currentFormat)
        return damaged(u"format"_s);
    const auto storeId = RawId::fromString(object.value(u"storeId"_s).toString());
    if (!storeId || storeId->isNull())
        return damaged(u"storeId"_s);
    const auto cipher = sqlite::cipherFromName(object.value(u"cipher"_s).toString());
    if (!cipher)
        return damaged(u"cipher"_s);
    if (!object.value(u"rehearsal"_s).isBool())
        return damaged(u"rehearsal"_s);
    return KeySlotsDocument{*storeId, *cipher, object.value(u"rehearsal"_s).toBool(), {}};
}

} // namespace

QLatin1String keySlotKindName(KeySlotKind kind)
{
    switch (kind) {
    case KeySlotKind::Password: return QLatin1String("password");
    case KeySlotKind::Recovery: return QLatin1String("recovery");
    case KeySlotKind::Device: return QLatin1String("device");
    }
    return QLatin1String("password");
}

Result<KeySlotsDocument> parseKeySlots(QByteArrayView json)
{
    if (json.size() > KeySlots::largestFile)
        return fail(ErrorKind::Corrupt, u"store.fileTooLarge"_s, {}, {{u"limit"_s, KeySlots::largestFile}});
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isObject())
        return damaged(u"json"_s);
    ONEDOOR_ASSIGN(KeySlotsDocument parsed, parseHeader(document.object()));
    const QJsonValue list = document.object().value(u"slots"_s);
    if (!list.isArray() || std::size_t(list.toArray().size()) > KeySlots::mostSlots)
        return damaged(u"slots"_s);
    const QJsonArray array = list.toArray();
    for (qsizetype at = 0; at < array.size(); ++at) {
        ONEDOOR_ASSIGN(KeySlot slot, parseSlot(array.at(at).toObject(), u"slots[%1]"_s.arg(at)));
        parsed.slotList.push_back(std::move(slot));
    }
    return parsed;
}

QByteArray writeKeySlots(const KeySlotsDocument& document)
{
    QJsonArray array;
    for (const KeySlot& slot : document.slotList) {
        array.append(QJsonObject{{u"kind"_s, keySlotKindName(slot.kind)},
                                 {u"kdf"_s, derivationOf(slot.kind)},
                                 {u"tag"_s, textOf(slot.tag)},
                                 {u"salt"_s, textOf(slot.salt)},
                                 {u"opslimit"_s, qint64(slot.cost.passes)},
                                 {u"memlimit"_s, qint64(slot.cost.memoryBytes)},
                                 {u"wrapped"_s, textOf(slot.wrapped)}});
    }
    return QJsonDocument(QJsonObject{{u"format"_s, currentFormat},
                                     {u"storeId"_s, document.storeId.toString()},
                                     {u"cipher"_s, sqlite::cipherName(document.cipher)},
                                     {u"rehearsal"_s, document.rehearsal},
                                     {u"slots"_s, array}})
        .toJson();
}

} // namespace onedoor
