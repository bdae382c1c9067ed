// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/local_name.h"

#include <QLocale>

namespace onedoor {

bool languageIsChinese()
{
    return QLocale().language() == QLocale::Chinese;
}

const QString& localText(const QString& chinese, const QString& english)
{
    return languageIsChinese() || english.isEmpty() ? chinese : english;
}

} // namespace onedoor
