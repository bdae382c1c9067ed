// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/network/pairing.h"

#include <QRegularExpression>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ"); // Crockford's base 32: nothing to mistake
constexpr int secretCharacters = 8;                                         // 40 bits, five tries
constexpr qsizetype longestCode = 400;

/// As people type it: case, blanks and dashes do not matter, nor do O for 0 and I or L for 1.
QString plainSecret(const QString& text)
{
    QString plain;
    for (const QChar each : text.toUpper()) {
        const QChar read = each == u'O' ? QChar(u'0') : each == u'I' || each == u'L' ? QChar(u'1') : each;
        if (alphabet.contains(read))
            plain.append(read);
    }
    return plain;
}

Unexpected badShape(const QString& field)
{
    return fail(ErrorKind::Invalid, u"pairing.shape"_s, field, {{u"part"_s, field}});
}

} // namespace

QString PairingCode::toText() const
{
    const QString address = host.contains(u':') ? QString(u'[' + host + u']') : host;
    return address + u':' + QString::number(port) + u' ' + fingerprint.toText() + u' ' + secret.left(4) + u'-' + secret.mid(4);
}

Result<PairingCode> PairingCode::parse(const QString& text)
{
    if (text.size() > longestCode)
        return badShape(u"host"_s);
    static const QRegularExpression shape(u"^\\s*(?:\\[([0-9a-fA-F:.]+)\\]|([\\w.-]+))\\s*[:\uFF1A]\\s*(\\d{1,5})\\s+(.+)$"_s);
    const QRegularExpressionMatch match = shape.match(text);
    if (!match.hasMatch())
        return badShape(u"host"_s);
    PairingCode code;
    code.host = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    const int port = match.captured(3).toInt();
    if (port < 1 || port > 65535)
        return badShape(u"host"_s);
    code.port = std::uint16_t(port);
    const QString rest = plainSecret(match.captured(4));
    constexpr qsizetype fingerprintCharacters = 24;
    if (rest.size() < fingerprintCharacters)
        return badShape(u"fingerprint"_s);
    Result<NodeFingerprint> fingerprint = NodeFingerprint::parse(rest.left(fingerprintCharacters));
    if (!fingerprint)
        return badShape(u"fingerprint"_s);
    code.fingerprint = *fingerprint;
    code.secret = rest.mid(fingerprintCharacters);
    if (code.secret.size() != secretCharacters)
        return badShape(u"secret"_s);
    return code;
}

QString PairingRegister::open(Invitation invitation)
{
    QString secret;
    for (int at = 0; at < secretCharacters; ++at)
        secret.append(alphabet[qsizetype(m_random.below(std::uint64_t(alphabet.size())))]);
    m_open = Open{secret, std::move(invitation), m_clock.now().plusSeconds(validSeconds), 0};
    return secret;
}

Result<Invitation> PairingRegister::redeem(const QString& secret)
{
    if (!m_open || m_clock.now() > m_open->until)
        return fail(ErrorKind::Forbidden, u"pairing.expired"_s, u"secret"_s);
    const QByteArray given = plainSecret(secret).toLatin1();
    const QByteArray right = m_open->secret.toLatin1();
    const bool matches = given.size() == right.size() && sodium_memcmp(given.constData(), right.constData(), std::size_t(right.size())) == 0;
    if (!matches) {
        if (++m_open->wrong < triesAtMost)
            return fail(ErrorKind::Forbidden, u"pairing.wrongSecret"_s, u"secret"_s, {{u"left"_s, triesAtMost - m_open->wrong}});
        m_open.reset();
        return fail(ErrorKind::Forbidden, u"pairing.tooManyTries"_s, u"secret"_s);
    }
    Invitation invitation = std::move(m_open->invitation);
    m_open.reset();
    return invitation;
}

} // namespace onedoor
