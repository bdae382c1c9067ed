// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include "core/base/pinyin_table.h"
#include "core/base/text.h"

#include <QList>
#include <QVarLengthArray>
#include <algorithm>
#include <span>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

using pinyin_table::Surname;

std::span<const std::uint16_t> syllablesOfSet(std::uint16_t set)
{
    return {pinyin_table::sets + set + 1, pinyin_table::sets[set]};
}

std::span<const std::uint16_t> syllablesOf(char32_t character)
{
    const std::size_t page = character >> 8;
    const std::uint16_t set = page < pinyin_table::pageOfCount ? pinyin_table::pages[pinyin_table::pageOf[page]][character & 0xFF] : 0;
    return syllablesOfSet(set);
}

const Surname* findSurname(char32_t first, char32_t second)
{
    const auto* const end = pinyin_table::surnames + pinyin_table::surnameCount;
    const auto wanted = std::pair(first, second);
    const auto* const found = std::lower_bound(pinyin_table::surnames, end, wanted, [](const Surname& each, const auto& key) {
        return std::pair(each.first, each.second) < key;
    });
    return found != end && std::pair(found->first, found->second) == wanted ? found : nullptr;
}

/// One unit of a name: a character with its possible syllables (with tone), or a Latin word.
struct Unit {
    char32_t character = 0;                  ///< 0: a word
    QVarLengthArray<QLatin1String, 6> toned; ///< few have more
    QString word;                            ///< lower case, when it is a Latin word or number
};

void offer(Unit& unit, QLatin1String toned)
{
    const bool known = std::any_of(unit.toned.begin(), unit.toned.end(),
                                   [&](QLatin1String each) { return each.chopped(1) == toned.chopped(1); });
    if (!known)
        unit.toned.push_back(toned);
}

void offer(Unit& unit, std::span<const std::uint16_t> numbers)
{
    for (const std::uint16_t number : numbers)
        offer(unit, QLatin1String(pinyin_table::syllables[number]));
}

bool isWordCharacter(char32_t character)
{
    const auto script = QChar::script(character);
    return QChar::isLetterOrNumber(character) && script != QChar::Script_Han;
}

std::vector<Unit> unitsOf(const QString& name)
{
    const QString shortened = name.left(mostReadCharacters * 2).normalized(QString::NormalizationForm_C);
    std::vector<Unit> units;
    units.reserve(std::size_t(std::min(shortened.size(), mostReadCharacters)));
    bool inWord = false;
    for (const uint each : shortened.toUcs4().mid(0, mostReadCharacters)) {
        const char32_t character = each >= 0xFF01 && each <= 0xFF5E ? halfWidth(char16_t(each)) : char32_t(each);
        const auto numbers = syllablesOf(character);
        const bool word = numbers.empty() && isWordCharacter(character);
        if (word && !inWord)
            units.emplace_back();
        if (word) {
            units.back().word += QString::fromUcs4(&character, 1).toLower();
        } else if (!numbers.empty() || QChar::script(character) == QChar::Script_Han) {
            units.emplace_back().character = character;
            offer(units.back(), numbers);
        }
        inWord = word;
    }
    return units;
}

void preferSurname(Unit& unit, std::span<const std::uint16_t> special)
{
    const auto ordinary = std::exchange(unit.toned, {});
    offer(unit, special);
    for (const QLatin1String toned : ordinary)
        offer(unit, toned);
}

/// Puts the special readings of the surname first; a compound surname before the surname of one character.
void readSurname(std::vector<Unit>& units)
{
    if (units.empty() || units.front().character == 0)
        return;
    const char32_t first = units[0].character;
    if (const Surname* const single = findSurname(first, 0))
        preferSurname(units[0], syllablesOfSet(single->firstSet));
    if (units.size() < 3)
        return;
    if (const Surname* const compound = findSurname(first, units[1].character)) {
        preferSurname(units[0], syllablesOfSet(compound->firstSet));
        preferSurname(units[1], syllablesOfSet(compound->secondSet));
    }
}

std::vector<Unit> readUnits(const QString& name)
{
    std::vector<Unit> units = unitsOf(name);
    const bool transliterated = std::any_of(name.begin(), name.end(), [](QChar each) { return isNameDot(each.unicode()); });
    if (!transliterated)
        readSurname(units);
    return units;
}

struct Combination {
    NameReading reading;
    int cost = 0; ///< how many places down its syllables stand in their lists, summed
};

void extend(NameReading& reading, QLatin1String toned)
{
    reading.full += toned.chopped(1);
    reading.initials += toned.front();
}

/// Keeps the cheapest; as costs add up, what falls out could never have come back among the cheapest of longer names.
void extend(std::vector<Combination>& combinations, const Unit& unit)
{
    if (unit.toned.size() == 1) {
        for (Combination& each : combinations)
            extend(each.reading, unit.toned.front());
        return;
    }
    std::vector<Combination> longer;
    longer.reserve(combinations.size() * std::size_t(unit.toned.size()));
    for (const Combination& each : combinations) {
        int cost = each.cost;
        for (const QLatin1String toned : unit.toned) {
            longer.push_back({each.reading, cost++});
            extend(longer.back().reading, toned);
        }
    }
    std::stable_sort(longer.begin(), longer.end(), [](const auto& one, const auto& other) { return one.cost < other.cost; });
    if (longer.size() > std::size_t(mostReadings))
        longer.resize(std::size_t(mostReadings));
    combinations = std::move(longer);
}

} // namespace

std::vector<NameReading> readings(const QString& name)
{
    std::vector<Combination> combinations(1);
    for (const Unit& unit : readUnits(name)) {
        if (!unit.toned.empty()) {
            extend(combinations, unit);
        } else if (!unit.word.isEmpty()) {
            for (Combination& each : combinations) {
                each.reading.full += unit.word;
                each.reading.initials += unit.word.left(unit.word.front().isHighSurrogate() ? 2 : 1);
            }
        }
    }
    std::vector<NameReading> found;
    for (const Combination& each : combinations) {
        if (!each.reading.full.isEmpty() && std::find(found.begin(), found.end(), each.reading) == found.end())
            found.push_back(each.reading);
    }
    return found;
}

QString sortKey(const QString& name)
{
    constexpr char16_t wordMark = u'!';       // before all letters
    constexpr char16_t unreadableMark = u'~'; // after all letters
    QString key;
    for (const Unit& unit : readUnits(name)) {
        if (!unit.word.isEmpty())
            key += wordMark + unit.word;
        else if (unit.toned.empty())
            key += unreadableMark + QString::fromUcs4(&unit.character, 1);
        else
            key += unit.toned.front() + QString::fromUcs4(&unit.character, 1);
        key += u' ';
    }
    return key;
}

bool isCompoundSurname(QStringView text)
{
    const QList<uint> characters = text.left(4).toUcs4();
    return characters.size() == 2 && findSurname(char32_t(characters[0]), char32_t(characters[1]));
}

QString foldPinyinQuery(const QString& typed)
{
    const QString base = typed.left(mostReadCharacters * 8).toLower().normalized(QString::NormalizationForm_D);
    QString folded;
    for (const QChar each : base) {
        const QChar half(halfWidth(each.unicode()));
        const bool diaeresis = half == QChar(0x0308) || half == u':';
        if (diaeresis && folded.endsWith(u'u'))
            folded.back() = u'v';
        else if (half.isLetter()) // tones, typed as marks or digits, and separators fall out here
            folded += half;
    }
    // No syllable ends in l, so "lyu" can only be meant so; "nyu" can't be told from "lin yu" and stays.
    folded.replace(u"lyu"_s, u"lv"_s);
    return folded;
}

} // namespace onedoor
