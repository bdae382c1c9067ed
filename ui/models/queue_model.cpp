// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queue_model.h"

#include "core/services/queue_text.h"
#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/row_changes.h"
#include "ui/models/wait_words.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

/// How long a row is marked as news: long enough to look up from a talk.
constexpr int newsSeconds = 20;

} // namespace

struct QueueModel::Signals {
    QueueModel& model;

    void beginInsert(int row) { model.beginInsertRows({}, row, row); }
    void endInsert() { model.endInsertRows(); }
    void beginRemove(int row) { model.beginRemoveRows({}, row, row); }
    void endRemove() { model.endRemoveRows(); }
    void beginMove(int from, int to) { model.beginMoveRows({}, from, from, {}, to); }
    void endMove() { model.endMoveRows(); }
    void changed(int row) { Q_EMIT model.dataChanged(model.index(row, 0), model.index(row, ColumnCount - 1)); }
};

QueueModel::QueueModel(Kind kind, const CentreDefinition& centre, QObject* parent)
    : QAbstractTableModel(parent), m_kind(kind), m_centre(centre)
{
}

void QueueModel::setRows(std::vector<TicketRow> rows, Instant now)
{
    QSet<TicketId> before;
    for (const TicketRow& row : m_rows)
        before.insert(row.ticket);
    const QSet<TicketId> marked = m_new;
    if (now.secondsSince(m_newSince) >= newsSeconds)
        m_new.clear();
    // What is there when a console opens is not news.
    if (m_filled) {
        for (const TicketRow& row : rows) {
            if (before.contains(row.ticket))
                continue;
            m_newSince = now;
            m_new.insert(row.ticket);
        }
    }
    m_filled = true;
    setNow(now);
    applyRowChanges(
        m_rows, std::move(rows), Signals{*this}, [](const TicketRow& row) { return row.ticket; },
        [&](const TicketRow& one, const TicketRow& other) {
            if (marked.contains(one.ticket) != m_new.contains(one.ticket))
                return false;
            for (int column = 0; column < ColumnCount; ++column) {
                if (text(one, column) != text(other, column))
                    return false;
            }
            return true;
        });
}

void QueueModel::clear()
{
    setRows({}, m_now);
    m_new.clear();
    m_filled = false;
}

void QueueModel::setEstimates(const EstimateList& estimates)
{
    QHash<TicketId, Instant> callAt;
    for (const WaitEstimate& estimate : estimates.estimates) {
        if (estimate.callAt)
            callAt.insert(estimate.ticket, estimate.callAt);
    }
    if (callAt == std::exchange(m_callAt, callAt) || m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, Reason), index(int(m_rows.size()) - 1, Reason));
}

void QueueModel::setNow(Instant now)
{
    if (!m_new.isEmpty() && now.secondsSince(m_newSince) >= newsSeconds) {
        m_new.clear();
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1), {NewRole});
    }
    const bool minuteIsOver = now.milliseconds / 60000 != m_now.milliseconds / 60000;
    m_now = now;
    if (minuteIsOver && !m_rows.empty())
        Q_EMIT dataChanged(index(0, Reason), index(int(m_rows.size()) - 1, Minutes));
}

const TicketRow* QueueModel::rowAt(int row) const
{
    return row >= 0 && row < int(m_rows.size()) ? &m_rows[std::size_t(row)] : nullptr;
}

const TicketRow* QueueModel::find(TicketId ticket) const
{
    for (const TicketRow& row : m_rows) {
        if (row.ticket == ticket)
            return &row;
    }
    return nullptr;
}

int QueueModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant QueueModel::data(const QModelIndex& index, int role) const
{
    const TicketRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(*row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Minutes ? tr("%n minute(s)", nullptr, int(minutes(*row))) : text(*row, index.column());
    case TicketRole:
        return row->ticket.toString();
    case NumberRole:
        return row->number;
    case NewRole:
        return m_new.contains(row->ticket);
    case LevelRole:
        return int(words::levelOfWait(m_centre.queue, 60 * minutes(*row)));
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number: return tr("Number");
    case Visitor: return tr("Visitor");
    case Service: return m_kind == Kind::Done ? tr("Outcome") : tr("Service");
    case Reason:
        switch (m_kind) {
        case Kind::Waiting: return tr("Why here");
        case Kind::Held: return tr("On hold because");
        case Kind::Missed: return tr("Missed");
        case Kind::Done: return tr("Finished");
        }
        return {};
    case Minutes: return m_kind == Kind::Done ? tr("Served (min)") : m_kind == Kind::Waiting ? tr("Waiting (min)") : tr("Since (min)");
    default: return {};
    }
}

QString QueueModel::text(const TicketRow& row, int column) const
{
    switch (column) {
    case Number: return row.number;
    case Visitor: return visitor(row);
    case Service:
        return m_kind == Kind::Done ? localName(m_centre.findOutcome(row.outcome), row.outcome)
                                    : localName(m_centre.findService(row.service), row.service);
    case Reason: return reason(row);
    case Minutes: return QString::number(minutes(row));
    default: return {};
    }
}

QString QueueModel::visitor(const TicketRow& row) const
{
    return row.headcount > 1 ? tr("%1 (%n people)", nullptr, int(row.headcount)).arg(words::visitor(row)) : words::visitor(row);
}

QString QueueModel::reason(const TicketRow& row) const
{
    switch (m_kind) {
    case Kind::Waiting:
        return whyHere(row, m_centre) + expectedCall(row) + wayOn(row);
    case Kind::Held:
    case Kind::Missed:
        return countdown(row) + whyHere(row, m_centre); // first what is looked for at a glance, and what a narrow column keeps
    case Kind::Done:
        return timeOf(row.endedAt);
    }
    return {};
}

QString QueueModel::wayOn(const TicketRow& row) const
{
    const QString next = words::nextStop(row, m_centre);
    return next.isEmpty() ? QString() : QString(u" · "_s + tr("then %1").arg(next));
}

QString QueueModel::expectedCall(const TicketRow& row) const
{
    const Instant callAt = m_callAt.value(row.ticket);
    return callAt ? QString(u" · "_s + tr("due %1").arg(timeOf(callAt))) : QString();
}

/// How long until the visitor is expected back, or is offered again; how much late they are.
QString QueueModel::countdown(const TicketRow& row) const
{
    const Instant expected = row.returnsAt ? row.returnsAt : row.expectedAt;
    if (!expected)
        return {};
    constexpr qint64 minute = 60;
    const qint64 left = expected.secondsSince(m_now);
    const int minutes = int((std::abs(left) + minute - 1) / minute);
    if (left > 0)
        return tr("in %n min", nullptr, minutes) + u" · "_s;
    return row.returnsAt || minutes == 0 ? QString() : QString(tr("%n min late", nullptr, minutes) + u" · "_s);
}

qint64 QueueModel::minutes(const TicketRow& row) const
{
    const auto since = [this](Instant from) { return from ? std::max<qint64>(0, m_now.secondsSince(from) / 60) : 0; };
    switch (m_kind) {
    case Kind::Waiting: return row.waitedBy(m_now) / 60;
    case Kind::Held: return since(row.heldAt);
    case Kind::Missed: return since(row.endedAt);
    case Kind::Done: return (row.servedSeconds + 59) / 60;
    }
    return 0;
}

QString QueueModel::timeOf(Instant instant) const
{
    return timeText(instant, m_centre.offsetMinutes);
}

void QueueModel::reword()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

} // namespace onedoor

#include "moc_queue_model.cpp"
