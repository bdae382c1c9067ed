// SPDX-License-Identifier: GPL-3.0-or-later
// Forms that were left without registering, kept for their operator while the program runs: another operator signs in, the language
// changes, and the pages are made anew. Each operator finds only their own. In memory only, never on the disk, where a draft would be
// personal data outside the store. Owned by the desk and outlives the pages; UI thread.
#pragma once

#include "core/domain/ids.h"
#include "ui/pages/reception/visit_draft.h"

#include <QHash>
#include <QObject>
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
    /// A page that holds forms of its own while it lives.
    void watch(const QObject* page, std::function<bool()> holdsForm) { m_pages[page] = std::move(holdsForm); }
    void unwatch(const QObject* page) { m_pages.remove(page); }
    /// Whether any form, here or on a watched page, is lost when the program ends now.
    bool holdsAny() const;

Q_SIGNALS:
    void changed();

private:
    QHash<AccountId, std::vector<VisitDraft>> m_drafts;
    QHash<const QObject*, std::function<bool()>> m_pages;
};

} // namespace onedoor
