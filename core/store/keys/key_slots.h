// SPDX-License-Identifier: GPL-3.0-or-later
// keyslots.json, the plain header beside the store: which store this is, which cipher guards it, and the master key wrapped once
// per way of opening it – an operator's password, the recovery key in the safe, this device's secret in the OS keyring.
// Nothing in it can be swapped: every slot is bound to the whole header and to its own parameters. Logins stand in it only as
// salted hashes. A value; one owner at a time. Opening with a password takes about a second by design: never on the UI thread.
// Errors: WrongKey "keys.wrongSecret", Corrupt "keys.damaged" (fact field), Unsupported "keys.newerFormat", NotFound "keys.noSlot",
// Conflict "keys.lastSlot", Full "keys.tooManySlots", Internal "keys.outOfMemory".
#pragma once

#include "core/base/id.h"
#include "core/store/keys/master_key.h"
#include "core/store/keys/recovery_key.h"
#include "core/store/keys/secret_verifier.h"
#include "core/store/sqlite/cipher.h"

#include <vector>

namespace onedoor {

enum class KeySlotKind { Password, Recovery, Device };

struct KeySlot {
    KeySlotKind kind = KeySlotKind::Password;
    QByteArray tag;  ///< salted hash of the login or device name; finds the slot, names nobody
    QByteArray salt; ///< for tag and key
    SecretCost cost; ///< of the Argon2id step; zero for recovery and device slots, whose secrets can't be guessed
    QByteArray wrapped;
};

class KeySlots {
public:
    static constexpr qint64 largestFile = qint64(256) * 1024;
    static constexpr std::size_t mostSlots = 256;
    /// What a header may ask of this machine; a forged one must not make it hang.
    static constexpr std::size_t mostMemoryBytes = std::size_t(1) << 30;
    static constexpr unsigned long long mostPasses = 16;

    static KeySlots create(const RawId& storeId, sqlite::Cipher cipher, bool rehearsal);
    static Result<KeySlots> parse(QByteArrayView json);
    static Result<KeySlots> read(const QString& path);
    QByteArray toJson() const;
    /// Whole and synced, or not at all: the old file stays until the new one is safe.
    Result<void> write(const QString& path) const;

    const RawId& storeId() const { return m_storeId; }
    sqlite::Cipher cipher() const { return m_cipher; }
    /// A rehearsal store may be back-dated, a real one never: bound into every slot, so that the word can't be changed later.
    bool isRehearsal() const { return m_rehearsal; }
    std::size_t count(KeySlotKind kind) const;

    /// Adds, or replaces the slot of the same login. Logins are compared without regard to case and width.
    Result<void> addPassword(const MasterKey& master, const QString& login, const QString& secret, SecretCost cost,
                             Random& random);
    /// An unknown login and a wrong secret get the same answer.
    Result<MasterKey> openWithPassword(const QString& login, const QString& secret) const;
    Result<void> changePassword(const QString& login, const QString& oldSecret, const QString& newSecret, SecretCost cost,
                                Random& random);

    Result<void> addRecovery(const MasterKey& master, const RecoveryKey& key, Random& random);
    Result<MasterKey> openWithRecovery(const RecoveryKey& key) const;
    /// The new key works and none of the old ones does any more.
    Result<void> rotateRecovery(const MasterKey& master, const RecoveryKey& key, Random& random);

    /// Adds, or replaces (rotates) the slot of the same device.
    Result<void> addDevice(const MasterKey& master, const QString& device, const SecretKey& deviceSecret, Random& random);
    Result<MasterKey> openWithDevice(const QString& device, const SecretKey& deviceSecret) const;

    /// `name` is the login or the device. The last slot that a person can open stays: a keyring alone is no way back.
    Result<void> remove(KeySlotKind kind, const QString& name);

private:
    KeySlots() = default;
    QByteArray boundTo(const KeySlot& slot) const;
    const KeySlot* find(KeySlotKind kind, const QString& name) const;
    Result<void> put(KeySlot slot, const SecretKey& wrappingKey, const MasterKey& master, const QString& name,
                     Random& random);
    Result<MasterKey> unwrap(const KeySlot& slot, const SecretKey& wrappingKey) const;
    KeySlot newSlot(KeySlotKind kind, const QString& name, Random& random) const;

    RawId m_storeId;
    sqlite::Cipher m_cipher = sqlite::Cipher::None;
    bool m_rehearsal = false;
    std::vector<KeySlot> m_slots;
};

} // namespace onedoor
