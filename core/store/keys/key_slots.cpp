// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/key_slots.h"

#include "core/store/atomic_file.h"
#include "core/store/keys/aead.h"
#include "core/store/keys/key_slots_json.h"

#include <algorithm>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const unsigned char* unsignedBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// What stands in the file for a login or device: found again by who knows the name, read by nobody.
QByteArray tagOf(KeySlotKind kind, const QString& name, const QByteArray& salt)
{
    const QString canonical = name.normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded();
    const QByteArray message = keySlotKindName(kind).latin1() + QByteArray(1, '|') + canonical.toUtf8();
    QByteArray tag(slotTagSize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(tag.data()), std::size_t(tag.size()), unsignedBytes(message),
                       std::uint64_t(message.size()), unsignedBytes(salt), std::size_t(salt.size()));
    return tag;
}

Result<SecretKey> stretch(const QString& secret, const KeySlot& slot)
{
    QByteArray bytes = canonicalSecret(secret);
    SecretKey key;
    const int stretched = crypto_pwhash(key.writableBytes().data(), secretKeySize, bytes.constData(),
                                        std::uint64_t(bytes.size()), unsignedBytes(slot.salt), slot.cost.passes,
                                        slot.cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    wipe(bytes);
    if (stretched != 0) {
        return fail(ErrorKind::Internal, u"keys.outOfMemory"_s, {},
                    {{u"memoryBytes"_s, qulonglong(slot.cost.memoryBytes)}});
    }
    return key;
}

/// Recovery keys and device secrets are random enough as they are.
SecretKey mix(std::span<const unsigned char> secret, const KeySlot& slot)
{
    const QByteArray message = QByteArrayLiteral("OneDoor key slot") + slot.salt;
    SecretKey key;
    crypto_generichash(key.writableBytes().data(), secretKeySize, unsignedBytes(message), std::uint64_t(message.size()),
                       secret.data(), secret.size());
    return key;
}

Unexpected wrongSecret()
{
    return fail(ErrorKind::WrongKey, u"keys.wrongSecret"_s);
}

} // namespace

KeySlots KeySlots::create(const RawId& storeId, sqlite::Cipher cipher, bool rehearsal)
{
    KeySlots keySlots;
    keySlots.m_storeId = storeId;
    keySlots.m_cipher = cipher;
    keySlots.m_rehearsal = rehearsal;
    return keySlots;
}

Result<KeySlots> KeySlots::parse(QByteArrayView json)
{
    ONEDOOR_ASSIGN(KeySlotsDocument document, parseKeySlots(json));
    KeySlots keySlots = create(document.storeId, document.cipher, document.rehearsal);
    keySlots.m_slots = std::move(document.slotList);
    return keySlots;
}

Result<KeySlots> KeySlots::read(const QString& path)
{
    const auto withPath = [&path](Error error) {
        error.facts.insert(u"path"_s, path);
        return error;
    };
    return readSmallFile(path, largestFile)
        .and_then([](const QByteArray& bytes) { return parse(bytes); })
        .map_error(withPath);
}

QByteArray KeySlots::toJson() const
{
    return writeKeySlots({m_storeId, m_cipher, m_rehearsal, m_slots});
}

Result<void> KeySlots::write(const QString& path) const
{
    const QByteArray json = toJson();
    ONEDOOR_TRY(parse(json)); // never replace a readable header by one that would be refused
    return writeFileAtomically(path, json, Durability::Synced);
}

std::size_t KeySlots::count(KeySlotKind kind) const
{
    return std::size_t(std::ranges::count(m_slots, kind, &KeySlot::kind));
}

QByteArray KeySlots::boundTo(const KeySlot& slot) const
{
    return QStringList{u"OneDoor key slot 1"_s, m_storeId.toString(), QString(sqlite::cipherName(m_cipher)),
                       m_rehearsal ? u"rehearsal"_s : u"real"_s, QString(keySlotKindName(slot.kind)),
                       QString::fromLatin1(slot.tag.toHex()), QString::fromLatin1(slot.salt.toHex()),
                       QString::number(slot.cost.passes), QString::number(slot.cost.memoryBytes)}
        .join(u'|')
        .toLatin1();
}

const KeySlot* KeySlots::find(KeySlotKind kind, const QString& name) const
{
    const auto found = std::ranges::find_if(m_slots, [&](const KeySlot& slot) {
        return slot.kind == kind && slot.tag == tagOf(kind, name, slot.salt);
    });
    return found == m_slots.end() ? nullptr : &*found;
}

KeySlot KeySlots::newSlot(KeySlotKind kind, const QString& name, Random& random) const
{
    KeySlot slot;
    slot.kind = kind;
    slot.salt.resize(slotSaltSize);
    random.fill({reinterpret_cast<unsigned char*>(slot.salt.data()), std::size_t(slot.salt.size())});
    slot.tag = tagOf(kind, name, slot.salt);
    return slot;
}

Result<void> KeySlots::put(KeySlot slot, const SecretKey& wrappingKey, const MasterKey& master, const QString& name,
                           Random& random)
{
    const auto key = master.key().bytes();
    aead::seal(wrappingKey.bytes(), QByteArrayView(key.data(), qsizetype(key.size())), boundTo(slot), random,
               slot.wrapped);
    if (const KeySlot* const old = slot.kind == KeySlotKind::Recovery ? nullptr : find(slot.kind, name)) {
        m_slots[std::size_t(old - m_slots.data())] = std::move(slot);
        return {};
    }
    if (m_slots.size() >= mostSlots)
        return fail(ErrorKind::Full, u"keys.tooManySlots"_s, {}, {{u"limit"_s, int(mostSlots)}});
    m_slots.push_back(std::move(slot));
    return {};
}

Result<MasterKey> KeySlots::unwrap(const KeySlot& slot, const SecretKey& wrappingKey) const
{
    SecretKey key;
    const Result<void> opened = aead::open(wrappingKey.bytes(), slot.wrapped, boundTo(slot), key.writableBytes());
    if (!opened && opened.error().kind == ErrorKind::Corrupt)
        return wrongSecret();
    ONEDOOR_TRY(opened);
    return MasterKey(std::move(key));
}

Result<void> KeySlots::addPassword(const MasterKey& master, const QString& login, const QString& secret, SecretCost cost,
                                   Random& random)
{
    KeySlot slot = newSlot(KeySlotKind::Password, login, random);
    slot.cost = cost;
    ONEDOOR_ASSIGN(const SecretKey wrappingKey, stretch(secret, slot));
    return put(std::move(slot), wrappingKey, master, login, random);
}

Result<MasterKey> KeySlots::openWithPassword(const QString& login, const QString& secret) const
{
    const KeySlot* const slot = find(KeySlotKind::Password, login);
    if (!slot)
        return wrongSecret();
    ONEDOOR_ASSIGN(const SecretKey wrappingKey, stretch(secret, *slot));
    return unwrap(*slot, wrappingKey);
}

Result<void> KeySlots::changePassword(const QString& login, const QString& oldSecret, const QString& newSecret,
                                      SecretCost cost, Random& random)
{
    ONEDOOR_ASSIGN(const MasterKey master, openWithPassword(login, oldSecret));
    return addPassword(master, login, newSecret, cost, random);
}

Result<void> KeySlots::addRecovery(const MasterKey& master, const RecoveryKey& key, Random& random)
{
    KeySlot slot = newSlot(KeySlotKind::Recovery, {}, random);
    const SecretKey wrappingKey = mix(key.bytes(), slot);
    return put(std::move(slot), wrappingKey, master, {}, random);
}

Result<MasterKey> KeySlots::openWithRecovery(const RecoveryKey& key) const
{
    for (const KeySlot& slot : m_slots) {
        if (slot.kind != KeySlotKind::Recovery)
            continue;
        if (Result<MasterKey> opened = unwrap(slot, mix(key.bytes(), slot)))
            return opened;
    }
    return wrongSecret();
}

Result<void> KeySlots::rotateRecovery(const MasterKey& master, const RecoveryKey& key, Random& random)
{
    KeySlots changed = *this;
    std::erase_if(changed.m_slots, [](const KeySlot& slot) { return slot.kind == KeySlotKind::Recovery; });
    ONEDOOR_TRY(changed.addRecovery(master, key, random));
    *this = std::move(changed);
    return {};
}

Result<void> KeySlots::addDevice(const MasterKey& master, const QString& device, const SecretKey& deviceSecret,
                                 Random& random)
{
    KeySlot slot = newSlot(KeySlotKind::Device, device, random);
    const SecretKey wrappingKey = mix(deviceSecret.bytes(), slot);
    return put(std::move(slot), wrappingKey, master, device, random);
}

Result<MasterKey> KeySlots::openWithDevice(const QString& device, const SecretKey& deviceSecret) const
{
    const KeySlot* const slot = find(KeySlotKind::Device, device);
    if (!slot)
        return fail(ErrorKind::NotFound, u"keys.noSlot"_s);
    return unwrap(*slot, mix(deviceSecret.bytes(), *slot));
}

Result<void> KeySlots::remove(KeySlotKind kind, const QString& name)
{
    const KeySlot* const slot = find(kind, name);
    if (!slot)
        return fail(ErrorKind::NotFound, u"keys.noSlot"_s);
    const bool personal = kind != KeySlotKind::Device;
    if (personal && count(KeySlotKind::Password) + count(KeySlotKind::Recovery) == 1)
        return fail(ErrorKind::Conflict, u"keys.lastSlot"_s);
    m_slots.erase(m_slots.begin() + (slot - m_slots.data()));
    return {};
}

} // namespace onedoor
