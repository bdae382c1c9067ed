// SPDX-License-Identifier: GPL-3.0-or-later
// A growing wait after wrong secrets: five in a row are free, then 30 seconds, 1 minute, 2 minutes … at most 15 minutes, counted per login,
// whether the login exists or not. A guess is counted before it is checked and forgiven when it was right, so that neither many at
// once nor a killed program gives away a free one. The counts survive the end of the program in signins.json beside the store, because
// a count in memory would be reset by a restart; logins stand there only as hashes under a salt of the file's own, at most 256 of
// them, each for a day. Whoever may delete that file may also copy the store and guess elsewhere: against them stands the cost of a guess
// (Argon2id), not this. When the file can't be written (disk full), the counts go on in memory: nobody is locked out by it.
// Made once per open store, and by whoever opens key slots; safe from any thread and beside other processes.
// Errors: Forbidden "session.wait" (fact seconds).
#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/random.h"
#include "core/store/keys/key_slots.h"

#include <QMutex>
#include <vector>

namespace onedoor {

class SignInLimit {
public:
    static constexpr int freeGuesses = 5;
    static constexpr int firstWaitSeconds = 30;
    static constexpr int longestWaitSeconds = 15 * 60;
    static constexpr std::size_t mostLogins = 256;

    SignInLimit(QString path, const Clock& clock, Random& random);

    /// Counts a guess; refuses while the login has to wait, and a refused guess does not count.
    Result<void> beginGuess(const QString& login);
    /// 0: the next guess may come at once.
    int secondsToWait(const QString& login);
    /// The secret was right, or an administrator set a new one.
    void forget(const QString& login);

private:
    struct Count {
        QByteArray tag;
        int wrong = 0;
        Instant last;
    };
    using Counts = std::vector<Count>;
    void read();
    void readFile();
    void write();
    Count* find(const QString& login);
    QByteArray tagOf(const QString& login) const;
    int waitOf(const Count& count) const;
    void makeRoom();

    QString m_path;
    const Clock& m_clock;
    Random& m_random;
    QMutex m_mutex;
    QByteArray m_salt;
    Counts m_counts;
    bool m_isUnsaved = false; ///< the last write failed: the memory holds
};

/// Opens key slots with a login's password under the limit; a wrong one is told how long to wait (fact seconds).
Result<MasterKey> openWithPassword(const KeySlots& keySlots, const QString& login, const QString& secret, SignInLimit& limit);

} // namespace onedoor
