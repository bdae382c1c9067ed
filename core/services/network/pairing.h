// SPDX-License-Identifier: GPL-3.0-or-later
// How a new PC finds its way in: the administrator's page shows a code, which is typed or scanned on the new PC. The code names the host's
// address, the fingerprint of its key, so that the new PC sends its secret to nobody else, and a secret that works once and for a
// quarter of an hour. Plain values and one small register; the thread that owns it.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/services/session.h"
#include "core/sync/transport/node_key.h"

namespace onedoor {

struct PairingCode {
    QString host;
    std::uint16_t port = 0;
    NodeFingerprint fingerprint;
    QString secret;

    /// "192.168.1.20:7443 XXXX-XXXX-XXXX-XXXX-XXXX-XXXX YYYY-YYYY"
    QString toText() const;
    /// Forgives case and blanks. Invalid "pairing.shape", with field host, fingerprint or secret.
    static Result<PairingCode> parse(const QString& text);
};

/// Who lets a PC in and answers for it, and what that PC may hold: empty for everything.
struct Invitation {
    Session administrator;
    std::vector<QString> compartments;
};

/// The secrets that are good at the moment. Forbidden "pairing.wrongSecret", "pairing.expired", "pairing.tooManyTries".
class PairingRegister {
public:
    static constexpr std::int64_t validSeconds = 15 * 60;
    static constexpr int triesAtMost = 5; ///< wrong ones; then the code is void

    PairingRegister(const Clock& clock, Random& random) : m_clock(clock), m_random(random) {}

    /// A new secret; the one before is void.
    QString open(Invitation invitation);
    void close() { m_open.reset(); }
    /// What the code was shown for; the secret is void from then on.
    Result<Invitation> redeem(const QString& secret);

private:
    struct Open {
        QString secret;
        Invitation invitation;
        Instant until;
        int wrong = 0;
    };
    const Clock& m_clock;
    Random& m_random;
    std::optional<Open> m_open;
};

} // namespace onedoor
