// SPDX-License-Identifier: GPL-3.0-or-later
// How a Chinese name is read: full pinyin and initials with its polyphones, and the key that sorts names as a Chinese list does.
// Pure functions on constant tables, any thread; no ICU at run time. A lookup is two array accesses.
// Source: Unicode Unihan database (kMandarin, kHanyuPinlu, kTGHZ2013), compiled at build time by tools/pinyin_table.cpp together
// with our own lists in resources/pinyin. Tones are dropped in readings; ü is written v, as it is typed.
#pragma once

#include <QString>
#include <QStringView>
#include <vector>

namespace onedoor {

struct NameReading {
    QString full;     ///< "zhangsan"; letters and digits of other scripts stand in lower case
    QString initials; ///< "zs": the first letter of each syllable and of each Latin word

    friend bool operator==(const NameReading&, const NameReading&) = default;
};

/// At most this many readings for one name, the likeliest first: special readings of surnames, then the commonest of each character.
constexpr int mostReadings = 8;
/// Characters of a name that are read; the rest is ignored.
constexpr qsizetype mostReadCharacters = 64;

/// Never two equal readings; empty when nothing in the name can be read.
std::vector<NameReading> readings(const QString& name);

/// Orders by syllable, tone and character, one character after the other, with plain code unit comparison (QString::compare).
/// Surnames count in their special reading. Names in Latin letters come first, unreadable characters last.
QString sortKey(const QString& name);

/// Whether these two characters are a surname of two characters.
bool isCompoundSurname(QStringView text);

/// What somebody typed as pinyin, in the form readings() has it: lower case, without blanks, apostrophes and tones, "lü", "lu:" and
/// passport "lyu" as "lv".
QString foldPinyinQuery(const QString& typed);

} // namespace onedoor
