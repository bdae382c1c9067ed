// SPDX-License-Identifier: GPL-3.0-or-later
// Who is here today, shown before anybody has searched: state as icon and word, number, name, service, place, wait. What somebody
// came for is not in the list: that is for the details. Asks again when tickets changed; late answers are dropped. UI thread.
#pragma once

#include "core/services/api/reception.h"
#include "core/services/gateway.h"
#include "ui/models/today_model.h"
#include "ui/widgets/card.h"

#include <QTimer>

namespace onedoor {

class DataTable;
class SegmentedControl;

class TodayPanel final : public Card {
    Q_OBJECT
public:
    TodayPanel(Gateway& gateway, const Session& session, const Clock& clock, QWidget* parent = nullptr);

    TodayModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    void refresh();
    void select(TicketId ticket);
    void chooseNone();

Q_SIGNALS:
    void ticketChosen(const onedoor::TicketRow& ticket);
    /// The cursor stands on its row now.
    void ticketLit(const onedoor::TicketRow& ticket);
    void refreshed();
    void failed(const onedoor::Error& error);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void onSelection();
    void show(const Result<TicketList>& answer);
    void describe();

    Gateway& m_gateway;
    const Session& m_session;
    TodayModel* m_model;
    SectionHeading* m_heading;
    SegmentedControl* m_filter;
    DataTable* m_table;
    QTimer m_soon;
    QTimer m_minute;
    QTimer m_fresh;
    std::uint64_t m_question = 0;
    TicketId m_wanted;
    bool m_chosenGoes = false; ///< the row under the cursor is being removed
};

} // namespace onedoor
