// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/qt_keychain.h"

#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

namespace onedoor {

QtKeychain::QtKeychain(QString service, std::chrono::milliseconds patience)
    : m_service(std::move(service)), m_patience(patience)
{
}

void QtKeychain::start(QKeychain::Job* job, const QString& name, std::function<void(QKeychain::Job*)> answer)
{
    job->setKey(name);
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    // Whichever comes first answers; the other finds nothing left to call.
    const auto once = std::make_shared<std::function<void(QKeychain::Job*)>>(std::move(answer));
    const auto settle = [once](QKeychain::Job* finished) {
        if (const auto call = std::exchange(*once, nullptr))
            call(finished);
    };
    QObject::connect(job, &QKeychain::Job::finished, &m_context, settle);
    QTimer::singleShot(m_patience, &m_context, [settle] { settle(nullptr); });
    job->start();
}

void QtKeychain::read(const QString& name, std::function<void(KeyringAnswer)> done)
{
    start(new QKeychain::ReadPasswordJob(m_service), name, [done = std::move(done)](QKeychain::Job* job) {
        if (job && job->error() == QKeychain::NoError)
            done({KeyringState::Found, static_cast<QKeychain::ReadPasswordJob*>(job)->binaryData()});
        else if (job && job->error() == QKeychain::EntryNotFound)
            done({KeyringState::NotFound, {}});
        else
            done({KeyringState::Unavailable, {}});
    });
}

void QtKeychain::write(const QString& name, const QByteArray& secret, std::function<void(bool)> done)
{
    auto* const job = new QKeychain::WritePasswordJob(m_service);
    job->setBinaryData(secret);
    start(job, name, [done = std::move(done)](QKeychain::Job* finished) {
        done(finished && finished->error() == QKeychain::NoError);
    });
}

void QtKeychain::remove(const QString& name, std::function<void(bool)> done)
{
    start(new QKeychain::DeletePasswordJob(m_service), name, [done = std::move(done)](QKeychain::Job* job) {
        done(job && (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound));
    });
}

} // namespace onedoor
