// SPDX-License-Identifier: GPL-3.0-or-later
// Looks after the forms that are not registered beyond the end of the program: once a second it has the store's folder keep what was
// typed, and when an account signs in for the first time it puts back on the shelf what the program before left of it. A form whose visit
// was registered after all, in the second before the end, is not offered again; nor is one of a person who was erased.
// Owned by the desk; shelf and door outlive it. UI thread; never blocks.
#pragma once

#include "core/services/api/reception.h"
#include "ui/models/store_door.h"
#include "ui/pages/reception/draft_bytes.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

namespace onedoor {

class DraftShelf;

class DraftKeeper final : public QObject {
    Q_OBJECT
public:
    static constexpr int secondMilliseconds = 1000;

    DraftKeeper(DraftShelf& shelf, StoreDoor& door, QObject* parent = nullptr);

    /// The door's open store and who works with it.
    void signedIn(const StoreEntry& store);
    /// Asks the door to keep what has changed; when this is called for the last time, it is kept before the door has gone.
    void keepNow();
    /// Whether the program may end without a form being lost.
    bool canKeepAll() const;

private:
    struct Kept {
        QByteArray bytes; ///< that the door was asked to keep last
        bool mustWrite = false; ///< though they have not changed
        bool hasFailed = false;
        bool isUnderWay = false;
    };
    /// What an account left, on its way back to the shelf.
    struct Earlier {
        Session session;
        std::vector<KeptDraft> drafts; ///< newest last
        std::vector<TicketRow> today;
        std::size_t next = 0;
    };
    void putBack(Earlier earlier);
    void putBackReturning(Earlier earlier);
    void onChanged(const ChangeSet& changes);
    void askWhetherErased(const PersonId& person);
    std::vector<VisitDraft> draftsOf(const AccountId& account) const;

    DraftShelf& m_shelf;
    StoreDoor& m_door;
    QPointer<Gateway> m_gateway;
    Session m_session;
    QHash<AccountId, Kept> m_kept; ///< of accounts whose earlier drafts are on the shelf
    QSet<AccountId> m_asked;
    QSet<PersonId> m_erased;
    QTimer m_second;
};

} // namespace onedoor
