// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/draft_keeper.h"

#include "ui/models/when_ready.h"
#include "ui/pages/reception/draft_shelf.h"

#include <algorithm>

namespace onedoor {

namespace {

/// Somebody with this name and this matter came after the form was begun: what became of the form before the program ended.
bool isRegistered(const KeptDraft& kept, const std::vector<TicketRow>& today)
{
    const QString name = kept.draft.person.name.trimmed();
    const QString summary = kept.draft.matter.summary.trimmed();
    return std::any_of(today.begin(), today.end(), [&](const TicketRow& ticket) {
        const bool isSame = kept.person.isNull() ? ticket.name == name : ticket.person == kept.person;
        return isSame && ticket.summary == summary && ticket.arrivedAt >= kept.draft.begunAt;
    });
}

QString numberOf(const PersonId& person, const std::vector<TicketRow>& today)
{
    const auto ticket = std::find_if(today.begin(), today.end(), [&](const TicketRow& each) { return each.person == person; });
    return ticket == today.end() ? QString() : ticket->number;
}

} // namespace

DraftKeeper::DraftKeeper(DraftShelf& shelf, StoreDoor& door, QObject* parent) : QObject(parent), m_shelf(shelf), m_door(door)
{
    m_second.setInterval(secondMilliseconds);
    connect(&m_second, &QTimer::timeout, this, &DraftKeeper::keepNow);
}

void DraftKeeper::signedIn(const StoreEntry& store)
{
    if (m_gateway != store.gateway.get()) {
        if (m_gateway)
            m_shelf.clear(); // of another store, which has kept them
        m_gateway = store.gateway.get();
        m_kept.clear();
        m_asked.clear();
        connect(m_gateway, &Gateway::changed, this, &DraftKeeper::onChanged, Qt::QueuedConnection);
    }
    m_session = store.session;
    m_second.start();
    const AccountId account = m_session.account;
    if (m_asked.contains(account))
        return;
    m_asked.insert(account);
    whenReady(m_door.keptDrafts(account), this, [this, session = m_session](const Result<QByteArray>& bytes) {
        if (!m_asked.contains(session.account))
            return; // another store was opened
        Earlier earlier{.session = session, .drafts = draftsIn(bytes.value_or(QByteArray())), .today = {}};
        if (earlier.drafts.empty() || !m_gateway)
            return putBack(std::move(earlier));
        whenReady(m_gateway->ask(session, VisitsToday{}), this, [this, earlier](const Result<TicketList>& today) mutable {
            if (today)
                earlier.today = today->tickets;
            putBack(std::move(earlier));
        });
    });
}

/// One after the other. Nothing is written for the account before all are on the shelf.
void DraftKeeper::putBack(Earlier earlier)
{
    if (!m_gateway)
        return;
    for (; earlier.next < earlier.drafts.size(); ++earlier.next) {
        KeptDraft& kept = earlier.drafts[earlier.next];
        if (isRegistered(kept, earlier.today))
            continue;
        if (kept.person)
            return putBackReturning(std::move(earlier));
        m_shelf.put(earlier.session.account, {kept.draft});
    }
    m_kept.insert(earlier.session.account, {.bytes = {}, .mustWrite = true});
}

/// What others changed since stands; of the rest what was typed.
void DraftKeeper::putBackReturning(Earlier earlier)
{
    const PersonId person = earlier.drafts[earlier.next].person;
    whenReady(m_gateway->ask(earlier.session, PersonShow{person}), this, [this, earlier](const Result<PersonDetails>& now) mutable {
        const KeptDraft& kept = earlier.drafts[earlier.next++];
        if (now && !now->known.name.isEmpty()) { // not erased
            VisitDraft draft = kept.draft;
            draft.todayNumber = numberOf(kept.person, earlier.today);
            draft.person = withChanges(draft.person, kept.known, now->known);
            draft.returning = *now;
            m_shelf.put(earlier.session.account, {draft});
        }
        putBack(std::move(earlier));
    });
}

/// When somebody is erased the store throws all drafts away: those of others are written anew.
void DraftKeeper::onChanged(const ChangeSet& changes)
{
    if (!changes.persons)
        return;
    for (auto each = m_kept.begin(); each != m_kept.end(); ++each) {
        each->mustWrite = each->mustWrite || !each->bytes.isEmpty();
        for (const VisitDraft& draft : draftsOf(each.key())) {
            const bool isChanged = draft.returning && std::find(changes.records.begin(), changes.records.end(), draft.returning->person.raw) != changes.records.end();
            if (isChanged)
                askWhetherErased(draft.returning->person);
        }
    }
}

void DraftKeeper::askWhetherErased(const PersonId& person)
{
    whenReady(m_gateway->ask(m_session, PersonShow{person}), this, [this, person](const Result<PersonDetails>& now) {
        if (now && now->known.name.isEmpty()) {
            m_erased.insert(person);
            keepNow();
        }
    });
}

std::vector<VisitDraft> DraftKeeper::draftsOf(const AccountId& account) const
{
    std::vector<VisitDraft> drafts = m_shelf.all(account);
    std::erase_if(drafts, [this](const VisitDraft& draft) { return draft.returning && m_erased.contains(draft.returning->person); });
    return drafts;
}

void DraftKeeper::keepNow()
{
    for (auto each = m_kept.begin(); each != m_kept.end(); ++each) {
        const QByteArray bytes = bytesOf(draftsOf(each.key()));
        if (bytes == each->bytes && !each->mustWrite && !each->hasFailed)
            continue;
        if (each->hasFailed && each->isUnderWay)
            continue; // one try after the other
        *each = {.bytes = bytes, .hasFailed = each->hasFailed, .isUnderWay = true};
        whenReady(m_door.keepDrafts(each.key(), bytes), this, [this, account = each.key()](const Result<void>& outcome) {
            const auto kept = m_kept.find(account);
            if (kept == m_kept.end())
                return;
            kept->isUnderWay = false;
            kept->hasFailed = !outcome;
        });
    }
}

bool DraftKeeper::canKeepAll() const
{
    const QSet<AccountId> whose = m_shelf.accounts();
    return std::all_of(whose.begin(), whose.end(), [this](const AccountId& account) {
        const auto kept = m_kept.find(account);
        return kept != m_kept.end() && !kept->hasFailed;
    });
}

} // namespace onedoor

#include "moc_draft_keeper.cpp"
