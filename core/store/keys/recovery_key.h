// SPDX-License-Identifier: GPL-3.0-or-later
// The centre's recovery key: 160 random bits on paper in a safe, for the day when every password is lost. Written as eight groups
// of five characters of Crockford's base 32; the fifth character of a group checks the four before it and the group's
// place, so that a mistyped key is told "look at group 3" instead of "wrong". Reading forgives lower case, O for 0, I and L for 1,
// full-width characters and any dashes or blanks. Move only, wiped.
#pragma once

#include "core/base/error.h"
#include "core/base/random.h"

#include <QString>
#include <array>
#include <span>

namespace onedoor {

class RecoveryKey {
public:
    static constexpr std::size_t size = 20;
    static constexpr int groups = 8;
    static constexpr int groupLength = 5;

    static RecoveryKey generate(Random& random);
    /// Invalid "keys.recoveryLength" (facts found, wanted), "keys.recoveryCharacter" or "keys.recoveryGroup" (fact group, from 1).
    static Result<RecoveryKey> parse(const QString& text);

    ~RecoveryKey();
    RecoveryKey(RecoveryKey&& other) noexcept;
    RecoveryKey& operator=(RecoveryKey&& other) noexcept;
    RecoveryKey(const RecoveryKey&) = delete;
    RecoveryKey& operator=(const RecoveryKey&) = delete;

    /// "XXXXX-XXXXX-…", 47 characters; for paper, to be wiped after.
    QString toText() const;
    std::span<const unsigned char, size> bytes() const { return m_bytes; }

private:
    RecoveryKey() = default;
    std::array<unsigned char, size> m_bytes{};
};

} // namespace onedoor
