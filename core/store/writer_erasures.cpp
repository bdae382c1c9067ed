// SPDX-License-Identifier: GPL-3.0-or-later
// The writer's part in erasing people: keys that go, views that forget, and the word that it is done.
#include "core/store/writer.h"

#include "core/journal/payload.h"
#include "core/store/journal/stored_record.h"
#include "core/store/kept_drafts.h"
#include "core/store/views/person_queries.h"

#include <QDir>
#include <QFileInfo>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

bool saysAnythingPersonal(const Event& event)
{
    return std::visit([](const auto& each) { return payload::hasPersonal(each); }, event);
}

} // namespace

Result<void> Writer::learnErased()
{
    m_erased.clear();
    ONEDOOR_ASSIGN(const std::vector<Erasure> all, m_journal.erasures());
    for (const Erasure& each : all)
        m_erased.insert(each.person.raw);
    m_mayReport = m_mustSweep = !all.empty();
    return {};
}

/// Before anything is written: of an erased person nothing personal can be kept any more, and half an act must not stand.
Result<void> Writer::mayAppend(const Drafts& drafts)
{
    if (m_erased.empty())
        return {};
    for (const Draft& draft : drafts) {
        if (m_erased.contains(draft.subject.raw) && saysAnythingPersonal(draft.event))
            return fail(ErrorKind::Conflict, u"person.erased"_s, u"person"_s);
    }
    return {};
}

/// Inside a transaction of both files.
Result<void> Writer::erase(const Erasure& erasure)
{
    m_keys.forget(erasure.person.raw);
    if (m_beside) // it rests, as this transaction has begun
        m_beside->keys.forget(erasure.person.raw);
    if (!m_erased.insert(erasure.person.raw).second)
        return {};
    KeptDrafts::forgetAll({QFileInfo(m_views.database().path()).path()}); // one of them may speak of this person
    ONEDOOR_TRY(m_journal.addErasure(erasure));
    m_mayReport = true;
    m_mustSweep = true;
    return renewRecordsOf(own(), erasure.person);
}

/// Folds whatever was sealed for the person anew, without the key, so that memory and views show what the journal can still say.
Result<void> Writer::renewRecordsOf(Source source, const PersonId& person, std::int64_t upToArrival)
{
    ONEDOOR_ASSIGN(std::vector<RawId> records, queries::recordsOfPerson(views(), person));
    records.push_back(person.raw);
    for (const RawId& record : records) {
        ONEDOOR_ASSIGN(FoldedRecord folded, foldStored(source.journal, source.keys, record, upToArrival));
        if (std::holds_alternative<std::monostate>(folded.state))
            continue;
        noteUnwritten(m_records.keep(record, std::move(folded)), record, false);
        touch(record);
    }
    return {};
}

Result<Committed> Writer::eraseAhead(const std::vector<Erasure>& erasures)
{
    ONEDOOR_TRY(begin());
    for (const Erasure& each : erasures) {
        if (const Result<void> erased = erase(each); !erased) {
            rollback();
            return Unexpected(erased.error());
        }
        ++m_events; // worth waiting for the disk
    }
    return commit();
}

/// After a crash between the two files the views may still name somebody whose key is gone.
Result<void> Writer::renewErased()
{
    if (m_erased.empty())
        return {};
    ONEDOOR_TRY(m_views.database().run("BEGIN IMMEDIATE"));
    Result<void> outcome;
    for (const RawId& each : m_erased) {
        const Result<std::optional<PersonRegistered>> shown = queries::person(m_views, PersonId(each));
        if (shown && *shown && !(*shown)->name.isEmpty() && outcome)
            outcome = renewRecordsOf(own(), PersonId(each));
    }
    if (outcome)
        outcome = putTouched();
    m_touched.clear();
    if (outcome)
        return m_views.database().run("COMMIT");
    (void)m_views.database().run("ROLLBACK");
    forgetUnwritten();
    return outcome;
}

Result<void> Writer::reportErasures(const NodeId& self, Instant now)
{
    ONEDOOR_ASSIGN(const std::vector<PersonId> people, m_journal.erasuresToReport(self));
    m_mayReport = false;
    for (const PersonId& person : people) {
        ONEDOOR_ASSIGN(const PersonState known, state<PersonState>(person.raw));
        if (!known.isErased()) { // its event is still on its way
            m_mayReport = true;
            continue;
        }
        if (!known.isDestroyedAt(self))
            ONEDOOR_TRY(append({{person.raw, KeysDestroyed{self}, {}}}, {}, now));
        ONEDOOR_TRY(m_journal.noteReported(person, self));
    }
    return {};
}

Result<Committed> Writer::confirmErasures(const NodeId& node, const std::vector<PersonId>& people, Instant now)
{
    ONEDOOR_TRY(begin());
    for (const PersonId& person : people) {
        const Result<PersonState> known = state<PersonState>(person.raw);
        Result<void> outcome;
        if (!known)
            outcome = Unexpected(known.error());
        else if (known->isErased() && !known->isDestroyedAt(node))
            outcome = append({{person.raw, KeysDestroyed{node}, {}}}, {}, now);
        if (!outcome) {
            rollback();
            return Unexpected(outcome.error());
        }
    }
    return commit();
}

bool Writer::sweep()
{
    if (!m_mustSweep)
        return true;
    m_mustSweep = !m_journal.database().checkpoint(sqlite::CheckpointMode::Truncate).has_value();
    m_mustSweep = !m_views.database().checkpoint(sqlite::CheckpointMode::Truncate).has_value() || m_mustSweep;
    // Views that could not be read and were put aside: nothing in them is the only copy.
    const QFileInfo views(m_views.database().path());
    for (const QString& name : QDir(views.path()).entryList({views.fileName() + u".damaged-*"_s}, QDir::Files))
        QFile::remove(views.path() + u'/' + name);
    return !m_mustSweep;
}

} // namespace onedoor
