// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/history/history_panel.h"

#include "core/services/error_text.h"
#include "ui/models/when_ready.h"
#include "ui/pages/history/history_words.h"
#include "ui/widgets/card.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int timeWidth = 52;
constexpr int shortHash = 8;
constexpr int secondsPerMinute = 60;

QDateTime localTime(Instant at, const CentreDefinition& centre)
{
    return QDateTime::fromMSecsSinceEpoch(at.milliseconds, Qt::OffsetFromUTC, centre.offsetMinutes * secondsPerMinute);
}

QLabel* caption(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setType(label, Type::Caption);
    setTone(label, Tone::Muted);
    return label;
}

} // namespace

HistoryPanel::HistoryPanel(Gateway& gateway, const Session& session, QWidget* parent)
    : QWidget(parent), m_gateway(gateway), m_session(session), m_column(new QVBoxLayout(this)),
      m_empty(new EmptyState(Icons::History, tr("Reading the record…")))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->addWidget(m_empty, 1);
    connect(&m_gateway, &Gateway::changed, this, [this](const ChangeSet& changes) {
        if (changes.tickets || changes.persons || changes.centre)
            refresh();
    });
}

void HistoryPanel::showVisit(const VisitId& visit)
{
    m_title = tr("History of the visit");
    m_ask = [this, visit] { return m_gateway.ask(m_session, VisitHistory{visit}); };
    refresh();
}

void HistoryPanel::showTicket(const QString& ticket)
{
    m_title = tr("History of the ticket");
    m_ask = [this, ticket] { return m_gateway.ask(m_session, TicketHistory{ticket}); };
    refresh();
}

void HistoryPanel::refresh()
{
    if (m_ask)
        whenReady(m_ask(), this, [this](const Result<HistoryReply>& reply) { onReply(reply); });
}

void HistoryPanel::onReply(const Result<HistoryReply>& reply)
{
    delete m_list;
    m_empty->setVisible(!reply.has_value());
    if (!reply) {
        m_empty->setContent(Icons::Warning, tr("The history can't be shown"), errorText(reply.error(), m_gateway.centre()));
        return;
    }
    m_list = makeList(reply->entries);
    m_count = static_cast<int>(reply->entries.size());
    m_column->addWidget(m_list, 1);
}

QWidget* HistoryPanel::makeList(const std::vector<HistoryRow>& entries)
{
    auto* list = new QWidget;
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::large);
    QDate day;
    for (const HistoryRow& row : entries) {
        const QDate date = localTime(row.at, m_gateway.centre()).date();
        if (date != day)
            column->addWidget(makeDay(date));
        day = date;
        column->addWidget(makeEntry(row, entries));
    }
    column->addStretch(1);
    return list;
}

QWidget* HistoryPanel::makeDay(const QDate& day)
{
    return new SectionHeading(QLocale().toString(day, QLocale::LongFormat));
}

QWidget* HistoryPanel::makeEntry(const HistoryRow& row, const std::vector<HistoryRow>& entries)
{
    HistoryWords words = historyWords(row, m_gateway.centre());
    if (row.type == u"conflict.resolved")
        words.facts = decisionText(row, entries, m_gateway.centre().offsetMinutes);
    auto* whole = new QWidget;
    auto* line = new QHBoxLayout(whole);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::medium);
    auto* time = new QLabel(localTime(row.at, m_gateway.centre()).toString(u"HH:mm:ss"_s));
    time->setMinimumWidth(scaled(timeWidth));
    setTone(time, Tone::Muted);
    auto* title = new QLabel(words.title);
    title->setTextFormat(Qt::PlainText);
    setType(title, Type::Body, true);
    auto* text = new QVBoxLayout;
    text->setSpacing(space::hair);
    text->addWidget(title);
    if (!words.facts.isEmpty()) {
        auto* facts = new QLabel(words.facts);
        facts->setTextFormat(Qt::PlainText);
        facts->setWordWrap(true);
        text->addWidget(facts);
    }
    const QString actor = row.actorName.isEmpty() ? tr("the program") : row.actorName;
    text->addWidget(caption(tr("%1 · entry %2 · fingerprint %3").arg(actor).arg(row.sequence).arg(row.hash.left(shortHash))));
    line->addWidget(time, 0, Qt::AlignTop);
    line->addWidget(new IconLabel(words.icon, 20, words.tone), 0, Qt::AlignTop);
    line->addLayout(text, 1);
    return whole;
}

} // namespace onedoor

#include "moc_history_panel.cpp"
