// SPDX-License-Identifier: GPL-3.0-or-later
// The operating system's keyring, as a cache for this device's secret and nothing more: the store opens without it, so that a missing,
// locked or emptied keyring costs a password and never data. Calls return at once; answers come later, once each, on the
// caller's thread, which needs an event loop. An answer that is due after the keyring object is gone never comes.
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

namespace onedoor {

enum class KeyringState {
    Found,
    NotFound,    ///< the keyring works and holds no such secret
    Unavailable, ///< none there, locked, refused, or silent for too long
};

struct KeyringAnswer {
    KeyringState state = KeyringState::Unavailable;
    QByteArray secret; ///< set when found; wipe() it after use
};

class Keyring {
public:
    virtual ~Keyring() = default;
    virtual void read(const QString& name, std::function<void(KeyringAnswer)> done) = 0;
    /// True when the keyring has taken it.
    virtual void write(const QString& name, const QByteArray& secret, std::function<void(bool)> done) = 0;
    /// True when it is not there any more.
    virtual void remove(const QString& name, std::function<void(bool)> done) = 0;
};

} // namespace onedoor
