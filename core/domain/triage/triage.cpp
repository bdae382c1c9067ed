// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/triage/triage.h"

#include "core/base/text.h"

#include <algorithm>

namespace onedoor {

namespace {

constexpr std::uint32_t keywordPoints = 10;

struct Hit {
    qsizetype at;
    qsizetype length;
    QString word;
};

/// Those of the words that stand in the text, by their first place there; one that lies within another counts nothing of its own.
std::vector<Hit> hitsIn(const QString& folded, const QStringList& words)
{
    std::vector<Hit> hits;
    for (const QString& word : words) {
        const QString sought = foldForSearch(word);
        const qsizetype at = sought.isEmpty() ? -1 : folded.indexOf(sought);
        if (at >= 0)
            hits.push_back({at, sought.size(), word});
    }
    const auto liesWithin = [&](const Hit& small) {
        return std::any_of(hits.begin(), hits.end(), [&](const Hit& large) {
            return large.length > small.length && large.at <= small.at && small.at + small.length <= large.at + large.length;
        });
    };
    std::vector<Hit> counted;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(counted), [&](const Hit& each) { return !liesWithin(each); });
    std::stable_sort(counted.begin(), counted.end(), [](const Hit& one, const Hit& other) { return one.at < other.at; });
    return counted;
}

std::vector<QString> wordsOf(const std::vector<Hit>& hits)
{
    std::vector<QString> words;
    for (const Hit& hit : hits)
        words.push_back(hit.word);
    return words;
}

TriageSuggestion byRule(const CentreDefinition& centre, const TriageRule& rule, const QString& folded)
{
    const std::vector<Hit> own = hitsIn(folded, rule.words);
    const std::vector<Hit> with = hitsIn(folded, rule.with);
    if (own.empty() || (!rule.with.isEmpty() && with.empty()))
        return {};
    TriageSuggestion suggestion{.stops = {}, .points = std::uint32_t((own.size() + with.size()) * std::size_t(rule.weight)),
                                .words = wordsOf(hitsIn(folded, rule.words + rule.with)), .rule = rule.key};
    for (const QString& stop : rule.stops) {
        if (!centre.placesServing(stop).isEmpty())
            suggestion.stops.push_back(stop);
    }
    return suggestion;
}

} // namespace

std::vector<TriageSuggestion> suggestStops(const CentreDefinition& centre, const QString& text, std::size_t atMost)
{
    const QString folded = foldForSearch(text);
    std::vector<TriageSuggestion> all;
    const auto add = [&](TriageSuggestion suggestion) {
        if (suggestion.stops.empty() || suggestion.points == 0)
            return;
        const auto same = std::find_if(all.begin(), all.end(), [&](const TriageSuggestion& each) { return each.stops == suggestion.stops; });
        if (same == all.end())
            all.push_back(std::move(suggestion));
        else if (same->points < suggestion.points)
            *same = std::move(suggestion);
    };
    if (folded.isEmpty())
        return all;
    for (const TriageRule& rule : centre.triage)
        add(byRule(centre, rule, folded));
    for (const Service& service : centre.services) {
        const std::vector<Hit> hits = hitsIn(folded, service.keywords);
        if (!hits.empty() && !centre.placesServing(service.key).isEmpty())
            add({{service.key}, std::uint32_t(hits.size()) * keywordPoints, wordsOf(hits), {}});
    }
    std::stable_sort(all.begin(), all.end(), [](const TriageSuggestion& one, const TriageSuggestion& other) { return one.points > other.points; });
    if (all.size() > atMost)
        all.resize(atMost);
    return all;
}

} // namespace onedoor
