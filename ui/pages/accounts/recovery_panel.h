// SPDX-License-Identifier: GPL-3.0-or-later
// A new recovery key for the centre: the administrator's secret once more, the key for the paper, two groups back from the paper, and only
// then the old key is replaced. Content of a sheet; forgets the key when it goes. Should it go before anybody has read the outcome, the door
// still has it. Owned by its parent; UI thread.
#pragma once

#include "ui/models/store_door.h"

#include <QWidget>

class QLabel;
class QStackedWidget;

namespace onedoor {

class Banner;
class Button;
class FormField;
class ProgressStrip;
class RecoveryKeyView;
class RecoveryProof;
class SecretField;

class RecoveryPanel final : public QWidget {
    Q_OBJECT
public:
    RecoveryPanel(Gateway& gateway, const Session& session, StoreDoor& door, QWidget* parent = nullptr);
    ~RecoveryPanel() override;

Q_SIGNALS:
    void finished();
    /// While it is, nobody may close the sheet: the answer would reach nobody.
    void busyChanged(bool busy);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Stage { Secret, Key, Proof, Done };
    void show(Stage stage);
    void next();
    void back();
    void propose();
    void onProposed(const Result<ProposedKey>& proposed);
    void confirm();
    void onConfirmed(const Result<void>& confirmed);
    void setBusy(bool busy);

    Gateway& m_gateway;
    const Session& m_session;
    StoreDoor& m_door;
    ProposedKey m_proposed;
    QLabel* m_explanation;
    Banner* m_message;
    QStackedWidget* m_stages;
    SecretField* m_secret;
    FormField* m_secretField;
    RecoveryKeyView* m_view;
    RecoveryProof* m_proof;
    ProgressStrip* m_progress;
    Button* m_back;
    Button* m_next;
    bool m_busy = false;
    bool m_confirming = false;
    bool m_unread = false; ///< the outcome came while nobody could see it
};

} // namespace onedoor
