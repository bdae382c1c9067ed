// SPDX-License-Identifier: GPL-3.0-or-later
// One item of the centre in a sheet: its form, what leans on it at this moment, and Save. Stays open with all that was typed when the
// centre refuses. Says so when somebody else changes the item meanwhile. Child of the page, gone once it is closed; UI thread.
#pragma once

#include "core/services/api/centre.h"
#include "core/services/gateway.h"
#include "ui/widgets/sheet.h"

class QLabel;

namespace onedoor {

class Banner;
class Button;
class CentreForm;
class CentreItemModel;

class ItemSheet final : public Sheet {
    Q_OBJECT
public:
    /// `key`: empty for a new item, or for a section that is one item.
    ItemSheet(QWidget* page, Gateway& gateway, const Session& session, const CentreItemModel& model, const QString& key);
    void start();
    CentreForm* form() const { return m_form; }

Q_SIGNALS:
    void saved(const QString& key, const onedoor::StreamId& stream, quint64 sequence);

private:
    void save();
    void onSaved(const Result<CentreChangeReply>& reply);
    void readUsage();
    void follow();

    Gateway& m_gateway;
    const Session& m_session;
    const CentreItemModel& m_model;
    QString m_section;
    QString m_key;
    QJsonObject m_shown; ///< the item as the form knows it
    CentreForm* m_form;
    Banner* m_message;
    Banner* m_elsewhere;
    QLabel* m_usage;
    Button* m_save;
    bool m_busy = false;
};

/// What leans on an item that is to be removed, and the removal. It is refused by the centre, not here.
class RemovalSheet final : public Sheet {
    Q_OBJECT
public:
    RemovalSheet(QWidget* page, Gateway& gateway, const Session& session, const CentreRemove& removal, const QString& name, const QStringList& usage);

Q_SIGNALS:
    void removed(const onedoor::StreamId& stream, quint64 sequence);

private:
    void carryOut();

    Gateway& m_gateway;
    const Session& m_session;
    CentreRemove m_removal;
    Banner* m_message;
    Button* m_remove;
};

} // namespace onedoor
