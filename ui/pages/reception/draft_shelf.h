// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were left without registering, kept for their operator while the program runs: another operator signs in, the language
// changes, and the pages are made anew. Each operator finds only their own. In memory only; draft_keeper.h looks after the program's end.
// Owned by the desk and outlives the pages; UI thread.
#pragma once

#include "core/domain/ids.h"
#include "ui/pages/reception/visit_draft.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <functional>

namespace onedoor {

class DraftShelf final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t mostDrafts = 10; ///< of one operator; the oldest goes first

    explicit DraftShelf(QObject* parent = nullptr) : QObject(parent) {}
    void put(AccountId account, std::vector<VisitDraft> drafts);
    /// Newest last; the shelf keeps none of them.
    std::vector<VisitDraft> take(AccountId account);
    /// A page that holds forms of its own while it lives, newest last.
    using Forms = std::function<std::vector<VisitDraft>()>;
    void watch(const QObject* page, AccountId account, Forms forms) { m_pages[page] = {account, std::move(forms)}; }
    void unwatch(const QObject* page) { m_pages.remove(page); }
    /// Every form of the account, here and on the watched pages.
    std::vector<VisitDraft> all(AccountId account) const;
    /// Whose forms there are, here or on a watched page.
    QSet<AccountId> accounts() const;
    /// What lies here belongs to a store that is closed.
    void clear() { m_drafts.clear(); }

Q_SIGNALS:
    void changed();

private:
    struct Page {
        AccountId account;
        Forms forms;
    };
    QHash<AccountId, std::vector<VisitDraft>> m_drafts;
    QHash<const QObject*, Page> m_pages;
};

} // namespace onedoor
