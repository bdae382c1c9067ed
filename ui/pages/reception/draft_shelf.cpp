// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/draft_shelf.h"

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

std::vector<VisitDraft> DraftShelf::all(AccountId account) const
{
    std::vector<VisitDraft> forms = m_drafts.value(account);
    for (const Page& page : m_pages) {
        if (page.account != account)
            continue;
        std::vector<VisitDraft> ofPage = page.forms();
        std::move(ofPage.begin(), ofPage.end(), std::back_inserter(forms));
    }
    return forms;
}

QSet<AccountId> DraftShelf::accounts() const
{
    QSet<AccountId> whose;
    for (auto each = m_drafts.begin(); each != m_drafts.end(); ++each) {
        if (!each->empty())
            whose.insert(each.key());
    }
    for (const Page& page : m_pages) {
        if (!page.forms().empty())
            whose.insert(page.account);
    }
    return whose;
}

} // namespace onedoor

#include "moc_draft_shelf.cpp"
