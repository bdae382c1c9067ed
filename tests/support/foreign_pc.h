// SPDX-License-Identifier: GPL-3.0-or-later
// A PC that exists only as the stream that it writes: for stores that take what others wrote, in any compartment. Its people's keys are
// those of the sealer that it is given.
#pragma once

#include "core/sync/messages.h"

#include <sodium.h>

namespace onedoor {

class ForeignPc {
public:
    ForeignPc(CentreId centre, const QByteArray& name, Instant now, Sealer& sealer) : m_now(now), m_sealer(sealer)
    {
        m_opened.centre = centre;
        m_opened.node = NodeId(RawId::named(name));
        m_opened.incarnation = RawId::named(QByteArray(name + " incarnation"));
        m_opened.nodeName = QString::fromUtf8(name);
        unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
        unsigned char secretKey[crypto_sign_SECRETKEYBYTES];
        QByteArray seed(crypto_sign_SEEDBYTES, '\0');
        seed.replace(0, name.size(), name);
        crypto_sign_seed_keypair(publicKey, secretKey, reinterpret_cast<const unsigned char*>(seed.constData()));
        m_opened.publicKey = QByteArray(reinterpret_cast<const char*>(publicKey), sizeof publicKey);
        m_stream = streamNamedBy(m_opened);
        write(m_stream.raw, m_opened);
    }

    NodeId node() const { return m_opened.node; }
    StreamId stream() const { return m_stream; }
    std::uint64_t head() const { return m_items.size(); }
    /// How it is let in.
    Draft enrolment(const std::vector<QString>& compartments) const
    {
        return {node().raw, NodeEnrolled{m_opened.nodeName, m_opened.publicKey, QStringLiteral("K"), compartments}, {}};
    }

    EventRef write(const RawId& record, const Event& event, const std::vector<EventRef>& parents = {}, const QByteArray& compartment = hallCompartment,
                   PersonId subject = {})
    {
        EnvelopeHeader header;
        header.ref = {m_stream, m_items.size() + 1};
        header.previous = m_last;
        header.record = record;
        header.parents = parents;
        header.wall = m_now;
        header.time = m_clock.tick(m_now);
        header.compartment = compartment;
        QByteArray bytes;
        if (const Result<void> encoded = encodeEnvelope(bytes, header, event, subject, m_sealer); !encoded)
            qFatal("%s", qPrintable(encoded.error().code));
        m_last = hashOf(bytes);
        m_items.push_back({bytes, {}});
        return header.ref;
    }

    /// Everything after `after`, as one part.
    sync::Batch batch(std::uint64_t after = 0) const
    {
        sync::Batch batch;
        batch.parts.push_back({m_stream, after + 1, {m_items.begin() + std::ptrdiff_t(after), m_items.end()}, {}});
        return batch;
    }

private:
    Instant m_now;
    StreamOpened m_opened;
    StreamId m_stream;
    HybridClock m_clock;
    Sealer& m_sealer;
    Hash m_last{};
    std::vector<sync::Item> m_items;
};

} // namespace onedoor
