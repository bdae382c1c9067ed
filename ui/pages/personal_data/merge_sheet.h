// SPDX-License-Identifier: GPL-3.0-or-later
// Both records side by side before they become one: what differs, which one stays to be seen, what goes together, and why it is done.
// Nothing is lost by it and it can be taken back, which the sheet says; so it asks once. Waits for its outcome, tells a refusal, and is gone
// once it is closed. Child of the page; UI thread.
#pragma once

#include "core/services/api/person_merging.h"
#include "core/services/api/reception.h"
#include "core/services/gateway.h"
#include "ui/widgets/sheet.h"

class QLabel;

namespace onedoor {

class Banner;
class Button;
class FormField;
class SegmentedControl;
class TextField;

class MergeSheet final : public Sheet {
    Q_OBJECT
public:
    /// `one`: who was looked up, kept unless the other one is chosen.
    MergeSheet(QWidget* page, Gateway& gateway, const Session& session, const PersonDetails& one, const PersonDetails& other);

Q_SIGNALS:
    /// The sheet is closed already.
    void merged(const onedoor::PersonMergeReply& reply);

private:
    QWidget* makeComparison() const;
    QWidget* makeContent();
    const PersonDetails& kept() const;
    const PersonDetails& folded() const;
    void sayWhatGoesTogether();
    void carryOut();
    void onAnswer(const Result<PersonMergeReply>& reply);

    Gateway& m_gateway;
    const Session& m_session;
    PersonDetails m_one;
    PersonDetails m_other;
    Banner* m_message;
    SegmentedControl* m_keep;
    QLabel* m_together;
    TextField* m_reason;
    FormField* m_reasonField;
    Button* m_act;
    bool m_busy = false;
};

} // namespace onedoor
