// SPDX-License-Identifier: GPL-3.0-or-later
// Key material in memory. SecretKey: 32 bytes in a locked, guarded page that is wiped when the owner lets go; for the few keys
// that live as long as the program. KeyBytes: the same wiping without the page, for keys by the thousand. Both move only, so
// that a copy is always written out. Any thread may read one at a time written by nobody.
#pragma once

#include "core/base/random.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <array>
#include <memory>
#include <optional>
#include <span>

namespace onedoor {

inline constexpr std::size_t secretKeySize = 32;

/// Overwrites the text or bytes in place and empties them. Another holder of the same implicitly shared data keeps it:
/// secrets are passed by reference and never stored in a second QString.
void wipe(QString& secret);
void wipe(QByteArray& secret);

class SecretKey {
public:
    /// All zero until somebody fills it.
    SecretKey();
    static SecretKey generate(Random& random);
    /// Nothing unless there are exactly 32 bytes.
    static std::optional<SecretKey> fromBytes(QByteArrayView bytes);

    SecretKey copy() const;
    std::span<const unsigned char, secretKeySize> bytes() const;
    std::span<unsigned char, secretKeySize> writableBytes();
    /// In constant time.
    bool equals(const SecretKey& other) const;

private:
    struct Free {
        void operator()(unsigned char* memory) const;
    };
    std::unique_ptr<unsigned char, Free> m_memory;
};

class KeyBytes {
public:
    KeyBytes() = default;
    ~KeyBytes();
    KeyBytes(KeyBytes&& other) noexcept;
    KeyBytes& operator=(KeyBytes&& other) noexcept;
    KeyBytes(const KeyBytes&) = delete;
    KeyBytes& operator=(const KeyBytes&) = delete;
    static KeyBytes generate(Random& random);

    KeyBytes copy() const;
    std::span<const unsigned char, secretKeySize> bytes() const { return m_bytes; }
    std::span<unsigned char, secretKeySize> writableBytes() { return m_bytes; }

private:
    std::array<unsigned char, secretKeySize> m_bytes{};
};

} // namespace onedoor
