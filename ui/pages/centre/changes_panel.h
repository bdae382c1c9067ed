// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed in the centre, the newest first, each with a button that takes it back where nobody has changed the same since. Those
// without effect say so. Content of the page's sheet; UI thread.
#pragma once

#include "core/services/api/centre.h"
#include "core/services/gateway.h"

#include <QWidget>

class QVBoxLayout;

namespace onedoor {

class Banner;
class EmptyState;

class ChangesPanel final : public QWidget {
    Q_OBJECT
public:
    ChangesPanel(Gateway& gateway, const Session& session, QWidget* parent = nullptr);
    int count() const { return m_count; }

private:
    void refresh();
    void showChanges(const Result<CentreHistoryReply>& reply);
    QWidget* makeEntry(const CentreHistoryRow& row);
    void undo(const CentreHistoryRow& row);

    Gateway& m_gateway;
    const Session& m_session;
    QVBoxLayout* m_column;
    Banner* m_message;
    EmptyState* m_empty;
    QWidget* m_list = nullptr;
    int m_count = 0;
};

} // namespace onedoor
