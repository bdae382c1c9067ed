// SPDX-License-Identifier: GPL-3.0-or-later
// The name of a thing of the centre in the language that the program is shown in: whatever has `name` and `nameEnglish`. The language
// is that of the default QLocale, which the shell sets together with the translator. Pure functions; UI thread. They never fail: a
// thing without an English name is shown with its Chinese one, and a key that the centre's file no longer has is shown as it is.
#pragma once

#include <QString>

namespace onedoor {

bool languageIsChinese();

/// One of the two texts, never a copy.
const QString& localText(const QString& chinese, const QString& english);

template <typename Thing>
const QString& localName(const Thing& thing)
{
    return localText(thing.name, thing.nameEnglish);
}

/// `thing` as the find functions of CentreDefinition return it: nullptr when the key is unknown.
template <typename Thing>
QString localName(const Thing* thing, const QString& key)
{
    return thing ? localName(*thing) : key;
}

/// As on board and slip: "2号窗口".
template <typename Place>
const QString& localShortLabel(const Place& place)
{
    return localText(place.shortLabel, place.shortLabelEnglish);
}

} // namespace onedoor
