// SPDX-License-Identifier: GPL-3.0-or-later
// A keyring in memory for tests; answers from the event loop like the real one. `broken` plays a desktop without a keyring.
#pragma once

#include "core/store/keys/keyring.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace onedoor {

class MemoryKeyring final : public Keyring {
public:
    bool broken = false;
    QHash<QString, QByteArray> secrets;

    void read(const QString& name, std::function<void(KeyringAnswer)> done) override
    {
        KeyringAnswer answer;
        if (!broken && secrets.contains(name))
            answer = {KeyringState::Found, secrets.value(name)};
        else
            answer.state = broken ? KeyringState::Unavailable : KeyringState::NotFound;
        later([done = std::move(done), answer] { done(answer); });
    }
    void write(const QString& name, const QByteArray& secret, std::function<void(bool)> done) override
    {
        if (!broken)
            secrets.insert(name, secret);
        later([done = std::move(done), taken = !broken] { done(taken); });
    }
    void remove(const QString& name, std::function<void(bool)> done) override
    {
        if (!broken)
            secrets.remove(name);
        later([done = std::move(done), gone = !broken] { done(gone); });
    }

private:
    template <typename Call>
    void later(Call call)
    {
        QTimer::singleShot(0, &m_context, std::move(call));
    }
    QObject m_context;
};

} // namespace onedoor
