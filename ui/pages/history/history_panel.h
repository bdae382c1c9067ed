// SPDX-License-Identifier: GPL-3.0-or-later
// The whole history of one visit or ticket as the journal proves it: when, who, what, and the number and fingerprint of the entry.
// The shell shows it in a sheet over the page that asked. Follows the record while it is open. Owned by its parent; gateway and
// session outlive it; UI thread.
#pragma once

#include "core/services/api/counter.h"
#include "core/services/gateway.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace onedoor {

class EmptyState;

class HistoryPanel final : public QWidget {
    Q_OBJECT
public:
    HistoryPanel(Gateway& gateway, const Session& session, QWidget* parent = nullptr);
    void showVisit(const VisitId& visit);
    /// A ticket's id or its number of today.
    void showTicket(const QString& ticket);
    QString title() const { return m_title; }
    /// Entries on show.
    int count() const { return m_count; }

private:
    void refresh();
    void onReply(const Result<HistoryReply>& reply);
    QWidget* makeEntry(const HistoryRow& row, const std::vector<HistoryRow>& entries);
    QWidget* makeList(const std::vector<HistoryRow>& entries);
    QWidget* makeDay(const QDate& day);

    Gateway& m_gateway;
    const Session& m_session;
    std::function<QFuture<Result<HistoryReply>>()> m_ask;
    QString m_title;
    QVBoxLayout* m_column;
    QPointer<QWidget> m_list;
    EmptyState* m_empty;
    int m_count = 0;
};

} // namespace onedoor
