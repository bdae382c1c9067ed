// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/preferences.h"

#include "ui/models/local_name.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QSysInfo>
#include <array>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualIdleMinutes = 15;
constexpr std::array lookWords{std::pair{Look::System, "system"}, std::pair{Look::Light, "light"}, std::pair{Look::Dark, "dark"},
                               std::pair{Look::HighContrast, "contrast"}};

/// A path is no good key: it holds separators, which QSettings would read as groups.
QString storeKey(const QString& folder, const QString& name)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
    return u"stores/%1/%2"_s.arg(QString::fromLatin1(hash), name);
}

} // namespace

QString lookWord(Look look)
{
    for (const auto& [value, word] : lookWords)
        if (value == look)
            return QString::fromLatin1(word);
    return {};
}

Look lookFromWord(const QString& word, Look otherwise)
{
    for (const auto& [value, known] : lookWords)
        if (word == QLatin1StringView(known))
            return value;
    return otherwise;
}

QString Preferences::language() const
{
    return m_settings.value(u"language"_s).toString();
}

void Preferences::setLanguage(const QString& language)
{
    m_settings.setValue(u"language"_s, language);
}

Look Preferences::look() const
{
    return lookFromWord(m_settings.value(u"look"_s).toString());
}

void Preferences::setLook(Look look)
{
    m_settings.setValue(u"look"_s, lookWord(look));
}

double Preferences::textScale() const
{
    return std::clamp(m_settings.value(u"textScale"_s, 1.0).toDouble(), 1.0, 2.0);
}

void Preferences::setTextScale(double scale)
{
    m_settings.setValue(u"textScale"_s, scale);
}

QString Preferences::lastStore() const
{
    return m_settings.value(u"lastStore"_s).toString();
}

void Preferences::setLastStore(const QString& folder)
{
    m_settings.setValue(u"lastStore"_s, folder);
}

QString Preferences::centreName(const QString& folder) const
{
    const QString chinese = m_settings.value(storeKey(folder, u"name"_s)).toString();
    const QString english = m_settings.value(storeKey(folder, u"nameEnglish"_s)).toString();
    return localText(chinese, english);
}

void Preferences::setCentreName(const QString& folder, const QString& chinese, const QString& english)
{
    m_settings.setValue(storeKey(folder, u"name"_s), chinese);
    m_settings.setValue(storeKey(folder, u"nameEnglish"_s), english);
}

int Preferences::idleMinutes() const
{
    return m_settings.value(u"idleMinutes"_s, usualIdleMinutes).toInt();
}

void Preferences::setIdleMinutes(int minutes)
{
    m_settings.setValue(u"idleMinutes"_s, minutes);
}

HallMemory Preferences::hallDisplay() const
{
    return {m_settings.value(u"hall/open"_s).toBool(), m_settings.value(u"hall/fullScreen"_s).toBool(), m_settings.value(u"hall/alone"_s).toBool()};
}

void Preferences::setHallDisplay(const HallMemory& memory)
{
    m_settings.setValue(u"hall/open"_s, memory.open);
    m_settings.setValue(u"hall/fullScreen"_s, memory.fullScreen);
    m_settings.setValue(u"hall/alone"_s, memory.alone);
    m_settings.sync(); // the power may go before the next occasion
}

bool Preferences::kioskOpen() const
{
    return m_settings.value(u"kiosk/open"_s).toBool();
}

void Preferences::setKioskOpen(bool open)
{
    m_settings.setValue(u"kiosk/open"_s, open);
    m_settings.sync(); // the power may go before the next occasion
}

QString Preferences::kioskLogin() const
{
    return m_settings.value(u"kiosk/login"_s).toString();
}

void Preferences::setKioskLogin(const QString& login)
{
    m_settings.setValue(u"kiosk/login"_s, login);
}

QString Preferences::kioskLabel() const
{
    constexpr qsizetype longest = 60;
    return m_settings.value(u"kiosk/label"_s, QSysInfo::machineHostName()).toString().left(longest);
}

void Preferences::setKioskLabel(const QString& label)
{
    m_settings.setValue(u"kiosk/label"_s, label);
}

} // namespace onedoor
