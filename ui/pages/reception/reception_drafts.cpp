// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the reception page that keeps forms which were left without registering, also beyond the page's own life.
#include "ui/pages/reception/reception_page.h"

#include "ui/models/when_ready.h"
#include "ui/pages/reception/draft_shelf.h"
#include "ui/pages/reception/person_watch.h"
#include "ui/pages/reception/registration.h"
#include "ui/pages/reception/visit_form.h"
#include "ui/widgets/card.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <algorithm>
#include <iterator>

namespace onedoor {

ReceptionPage::~ReceptionPage()
{
    if (!m_shelf)
        return;
    disconnect(m_shelf.data(), nullptr, this, nullptr); // or this page would take back what it puts there
    m_shelf->unwatch(this);
    if (m_registration->isSent())
        keepIfRefused();
    else
        keepDraft();
    m_shelf->put(m_session.account, std::move(m_drafts));
}

/// The visit is on its way and will most likely be registered: a kept form would invite to register it twice.
void ReceptionPage::keepIfRefused()
{
    whenReady(m_registration->visit(), m_shelf.data(),
              [shelf = m_shelf.data(), account = m_session.account, draft = m_form->draft()](const Result<VisitReply>& answer) {
                  if (!answer)
                      shelf->put(account, {draft});
              });
}

void ReceptionPage::keepDraftsOn(DraftShelf& shelf)
{
    m_shelf = &shelf;
    shelf.watch(this, m_session.account, [this] { return allForms(); });
    connect(&shelf, &DraftShelf::changed, this, &ReceptionPage::takeFromShelf);
    takeFromShelf();
}

std::vector<VisitDraft> ReceptionPage::allForms() const
{
    std::vector<VisitDraft> forms = m_drafts;
    if (isFormOpen() && m_form->isTouched())
        forms.push_back(m_form->draft());
    return forms;
}

void ReceptionPage::takeFromShelf()
{
    std::vector<VisitDraft> earlier = m_shelf->take(m_session.account);
    m_drafts.insert(m_drafts.begin(), std::move_iterator(earlier.begin()), std::move_iterator(earlier.end()));
    showDraftBanner();
    updateActions();
}

void ReceptionPage::keepDraft()
{
    if (!isFormOpen() || !m_form->isTouched())
        return;
    m_drafts.push_back(m_form->draft());
    if (m_drafts.size() > DraftShelf::mostDrafts)
        m_drafts.erase(m_drafts.begin());
}

void ReceptionPage::restoreDraft()
{
    if (m_drafts.empty())
        return;
    const VisitDraft draft = m_drafts.back();
    m_drafts.pop_back();
    keepDraft();
    m_form->restore(draft);
    if (draft.returning)
        m_watch->watch(draft.returning->person, true);
    else
        m_watch->stop();
    openForm();
}

void ReceptionPage::discardDraft()
{
    if (m_drafts.empty())
        return;
    m_discarded.assign(1, std::move(m_drafts.back()));
    m_drafts.pop_back();
    showDraftBanner();
    updateActions();
    focusLookup();
    m_toast = Toast::show(this, tr("The form was discarded"), m_undoDiscard);
}

void ReceptionPage::undoDiscard()
{
    std::move(m_discarded.begin(), m_discarded.end(), std::back_inserter(m_drafts));
    m_discarded.clear();
    showDraftBanner();
    updateActions();
}

void ReceptionPage::showDraftBanner()
{
    m_draftBanner->setVisible(!m_drafts.empty() && !isFormOpen());
    if (m_drafts.empty())
        return;
    const QString name = m_drafts.back().person.name.trimmed();
    m_draftBanner->setMessage(Tone::Info, name.isEmpty() ? tr("A form that was not registered is kept.")
                                                         : tr("The form for %1 was not registered and is kept.").arg(name));
}

} // namespace onedoor
