// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/centre/changes_panel.h"

#include "core/services/error_text.h"
#include "ui/models/centre_texts.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"

#include <QHBoxLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

ChangesPanel::ChangesPanel(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_column(new QVBoxLayout(this)), m_message(new Banner(Tone::Danger, {})),
      m_empty(new EmptyState(Icons::History, tr("Nothing was changed yet"), tr("The centre is as it was founded.")))
{
    m_message->hide();
    m_empty->hide();
    m_column->setSpacing(space::medium);
    m_column->addWidget(m_message);
    m_column->addWidget(m_empty);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.centre)
            refresh();
    }, Qt::QueuedConnection);
    refresh();
}

void ChangesPanel::refresh()
{
    whenReady(m_gateway.ask(m_session, CentreHistory{}), this, [this](const Result<CentreHistoryReply>& reply) { showChanges(reply); });
}

void ChangesPanel::showChanges(const Result<CentreHistoryReply>& reply)
{
    delete m_list;
    m_list = nullptr;
    m_message->setVisible(!reply.has_value());
    m_empty->setVisible(reply && reply->changes.empty());
    if (!reply) {
        m_message->setMessage(Tone::Danger, errorText(reply.error(), m_gateway.centre()));
        return;
    }
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::large);
    for (const CentreHistoryRow& row : reply->changes)
        column->addWidget(makeEntry(row));
    column->addStretch(1);
    m_count = int(reply->changes.size());
    m_column->addWidget(m_list, 1);
}

QWidget* ChangesPanel::makeEntry(const CentreHistoryRow& row)
{
    auto* whole = new QWidget;
    auto* line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    auto* text = new QVBoxLayout;
    text->setSpacing(space::hair);
    const QString said = centretexts::change(row.section, row.key, row.before, row.after, m_gateway.centre());
    auto* title = new QLabel(row.undoes ? tr("Taken back – %1").arg(said) : said);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    setType(title, Type::Body, true);
    auto* who = new QLabel(tr("%1 · %2 · %3", "section, who, when")
                               .arg(centretexts::section(row.section), row.actorName.isEmpty() ? tr("the program") : row.actorName,
                                    momentText(row.at, m_gateway.centre().offsetMinutes)));
    who->setTextFormat(Qt::PlainText);
    who->setWordWrap(true);
    setType(who, Type::Caption);
    setTone(who, Tone::Muted);
    text->addWidget(title);
    text->addWidget(who);
    line->addLayout(text, 1);
    if (!row.problem.isEmpty()) {
        line->addWidget(new Badge(Icons::Warning, tr("No effect"), Tone::Warning), 0, Qt::AlignTop);
        title->setToolTip(errorText(Error{ErrorKind::Invalid, row.problem, {}, {}}, m_gateway.centre()));
        auto* why = new QLabel(title->toolTip());
        why->setWordWrap(true);
        text->addWidget(why);
    } else if (row.undone) {
        line->addWidget(new Badge(Icons::Undo, tr("Was taken back"), Tone::Muted), 0, Qt::AlignTop);
    } else if (row.canUndo) {
        auto* button = new Button(Icons::Undo, tr("Take back"), Variant::Quiet);
        button->setAccessibleName(tr("Take back: %1").arg(said));
        connect(button, &QPushButton::clicked, this, [this, row] { undo(row); });
        line->addWidget(button, 0, Qt::AlignTop);
    }
    return whole;
}

void ChangesPanel::undo(const CentreHistoryRow& row)
{
    whenReady(m_gateway.send(m_session, CentreUndo{row.stream, row.sequence}), this, [this](const Result<CentreChangeReply>& reply) {
        m_message->setVisible(!reply.has_value());
        if (!reply)
            m_message->setMessage(Tone::Danger, errorText(reply.error(), m_gateway.centre()));
    });
}

} // namespace onedoor

#include "moc_changes_panel.cpp"
