// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's page of conflicts: what two people did to one record without knowing of each other, both versions side by side,
// and which of them stands. A decision can be taken back and made anew; nothing is overwritten. Owned by its parent; gateway and
// session outlive it; UI thread.
#pragma once

#include "core/services/api/conflicts.h"
#include "core/services/gateway.h"

#include <QWidget>
#include <array>

class QAction;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace onedoor {

class Banner;
class ConflictModel;
class DataTable;
class EmptyState;
class SectionHeading;
class SegmentedControl;
class VersionBoard;
enum class Icons;

class ConflictsPage final : public QWidget {
    Q_OBJECT
public:
    ConflictsPage(Gateway& gateway, const Session& session, QWidget* parent = nullptr);

Q_SIGNALS:
    /// A ticket's id.
    void ticketHistoryWanted(const QString& ticket);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act);
    QWidget* makeList();
    QWidget* makeDetail();
    QWidget* makeButtons();
    void refresh();
    void onListed(const ConflictListReply& reply);
    void showCurrent();
    void onShown(const ConflictReply& reply);
    void sayState(const ConflictReply& reply);
    void followActions();
    void decide(std::size_t side);
    void takeBack();
    void undo();
    void onJudged(const QString& conflict, const QString& message, const Result<ConflictJudgedReply>& reply);
    void complain(const Error& error);
    bool showsResolved() const;
    const ConflictRow* current() const;

    Gateway& m_gateway;
    const Session& m_session;
    ConflictModel* m_model;
    SectionHeading* m_heading;
    SegmentedControl* m_which;
    DataTable* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Banner* m_message;
    Banner* m_state;
    QLabel* m_title;
    QLabel* m_situation;
    QScrollArea* m_area;
    VersionBoard* m_board;
    std::array<QAction*, 2> m_stands{};
    QAction* m_history = nullptr;
    QAction* m_takeBack = nullptr;
    QAction* m_undo = nullptr;
    ConflictReply m_shown;
    QString m_judged; ///< the conflict that an undo opens again; empty: none
    bool m_busy = false;
    bool m_refreshing = false;
};

} // namespace onedoor
