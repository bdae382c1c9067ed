// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/recovery_key.h"

#include "core/store/secret_key.h"

#include <sodium.h>
#include <vector>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int dataLength = RecoveryKey::groupLength - 1;
constexpr int textLength = RecoveryKey::groups * RecoveryKey::groupLength;

/// Times x in the field of 32 elements (x^5 + x^2 + 1).
int timesX(int element)
{
    const int shifted = element << 1;
    return (shifted & 32) != 0 ? shifted ^ 0x25 : shifted;
}

/// A weighted sum in that field: any one wrong character, two neighbours swapped or two groups swapped change it.
int checkOf(int group, std::span<const int> digits)
{
    int sum = group + 1;
    for (const int digit : digits)
        sum = timesX(sum) ^ digit;
    return timesX(sum);
}

/// The digit's value, or -1.
int valueOf(char16_t character)
{
    if (character == u'O')
        return 0;
    if (character == u'I' || character == u'L')
        return 1;
    const qsizetype at = QStringView(alphabet).indexOf(QChar(character));
    return int(at);
}

bool isSeparator(QChar character)
{
    return character.isSpace() || character.category() == QChar::Punctuation_Dash || character == u'.' || character == u'_'
           || character == u'\u2212';
}

struct Digits {
    std::vector<int> values;
    ~Digits() { sodium_memzero(values.data(), values.size() * sizeof(int)); }
};

Result<void> readDigits(const QString& text, Digits& digits)
{
    QString upper = text.normalized(QString::NormalizationForm_KC).toUpper();
    digits.values.reserve(textLength);
    Result<void> read;
    for (const QChar character : std::as_const(upper)) {
        if (isSeparator(character))
            continue;
        const int value = valueOf(character.unicode());
        if (value < 0 || digits.values.size() >= std::size_t(textLength)) {
            read = value < 0 ? fail(ErrorKind::Invalid, u"keys.recoveryCharacter"_s, u"recoveryKey"_s,
                                    {{u"character"_s, QString(character)}})
                             : fail(ErrorKind::Invalid, u"keys.recoveryLength"_s, u"recoveryKey"_s,
                                    {{u"found"_s, textLength + 1}, {u"wanted"_s, textLength}});
            break;
        }
        digits.values.push_back(value);
    }
    wipe(upper);
    return read;
}

} // namespace

RecoveryKey RecoveryKey::generate(Random& random)
{
    RecoveryKey key;
    random.fill(key.m_bytes);
    return key;
}

RecoveryKey::~RecoveryKey()
{
    sodium_memzero(m_bytes.data(), m_bytes.size());
}

RecoveryKey::RecoveryKey(RecoveryKey&& other) noexcept : m_bytes(other.m_bytes)
{
    sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
}

RecoveryKey& RecoveryKey::operator=(RecoveryKey&& other) noexcept
{
    if (this != &other) {
        m_bytes = other.m_bytes;
        sodium_memzero(other.m_bytes.data(), other.m_bytes.size());
    }
    return *this;
}

QString RecoveryKey::toText() const
{
    QString text;
    text.reserve(textLength + groups - 1);
    for (int group = 0; group < groups; ++group) {
        std::array<int, dataLength> digits{};
        for (int at = 0; at < dataLength; ++at) {
            const int bit = (group * dataLength + at) * 5;
            const auto byte = std::size_t(bit / 8);
            const int window = m_bytes[byte] << 8 | (byte + 1 < size ? m_bytes[byte + 1] : 0);
            digits[std::size_t(at)] = window >> (11 - bit % 8) & 31;
        }
        if (group > 0)
            text += u'-';
        for (const int digit : digits)
            text += QChar(alphabet[digit]);
        text += QChar(alphabet[checkOf(group, digits)]);
    }
    return text;
}

Result<RecoveryKey> RecoveryKey::parse(const QString& text)
{
    Digits digits;
    ONEDOOR_TRY(readDigits(text, digits));
    if (digits.values.size() != std::size_t(textLength)) {
        return fail(ErrorKind::Invalid, u"keys.recoveryLength"_s, u"recoveryKey"_s,
                    {{u"found"_s, int(digits.values.size())}, {u"wanted"_s, textLength}});
    }
    RecoveryKey key;
    int bit = 0;
    for (int group = 0; group < groups; ++group) {
        const std::span<const int> all(digits.values);
        const auto data = all.subspan(std::size_t(group) * groupLength, std::size_t(dataLength));
        if (checkOf(group, data) != all[std::size_t(group) * groupLength + dataLength])
            return fail(ErrorKind::Invalid, u"keys.recoveryGroup"_s, u"recoveryKey"_s, {{u"group"_s, group + 1}});
        for (const int digit : data) {
            for (int mask = 16; mask != 0; mask >>= 1, ++bit) {
                if ((digit & mask) != 0)
                    key.m_bytes[std::size_t(bit / 8)] |= static_cast<unsigned char>(0x80 >> bit % 8);
            }
        }
    }
    return key;
}

} // namespace onedoor
