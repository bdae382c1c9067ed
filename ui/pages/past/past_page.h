// SPDX-License-Identifier: GPL-3.0-or-later
// The administrator's look back (回看): the hall as it was at any minute of any day, chosen on a slider with the number of people waiting
// drawn over it, or by typing day and time; "now" follows what happens. Nothing can be changed here and nothing is animated: a moment is
// shown as it was, all at once. Emits a ticket's id when its history is wanted. Owned by its parent; gateway, session and clock outlive it;
// UI thread.
#pragma once

#include "ui/pages/past/past_board.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;

namespace onedoor {

class Banner;
class EmptyState;
class FormField;
class MinuteSlider;
class PastLists;
class TextField;
enum class Icons;

class PastPage final : public QWidget {
    Q_OBJECT
public:
    PastPage(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);
    PastBoard& board() { return m_board; }

Q_SIGNALS:
    /// A ticket's id.
    void ticketHistoryWanted(const QString& ticket);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QAction* makeAction(Icons name, const QString& text, const QKeySequence& keys, std::function<void()> act);
    QWidget* makeChoice();
    QWidget* makeSlider();
    void showDay(QDate day);
    void readDay();
    void readTime();
    void onOutlined();
    void onShown();
    void sayWhen();
    void saySummary();
    void sayEmpty();
    void complain(const Error& error);
    bool isClosed(QDate day) const;

    Gateway& m_gateway;
    PastBoard m_board;
    TextField* m_day;
    TextField* m_time;
    FormField* m_dayField;
    FormField* m_timeField;
    QLabel* m_weekday;
    QLabel* m_summary;
    MinuteSlider* m_slider;
    PastLists* m_lists;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    Banner* m_message;
    QAction* m_earlier = nullptr;
    QAction* m_later = nullptr;
    QAction* m_now = nullptr;
    QAction* m_history = nullptr;
    bool m_typed = false; ///< the time may lie outside the hours of the day
};

} // namespace onedoor
