// SPDX-License-Identifier: GPL-3.0-or-later
// What this PC remembers between two starts: language, look, the store that was open last and its centre's name, the idle time, the hall
// display.
// Nothing personal and no secret. Kept in the QSettings that the composition root hands in; UI thread.
#pragma once

#include "ui/widgets/theme/theme.h"

class QSettings;

namespace onedoor {

/// The word of a look on the command line and in the settings: "system", "light", "dark", "contrast".
QString lookWord(Look look);
Look lookFromWord(const QString& word, Look otherwise = Look::System);

/// How the hall display was left.
struct HallMemory {
    bool open = false;
    bool fullScreen = false;
    bool alone = false; ///< on the only screen
};

class Preferences {
public:
    explicit Preferences(QSettings& settings) : m_settings(settings) {}

    QString language() const; ///< "zh_CN" or "en"; empty: the system's
    void setLanguage(const QString& language);
    Look look() const;
    void setLook(Look look);
    double textScale() const;
    void setTextScale(double scale);
    QString lastStore() const;
    void setLastStore(const QString& folder);
    /// Shown on the sign-in page; the store itself can't say it while it is closed.
    QString centreName(const QString& folder) const;
    void setCentreName(const QString& folder, const QString& chinese, const QString& english);
    int idleMinutes() const; ///< 0: never lock
    void setIdleMinutes(int minutes);
    HallMemory hallDisplay() const;
    void setHallDisplay(const HallMemory& memory);
    bool kioskOpen() const; ///< the kiosk was on show when the program ended
    void setKioskOpen(bool open);
    /// The kiosk's own account, with which it opens by itself; empty when somebody else's account opened it.
    QString kioskLogin() const;
    void setKioskLogin(const QString& login);
    /// What people call the kiosk on this PC; the PC's own name until somebody says otherwise.
    QString kioskLabel() const;
    void setKioskLabel(const QString& label);

private:
    QSettings& m_settings;
};

} // namespace onedoor
