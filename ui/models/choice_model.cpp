// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/choice_model.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "ui/models/local_name.h"

#include <algorithm>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int noMatch = 100;

/// At the beginning or behind something that is no letter; Chinese words have no gap between them.
bool beginsWord(const QString& text, const QString& part)
{
    for (qsizetype at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        if (at == 0 || part.front().script() == QChar::Script_Han || !text.at(at - 1).isLetterOrNumber()
            || text.at(at - 1).script() == QChar::Script_Han)
            return true;
    }
    return false;
}

bool anyOf(const QStringList& words, auto&& fits)
{
    return std::any_of(words.begin(), words.end(), fits);
}

} // namespace

std::vector<Choice> serviceChoices(const CentreDefinition& centre)
{
    std::vector<Choice> choices;
    for (const Service& service : centre.services) {
        if (centre.placesServing(service.key).isEmpty()) // nobody could call whoever takes it
            continue;
        const Unit* unit = centre.findUnit(service.unit);
        Choice choice{service.key, localName(service), localName(unit, service.unit), service.keywords};
        choice.names << service.name << service.nameEnglish;
        choices.push_back(std::move(choice));
    }
    return choices;
}

std::vector<Choice> regionChoices(const std::vector<Region>& regions)
{
    std::vector<Choice> choices;
    choices.reserve(regions.size());
    for (const Region& region : regions)
        choices.push_back({region.code, region.name, region.parentName, {region.code}});
    return choices;
}

ChoiceModel::ChoiceModel(std::vector<Choice> choices, QObject* parent)
    : QAbstractListModel(parent)
{
    setChoices(std::move(choices));
}

void ChoiceModel::setChoices(std::vector<Choice> choices)
{
    beginResetModel();
    m_shown.clear();
    m_entries.clear();
    for (Choice& choice : choices)
        m_entries.push_back(prepare(std::move(choice)));
    endResetModel();
    search({});
}

ChoiceModel::Entry ChoiceModel::prepare(Choice choice)
{
    Entry entry;
    entry.folded = foldForSearch(choice.text);
    const QStringList words = choice.searched + choice.names;
    for (const QString& word : words)
        entry.words.append(foldForSearch(word));
    const QStringList names = QStringList(choice.text) + choice.names;
    for (const QString& name : names) {
        for (const NameReading& reading : readings(name)) {
            entry.namePinyins << reading.full << reading.initials;
            entry.nameInitials << reading.initials;
        }
    }
    for (const QString& word : std::as_const(choice.searched)) {
        for (const NameReading& reading : readings(word))
            entry.wordPinyins << reading.full << reading.initials;
    }
    entry.choice = std::move(choice);
    return entry;
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Choice& choice = m_entries[m_shown[static_cast<std::size_t>(index.row())]].choice;
    switch (role) {
    case Qt::DisplayRole: return choice.text;
    case DetailRole: return choice.detail;
    case KeyRole: return choice.key;
    default: return {};
    }
}

int ChoiceModel::rank(const Entry& entry, const QString& folded, const QString& pinyin)
{
    const auto begins = [](const QString& with) { return [&with](const QString& word) { return word.startsWith(with); }; };
    const auto holds = [](const QString& part) { return [&part](const QString& word) { return word.contains(part); }; };
    if (folded.isEmpty() || entry.folded == folded)
        return 0;
    if (entry.folded.startsWith(folded))
        return 1;
    if (entry.words.contains(folded))
        return 2;
    if (beginsWord(entry.folded, folded))
        return 3;
    if (!pinyin.isEmpty() && anyOf(entry.namePinyins, begins(pinyin)))
        return 4;
    if (anyOf(entry.words, [&folded](const QString& word) { return beginsWord(word, folded); }))
        return 5;
    if (pinyin.size() > 1 && anyOf(entry.nameInitials, holds(pinyin)))
        return 6;
    if (!pinyin.isEmpty() && anyOf(entry.wordPinyins, begins(pinyin)))
        return 7;
    if (entry.folded.contains(folded) || anyOf(entry.words, holds(folded)))
        return 8;
    return pinyin.size() > 1 && anyOf(entry.namePinyins + entry.wordPinyins, holds(pinyin)) ? 9 : noMatch;
}

void ChoiceModel::search(const QString& text)
{
    const QString folded = foldForSearch(text);
    const QString pinyin = foldPinyinQuery(text);
    std::vector<std::pair<int, std::size_t>> ranked;
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const int rank = ChoiceModel::rank(m_entries[at], folded, pinyin);
        if (rank != noMatch)
            ranked.emplace_back(rank, at);
    }
    std::sort(ranked.begin(), ranked.end());
    beginResetModel();
    m_shown.clear();
    for (const auto& [rank, at] : ranked)
        m_shown.push_back(at);
    endResetModel();
}

const Choice* ChoiceModel::find(const QString& key) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) { return entry.choice.key == key; });
    return found == m_entries.end() ? nullptr : &found->choice;
}

const Choice* ChoiceModel::best() const
{
    return m_shown.empty() ? nullptr : &m_entries[m_shown.front()].choice;
}

} // namespace onedoor

#include "moc_choice_model.cpp"
