// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/node_key.h"

#include <algorithm>
#include <cstring>
#include <sodium.h>
#include <string_view>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int bitsPerCharacter = 5;
constexpr std::size_t characters = NodeFingerprint::size * 8 / bitsPerCharacter;
constexpr std::size_t groupLength = 4;

/// 0 … 31, or -1 for what the alphabet has not.
int valueOf(QChar character)
{
    const char16_t upper = character.toUpper().unicode();
    if (upper == u'O')
        return 0;
    if (upper == u'I' || upper == u'L')
        return 1;
    const std::size_t at = upper < 128 ? alphabet.find(char(upper)) : std::string_view::npos;
    return at == std::string_view::npos ? -1 : int(at);
}

} // namespace

Result<NodeKey> NodeKey::fromBytes(const QByteArray& bytes)
{
    if (bytes.size() != qsizetype(size))
        return fail(ErrorKind::Invalid, u"sync.nodeKey"_s);
    NodeKey key;
    std::copy(bytes.cbegin(), bytes.cend(), key.bytes.begin());
    return key;
}

QByteArray NodeKey::toBytes() const
{
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(size)};
}

NodeFingerprint NodeFingerprint::of(const NodeKey& key)
{
    // The purpose keeps this hash apart from every other one over the same bytes.
    constexpr std::string_view purpose = "OneDoor node fingerprint";
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), key.bytes.data(), key.bytes.size(),
                       reinterpret_cast<const unsigned char*>(purpose.data()), purpose.size());
    NodeFingerprint fingerprint;
    std::copy_n(hash.begin(), size, fingerprint.bytes.begin());
    return fingerprint;
}

Result<NodeFingerprint> NodeFingerprint::parse(const QString& text)
{
    NodeFingerprint fingerprint;
    std::size_t found = 0;
    for (const QChar character : text.normalized(QString::NormalizationForm_KC)) {
        if (character.isSpace() || character.category() == QChar::Punctuation_Dash)
            continue;
        const int value = valueOf(character);
        if (value < 0 || found == characters)
            return fail(ErrorKind::Invalid, u"sync.fingerprint"_s);
        for (std::size_t bit = 0; bit < bitsPerCharacter; ++bit) {
            const std::size_t at = found * bitsPerCharacter + bit;
            if ((value >> (bitsPerCharacter - 1 - int(bit))) & 1)
                fingerprint.bytes[at / 8] = static_cast<unsigned char>(fingerprint.bytes[at / 8] | (0x80U >> (at % 8)));
        }
        ++found;
    }
    if (found != characters)
        return fail(ErrorKind::Invalid, u"sync.fingerprint"_s);
    return fingerprint;
}

QString NodeFingerprint::toText() const
{
    QString text;
    for (std::size_t index = 0; index < characters; ++index) {
        unsigned value = 0;
        for (std::size_t bit = 0; bit < bitsPerCharacter; ++bit) {
            const std::size_t at = index * bitsPerCharacter + bit;
            value = value << 1 | ((unsigned(bytes[at / 8]) >> (7 - at % 8)) & 1U);
        }
        if (index > 0 && index % groupLength == 0)
            text += u'-';
        text += QLatin1Char(alphabet[value]);
    }
    return text;
}

bool ServerPin::accepts(const NodeKey& key) const
{
    if (const NodeKey* expected = std::get_if<NodeKey>(&m_expected))
        return key == *expected;
    return NodeFingerprint::of(key) == std::get<NodeFingerprint>(m_expected);
}

} // namespace onedoor

std::size_t std::hash<onedoor::NodeKey>::operator()(const onedoor::NodeKey& key) const noexcept
{
    std::size_t value = 0;
    std::memcpy(&value, key.bytes.data(), sizeof value);
    return value;
}
