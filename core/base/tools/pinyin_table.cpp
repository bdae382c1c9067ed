// SPDX-License-Identifier: GPL-3.0-or-later
// Build tool: turns Unihan_Readings.txt and our own lists into the constant arrays declared in core/base/pinyin_table.h.
// Runs on the building machine, so it knows only the standard library.
//   pinyin_table UNIHAN SURNAMES CHARACTERS OUTPUT
// Fails with file and line when a list does not read; nothing is written then.
// Source: Unicode UAX #38 for the properties; a character has at most four readings, in this order: kMandarin's first (mainland)
// value, kHanyuPinlu (by frequency), kTGHZ2013 (the standard character list), and only without these kXHC1983 and kHanyuPinyin.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace {

constexpr std::size_t mostPerCharacter = 4;
constexpr std::size_t pageSize = 256;

using Reading = std::string; // "zhang1"
using Readings = std::vector<Reading>;

struct Place {
    std::string file;
    int line = 0;
};

[[noreturn]] void refuse(const Place& place, const std::string& why)
{
    std::cerr << place.file << ':' << place.line << ": " << why << '\n';
    std::exit(1);
}

std::u32string decode(const std::string& utf8, const Place& place)
{
    std::u32string decoded;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > utf8.size())
            refuse(place, "broken UTF-8");
        char32_t character = length == 1 ? lead : lead & (0x7Fu >> length);
        for (std::size_t next = 1; next < length; ++next)
            character = (character << 6) | (static_cast<unsigned char>(utf8[at + next]) & 0x3Fu);
        decoded.push_back(character);
        at += length;
    }
    return decoded;
}

/// A vowel with its tone mark taken apart: letters to append and the tone, 0 for none.
struct Marked {
    char32_t character;
    char letter; ///< 0: nothing to append (a combining mark)
    int tone;
};

constexpr std::array<Marked, 44> markedLetters{{
    {U'ā', 'a', 1}, {U'á', 'a', 2}, {U'ǎ', 'a', 3}, {U'à', 'a', 4}, {U'ē', 'e', 1}, {U'é', 'e', 2}, {U'ě', 'e', 3}, {U'è', 'e', 4},
    {U'ī', 'i', 1}, {U'í', 'i', 2}, {U'ǐ', 'i', 3}, {U'ì', 'i', 4}, {U'ō', 'o', 1}, {U'ó', 'o', 2}, {U'ǒ', 'o', 3}, {U'ò', 'o', 4},
    {U'ū', 'u', 1}, {U'ú', 'u', 2}, {U'ǔ', 'u', 3}, {U'ù', 'u', 4}, {U'ü', 'v', 0}, {U'ǖ', 'v', 1}, {U'ǘ', 'v', 2}, {U'ǚ', 'v', 3},
    {U'ǜ', 'v', 4}, {U'ń', 'n', 2}, {U'ň', 'n', 3}, {U'ǹ', 'n', 4}, {U'ḿ', 'm', 2}, {U'ê', 'e', 0}, {U'ế', 'e', 2}, {U'ề', 'e', 4},
    {0x0304, 0, 1}, {0x0301, 0, 2}, {0x030C, 0, 3}, {0x0300, 0, 4}, {0x0302, 0, 0}, {U'ă', 'a', 3}, {U'ĕ', 'e', 3}, {U'ĭ', 'i', 3},
    {U'ŏ', 'o', 3}, {U'ŭ', 'u', 3}, {U'ɡ', 'g', 0}, {U'ɑ', 'a', 0},
}};

Reading fromMarked(const std::string& syllable, const Place& place)
{
    Reading plain;
    int tone = 5;
    for (const char32_t character : decode(syllable, place)) {
        if (character >= 'a' && character <= 'z') {
            plain += static_cast<char>(character);
            continue;
        }
        const auto* const marked = std::find_if(markedLetters.begin(), markedLetters.end(),
                                                [&](const Marked& each) { return each.character == character; });
        if (marked == markedLetters.end())
            refuse(place, "unknown letter in syllable " + syllable);
        if (marked->letter != 0)
            plain += marked->letter;
        if (marked->tone != 0)
            tone = marked->tone;
    }
    return plain + static_cast<char>('0' + tone);
}

void add(Readings& readings, const Reading& reading)
{
    const auto withoutTone = [](const Reading& each) { return each.substr(0, each.size() - 1); };
    const bool known = std::any_of(readings.begin(), readings.end(),
                                   [&](const Reading& each) { return withoutTone(each) == withoutTone(reading); });
    if (!known && readings.size() < mostPerCharacter)
        readings.push_back(reading);
}

/// The syllables of one Unihan value: "dān(603)", "036.140:chán,shàn 064.090:dān".
Readings fromValue(const std::string& value, const Place& place)
{
    Readings readings;
    std::istringstream items(value);
    for (std::string item; items >> item;) {
        const std::size_t colon = item.rfind(':');
        std::istringstream list(item.substr(colon == std::string::npos ? 0 : colon + 1, std::string::npos));
        for (std::string syllable; std::getline(list, syllable, ',');)
            readings.push_back(fromMarked(syllable.substr(0, syllable.find('(')), place));
    }
    return readings;
}

using Properties = std::map<std::string, Readings>;

std::map<char32_t, Properties> readUnihan(const std::string& file)
{
    static const std::array<std::string, 5> wanted{"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"};
    std::map<char32_t, Properties> characters;
    std::ifstream input(file);
    Place place{file};
    for (std::string line; std::getline(input, line);) {
        ++place.line;
        std::istringstream fields(line);
        std::string character, property, value;
        if (line.empty() || line[0] == '#' || !std::getline(fields, character, '\t') || !std::getline(fields, property, '\t')
            || !std::getline(fields, value) || std::find(wanted.begin(), wanted.end(), property) == wanted.end())
            continue;
        const auto code = static_cast<char32_t>(std::strtoul(character.c_str() + 2, nullptr, 16));
        characters[code][property] = fromValue(value, place);
    }
    if (characters.size() < 20000)
        refuse(place, "too few readings: is this Unihan_Readings.txt?");
    return characters;
}

Readings choose(Properties& properties)
{
    Readings chosen;
    const Readings& mandarin = properties["kMandarin"];
    if (!mandarin.empty())
        add(chosen, mandarin.front());
    for (const char* const property : {"kHanyuPinlu", "kTGHZ2013"}) {
        for (const Reading& reading : properties[property])
            add(chosen, reading);
    }
    for (const char* const property : {"kXHC1983", "kHanyuPinyin"}) {
        if (chosen.empty() && !properties[property].empty())
            add(chosen, properties[property].front());
    }
    return chosen;
}

/// One line of our lists: characters, then syllables with tone digits; '#' begins a remark.
struct Entry {
    std::u32string characters;
    Readings readings;
};

bool isSyllable(const std::string& text)
{
    return text.size() >= 2 && text.size() <= 7 && text.back() >= '1' && text.back() <= '5'
        && std::all_of(text.begin(), text.end() - 1, [](char each) { return each >= 'a' && each <= 'z'; });
}

std::vector<Entry> readList(const std::string& file)
{
    std::vector<Entry> entries;
    std::ifstream input(file);
    Place place{file};
    if (!input)
        refuse(place, "cannot be opened");
    for (std::string line; std::getline(input, line);) {
        ++place.line;
        std::istringstream words(line.substr(0, line.find('#')));
        std::string characters;
        if (!(words >> characters))
            continue;
        Entry entry{decode(characters, place), {}};
        for (std::string syllable; words >> syllable;) {
            if (!isSyllable(syllable))
                refuse(place, "not a syllable with its tone: " + syllable);
            entry.readings.push_back(syllable);
        }
        const bool compound = entry.characters.size() == 2 && entry.readings.size() == 2;
        if (entry.readings.empty() || (entry.characters.size() != 1 && !compound))
            refuse(place, "wanted one character and its readings, or two characters and one reading each");
        entries.push_back(entry);
    }
    return entries;
}

/// Numbers syllables and sets of them, each once.
class Sets {
public:
    std::uint16_t numberOf(const Readings& readings)
    {
        if (readings.empty())
            return 0;
        std::vector<std::uint16_t> set{static_cast<std::uint16_t>(readings.size())};
        for (const Reading& reading : readings)
            set.push_back(syllableNumber(reading));
        const auto [at, isNew] = m_known.emplace(set, m_flat.size());
        if (isNew)
            m_flat.insert(m_flat.end(), set.begin(), set.end());
        if (m_flat.size() > UINT16_MAX)
            refuse({"table", 0}, "too many sets for 16 bits");
        return static_cast<std::uint16_t>(at->second);
    }

    const std::vector<std::uint16_t>& flat() const { return m_flat; }
    const std::vector<Reading>& syllables() const { return m_syllables; }

private:
    std::uint16_t syllableNumber(const Reading& reading)
    {
        const auto [at, isNew] = m_numbers.emplace(reading, m_syllables.size());
        if (isNew)
            m_syllables.push_back(reading);
        return static_cast<std::uint16_t>(at->second);
    }

    std::vector<std::uint16_t> m_flat{0}; // set 0 is empty
    std::map<std::vector<std::uint16_t>, std::size_t> m_known;
    std::vector<Reading> m_syllables;
    std::map<Reading, std::size_t> m_numbers;
};

struct SurnameRow {
    char32_t first, second;
    std::uint16_t firstSet, secondSet;
};

std::vector<SurnameRow> surnameRows(const std::vector<Entry>& entries, Sets& sets)
{
    std::vector<SurnameRow> rows;
    for (const Entry& entry : entries) {
        if (entry.characters.size() == 1)
            rows.push_back({entry.characters[0], 0, sets.numberOf(entry.readings), 0});
        else
            rows.push_back({entry.characters[0], entry.characters[1], sets.numberOf({entry.readings[0]}), sets.numberOf({entry.readings[1]})});
    }
    const auto key = [](const SurnameRow& row) { return std::pair(row.first, row.second); };
    std::sort(rows.begin(), rows.end(), [&](const auto& one, const auto& other) { return key(one) < key(other); });
    const auto twice = std::adjacent_find(rows.begin(), rows.end(), [&](const auto& one, const auto& other) { return key(one) == key(other); });
    if (twice != rows.end())
        refuse({"surnames", 0}, "a surname stands twice");
    return rows;
}

template <typename Values>
void writeNumbers(std::ostream& output, const Values& values)
{
    std::size_t written = 0;
    for (const auto value : values)
        output << value << (++written % 32 == 0 ? ",\n" : ",");
}

void writePages(std::ostream& output, const std::map<char32_t, std::uint16_t>& setOf)
{
    using Page = std::array<std::uint16_t, pageSize>;
    std::vector<Page> pages(1); // page 0 is empty
    std::vector<std::size_t> pageOf(setOf.rbegin()->first / pageSize + 1, 0);
    for (const auto& [character, set] : setOf) {
        std::size_t& page = pageOf[character / pageSize];
        if (page == 0) {
            page = pages.size();
            pages.emplace_back();
        }
        pages[page][character % pageSize] = set;
    }
    output << "const std::size_t pageOfCount = " << pageOf.size() << ";\nconst std::uint16_t pageOf[] = {\n";
    writeNumbers(output, pageOf);
    output << "};\nconst std::uint16_t pages[][256] = {\n";
    for (const Page& page : pages) {
        output << "{";
        writeNumbers(output, page);
        output << "},\n";
    }
    output << "};\n";
}

void writeSurnames(std::ostream& output, const std::vector<SurnameRow>& rows)
{
    output << "const std::size_t surnameCount = " << rows.size() << ";\nconst Surname surnames[] = {\n";
    for (const SurnameRow& row : rows) {
        output << '{' << static_cast<std::uint32_t>(row.first) << ',' << static_cast<std::uint32_t>(row.second) << ',' << row.firstSet << ','
               << row.secondSet << "},\n";
    }
    output << "};\n";
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 5) {
        std::cerr << "usage: pinyin_table UNIHAN SURNAMES CHARACTERS OUTPUT\n";
        return 2;
    }
    Sets sets;
    std::map<char32_t, std::uint16_t> setOf;
    for (auto& [character, properties] : readUnihan(argv[1]))
        setOf[character] = sets.numberOf(choose(properties));
    const std::vector<SurnameRow> surnames = surnameRows(readList(argv[2]), sets);
    for (const Entry& entry : readList(argv[3]))
        setOf[entry.characters[0]] = sets.numberOf(entry.readings);

    std::ofstream output(argv[4]);
    output << "// Made by core/base/tools/pinyin_table.cpp from the Unicode Unihan database and resources/pinyin.\n"
              "#include \"core/base/pinyin_table.h\"\n\nnamespace onedoor::pinyin_table {\n\nconst Syllable syllables[] = {\n";
    for (const Reading& syllable : sets.syllables())
        output << '"' << syllable << "\",\n";
    output << "};\nconst std::uint16_t sets[] = {\n";
    writeNumbers(output, sets.flat());
    output << "};\n";
    writePages(output, setOf);
    writeSurnames(output, surnames);
    output << "\n} // namespace onedoor::pinyin_table\n";
    return output.good() ? 0 : 1;
}
