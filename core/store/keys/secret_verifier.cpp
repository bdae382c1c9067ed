// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/secret_verifier.h"

#include "core/store/secret_key.h"

#include <QSet>
#include <algorithm>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pinLength = 6;
constexpr qsizetype shortestPassword = 8;
constexpr qsizetype longestPassword = 128;

bool repeatsEvery(QStringView text, qsizetype period)
{
    for (qsizetype at = period; at < text.size(); ++at) {
        if (text[at] != text[at - period])
            return false;
    }
    return true;
}

bool isRun(QStringView digits, int stride)
{
    for (qsizetype at = 1; at < digits.size(); ++at) {
        // Modulo ten, so that 890123 is a run as well.
        if ((digits[at].digitValue() - digits[at - 1].digitValue() - stride) % 10 != 0)
            return false;
    }
    return true;
}

} // namespace

SecretCost SecretCost::interactive()
{
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

SecretCost SecretCost::moderate()
{
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

SecretCost SecretCost::minimum()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QByteArray canonicalSecret(const QString& secret)
{
    QString normal = secret.normalized(QString::NormalizationForm_KC);
    QByteArray utf8 = normal.toUtf8();
    if (!normal.isSharedWith(secret)) // plain text comes back as the caller's own string, which is the caller's to wipe
        wipe(normal);
    return utf8;
}

Result<void> SecretVerifier::checkPin(const QString& pin)
{
    const QString normal = pin.normalized(QString::NormalizationForm_KC);
    const bool digitsOnly = std::ranges::all_of(normal, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (normal.size() != pinLength || !digitsOnly)
        return fail(ErrorKind::Invalid, u"secret.pinShape"_s, u"pin"_s, {{u"length"_s, pinLength}});
    const bool repeated = repeatsEvery(normal, 1) || repeatsEvery(normal, 2) || repeatsEvery(normal, 3);
    if (repeated || isRun(normal, 1) || isRun(normal, -1))
        return fail(ErrorKind::Invalid, u"secret.pinTrivial"_s, u"pin"_s);
    return {};
}

Result<void> SecretVerifier::checkPassword(const QString& password)
{
    const QString normal = password.normalized(QString::NormalizationForm_KC);
    if (normal.size() < shortestPassword)
        return fail(ErrorKind::Invalid, u"secret.passwordShort"_s, u"password"_s, {{u"minimum"_s, shortestPassword}});
    if (normal.size() > longestPassword)
        return fail(ErrorKind::Invalid, u"secret.passwordLong"_s, u"password"_s, {{u"maximum"_s, longestPassword}});
    if (QSet<QChar>(normal.begin(), normal.end()).size() <= 2)
        return fail(ErrorKind::Invalid, u"secret.passwordTrivial"_s, u"password"_s);
    return {};
}

Result<QString> SecretVerifier::hash(const QString& secret) const
{
    QByteArray bytes = canonicalSecret(secret);
    char text[crypto_pwhash_STRBYTES] = {};
    const int hashed = sodium_init() < 0 ? -1
                                         : crypto_pwhash_str(text, bytes.constData(), std::uint64_t(bytes.size()),
                                                             m_cost.passes, m_cost.memoryBytes);
    wipe(bytes);
    if (hashed != 0)
        return fail(ErrorKind::Internal, u"secret.outOfMemory"_s);
    return QString::fromLatin1(text);
}

bool SecretVerifier::matches(const QString& hash, const QString& secret) const
{
    QByteArray bytes = canonicalSecret(secret);
    const bool same = sodium_init() >= 0
                      && crypto_pwhash_str_verify(hash.toLatin1().constData(), bytes.constData(),
                                                  std::uint64_t(bytes.size())) == 0;
    wipe(bytes);
    return same;
}

bool SecretVerifier::isOutdated(const QString& hash) const
{
    return crypto_pwhash_str_needs_rehash(hash.toLatin1().constData(), m_cost.passes, m_cost.memoryBytes) != 0;
}

} // namespace onedoor
