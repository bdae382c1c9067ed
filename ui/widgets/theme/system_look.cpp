// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/system_look.h"

#include "ui/widgets/theme/tokens.h"

#include <QGuiApplication>
#include <QPalette>
#include <QSettings>

namespace onedoor {

using namespace Qt::StringLiterals;

#ifdef Q_OS_WIN
SystemLook readSystemLook()
{
    constexpr int highContrastOn = 1; // HCF_HIGHCONTRASTON
    const QSettings personalize(uR"(HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Themes\Personalize)"_s,
        QSettings::NativeFormat);
    const QSettings contrast(uR"(HKEY_CURRENT_USER\Control Panel\Accessibility\HighContrast)"_s, QSettings::NativeFormat);
    const QSettings accessibility(uR"(HKEY_CURRENT_USER\Software\Microsoft\Accessibility)"_s, QSettings::NativeFormat);
    return {.dark = personalize.value(u"AppsUseLightTheme"_s, 1).toInt() == 0,
        .highContrast = (contrast.value(u"Flags"_s, 0).toInt() & highContrastOn) != 0,
        .textScale = accessibility.value(u"TextScaleFactor"_s, 100).toInt() / 100.0};
}
#else
SystemLook readSystemLook()
{
    const QPalette palette = QGuiApplication::palette();
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::WindowText);
    constexpr double almostBlackOnWhite = 20.5; // only contrast themes go this far on a window background
    return {.dark = window.lightness() < text.lightness(),
        .highContrast = contrastRatio(window, text) > almostBlackOnWhite && window.lightness() < text.lightness(),
        .textScale = 1.0};
}
#endif

} // namespace onedoor
