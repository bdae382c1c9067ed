// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/draft_shelf.h"

#include <algorithm>
#include <iterator>

namespace onedoor {

void DraftShelf::put(AccountId account, std::vector<VisitDraft> drafts)
{
    if (drafts.empty())
        return;
    std::vector<VisitDraft>& kept = m_drafts[account];
    kept.insert(kept.end(), std::move_iterator(drafts.begin()), std::move_iterator(drafts.end()));
    if (kept.size() > mostDrafts)
        kept.erase(kept.begin(), kept.end() - std::ptrdiff_t(mostDrafts));
    Q_EMIT changed();
}

std::vector<VisitDraft> DraftShelf::take(AccountId account)
{
    return m_drafts.take(account);
}

bool DraftShelf::holdsAny() const
{
    return std::any_of(m_drafts.begin(), m_drafts.end(), [](const std::vector<VisitDraft>& drafts) { return !drafts.empty(); })
           || std::any_of(m_pages.begin(), m_pages.end(), [](const auto& holdsForm) { return holdsForm(); });
}

} // namespace onedoor
