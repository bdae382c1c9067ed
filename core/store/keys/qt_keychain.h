// SPDX-License-Identifier: GPL-3.0-or-later
// Keyring on QtKeychain: Secret Service or KWallet on Linux, the credential store on Windows. Never falls back to a plain file.
// Owned by the composition root, UI thread.
#pragma once

#include "core/store/keys/keyring.h"

#include <QObject>
#include <chrono>

namespace QKeychain {
class Job;
}

namespace onedoor {

class QtKeychain final : public Keyring {
public:
    /// `service` names the program in the keyring; a keyring that says nothing for `patience` counts as unavailable.
    explicit QtKeychain(QString service, std::chrono::milliseconds patience = std::chrono::seconds(8));

    void read(const QString& name, std::function<void(KeyringAnswer)> done) override;
    void write(const QString& name, const QByteArray& secret, std::function<void(bool)> done) override;
    void remove(const QString& name, std::function<void(bool)> done) override;

private:
    /// `answer` gets the job when it has finished, null when patience ran out.
    void start(QKeychain::Job* job, const QString& name, std::function<void(QKeychain::Job*)> answer);

    QString m_service;
    std::chrono::milliseconds m_patience;
    QObject m_context; ///< ends every pending answer together with this object
};

} // namespace onedoor
