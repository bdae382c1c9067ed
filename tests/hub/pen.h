// SPDX-License-Identifier: GPL-3.0-or-later
// One node of a centre that writes a stream of events, without a store behind it: what a log is given in these tests. All of it is
// invented. One thread.
#pragma once

#include "core/store/keys/subject_seal.h"
#include "core/sync/messages.h"
#include "tests/support/fixed_sealer.h"

#include <QSet>
#include <sodium.h>

namespace onedoor::hub {

class Pen {
public:
    Pen(CentreId centre, const QByteArray& name) : m_centre(centre), m_node(RawId::named(QByteArray("node:" + name)))
    {
        unsigned char seed[crypto_sign_SEEDBYTES]{};
        std::copy_n(name.begin(), std::min<qsizetype>(name.size(), crypto_sign_SEEDBYTES), seed);
        unsigned char key[crypto_sign_PUBLICKEYBYTES];
        crypto_sign_seed_keypair(key, m_secret, seed);
        m_publicKey = QByteArray(reinterpret_cast<const char*>(key), sizeof key);
        StreamOpened opened{.centre = m_centre, .node = m_node, .incarnation = RawId::named(QByteArray("life:" + name)),
                            .nodeName = QString::fromUtf8(name), .publicKey = m_publicKey, .software = QStringLiteral("pen")};
        m_stream = streamNamedBy(opened);
        write(opened, m_stream.raw);
    }

    NodeId node() const { return m_node; }
    StreamId stream() const { return m_stream; }
    const QByteArray& publicKey() const { return m_publicKey; }
    std::uint64_t count() const { return m_events.size(); }
    const QByteArray& event(std::uint64_t sequence) const { return m_events[std::size_t(sequence - 1)]; }
    sync::Head headAt(std::uint64_t sequence) const { return {sequence, hashOf(event(sequence))}; }
    sync::Head head() const { return headAt(count()); }

    void write(const Event& event, const RawId& record, PersonId subject = {})
    {
        EnvelopeHeader header;
        header.ref = {m_stream, count() + 1};
        header.previous = m_events.empty() ? Hash{} : hashOf(m_events.back());
        header.record = record;
        header.actor = AccountId(RawId::named(QByteArray("actor")));
        header.wall = {1'772'413'200'000 + std::int64_t(count())};
        header.time = HybridTime::at(header.wall);
        QByteArray bytes;
        if (const auto written = encodeEnvelope(bytes, header, event, subject, m_sealer); !written)
            qFatal("%s", qPrintable(written.error().code));
        m_events.push_back(bytes);
    }
    /// Acts that mean nothing to anybody.
    void scribble(int events)
    {
        for (int at = 0; at < events; ++at)
            write(TicketRecalled{QStringLiteral("counter")}, RawId::named(QByteArray("ticket" + m_stream.toString().toLatin1() + QByteArray::number(at))));
    }
    /// An event of a newer program.
    void scribbleNewer()
    {
        write(TicketRecalled{QStringLiteral("counter")}, RawId::named(QByteArray("newer")));
        m_events.back().replace("ticket.recalled", "ticket.foretold");
    }
    /// Forgets what it wrote after `sequence`: a disk that was put back.
    void goBackTo(std::uint64_t sequence) { m_events.resize(std::size_t(sequence)); }

    sync::StreamPart part(std::uint64_t first, std::uint64_t last) const
    {
        sync::StreamPart part{.stream = m_stream, .first = first};
        for (std::uint64_t at = first; at <= last; ++at)
            part.items.push_back({event(at), {}});
        part.signedHead = sign(last);
        return part;
    }
    sync::StreamPart all() const { return part(1, count()); }

    SignedHead sign(std::uint64_t sequence) const
    {
        SignedHead head{sequence, QByteArray(crypto_sign_BYTES, '\0')};
        const QByteArray message = sync::headToSign(m_stream, sequence, hashOf(event(sequence)));
        crypto_sign_detached(reinterpret_cast<unsigned char*>(head.signature.data()), nullptr, reinterpret_cast<const unsigned char*>(message.constData()),
                             std::size_t(message.size()), m_secret);
        return head;
    }

    QByteArray sign(const QByteArray& message) const
    {
        QByteArray signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, reinterpret_cast<const unsigned char*>(message.constData()),
                             std::size_t(message.size()), m_secret);
        return signature;
    }

private:
    CentreId m_centre;
    NodeId m_node;
    StreamId m_stream;
    QByteArray m_publicKey;
    unsigned char m_secret[crypto_sign_SECRETKEYBYTES]{};
    FixedSealer m_sealer;
    std::vector<QByteArray> m_events;
};

inline NodeEnrolled enrolmentOf(const Pen& pen)
{
    return {.name = QStringLiteral("pen"), .publicKey = pen.publicKey(), .letter = QStringLiteral("P"),
            .compartments = {QString::fromLatin1(hallCompartment), QString::fromLatin1(restrictedCompartment)}};
}

} // namespace onedoor::hub
