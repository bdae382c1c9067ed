// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/personal_data/merge_sheet.h"

#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/when_ready.h"
#include "ui/models/words.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_field.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace onedoor {

namespace {

constexpr int sheetWidth = 640;

QLabel* cell(const QString& text, bool strong = false)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (strong)
        setType(label, Type::Body, true);
    return label;
}

QString visitsText(const PersonDetails& person)
{
    if (person.visits.empty())
        return MergeSheet::tr("none", "visits");
    return MergeSheet::tr("%n visit(s), the last on %1", nullptr, int(person.visits.size())).arg(dayText(person.visits.front().day));
}

/// What tells two people apart, in the order in which somebody at a desk would ask for it.
QList<std::pair<QString, QString>> factsOf(const PersonDetails& person)
{
    const PersonInput& known = person.known;
    return {{MergeSheet::tr("Name"), known.name},
            {MergeSheet::tr("Document"), known.documentNumber.isEmpty() ? QString() : words::of(known.documentKind)},
            {MergeSheet::tr("Number"), known.documentNumber},
            {MergeSheet::tr("Sex"), known.sex == Sex::Unknown ? QString() : words::of(known.sex)},
            {MergeSheet::tr("Birth"), dayText(known.birth)},
            {MergeSheet::tr("Telephone"), known.phone},
            {MergeSheet::tr("Address"), known.address},
            {MergeSheet::tr("Work unit"), known.workUnit},
            {MergeSheet::tr("Visits"), visitsText(person)}};
}

} // namespace

MergeSheet::MergeSheet(QWidget* page, Gateway& gateway, const Session& session, const PersonDetails& one, const PersonDetails& other)
    : Sheet(page, tr("Same person? Merge the records")), m_gateway(gateway), m_session(session), m_one(one), m_other(other),
      m_message(new Banner(Tone::Danger, {})), m_keep(new SegmentedControl(tr("Which record is kept"))), m_together(new QLabel),
      m_reason(new TextField), m_reasonField(new FormField(tr("&Reason"), m_reason)), m_act(new Button(tr("&Merge"), Variant::Primary))
{
    setPanelWidth(sheetWidth);
    setContent(makeContent());
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    connect(m_keep, &SegmentedControl::currentChanged, this, &MergeSheet::sayWhatGoesTogether);
    connect(m_reason, &QLineEdit::textChanged, m_reasonField, [this] { m_reasonField->setError({}); });
    connect(m_reason, &TextField::submitted, this, [this] { m_act->setFocus(Qt::TabFocusReason); });
    auto* cancel = new Button(tr("&Cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        if (!m_busy)
            closeSheet();
    });
    addButton(cancel);
    connect(m_act, &QPushButton::clicked, this, &MergeSheet::carryOut);
    addButton(m_act);
    sayWhatGoesTogether();
}

QWidget* MergeSheet::makeContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setSpacing(space::large);
    m_message->hide();
    m_keep->addSegment(tr("Keep the left one"), 0);
    m_keep->addSegment(tr("Keep the right one"), 1);
    m_together->setWordWrap(true);
    m_together->setTextFormat(Qt::PlainText);
    m_reasonField->setRequired(true);
    m_reasonField->setHint(tr("Such as: ID card seen, name taken down by ear"));
    column->addWidget(m_message);
    column->addWidget(makeComparison());
    column->addWidget(m_keep, 0, Qt::AlignLeft);
    column->addWidget(m_together);
    column->addWidget(m_reasonField);
    column->addStretch(1);
    return content;
}

QWidget* MergeSheet::makeComparison() const
{
    auto* whole = new QWidget;
    auto* grid = new QGridLayout(whole);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::medium);
    grid->setVerticalSpacing(space::tight);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    const auto one = factsOf(m_one);
    const auto other = factsOf(m_other);
    const QString nothing = tr("–", "nothing is known");
    for (int row = 0; row < int(one.size()); ++row) {
        const auto& [label, left] = one.at(row);
        const QString& right = other.at(row).second;
        if (left.isEmpty() && right.isEmpty())
            continue;
        auto* heading = new QLabel(label);
        setTone(heading, Tone::Muted);
        const bool isLast = row + 1 == int(one.size()); // visits need not agree
        const bool differs = !isLast && !left.isEmpty() && !right.isEmpty() && left != right;
        grid->addWidget(heading, row, 0, Qt::AlignTop);
        grid->addWidget(cell(left.isEmpty() ? nothing : left, differs), row, 1, Qt::AlignTop);
        grid->addWidget(cell(right.isEmpty() ? nothing : right, differs), row, 2, Qt::AlignTop);
        if (differs)
            grid->addWidget(new Badge(Icons::Warning, tr("differs"), Tone::Warning), row, 3, Qt::AlignTop);
    }
    return whole;
}

const PersonDetails& MergeSheet::kept() const
{
    return m_keep->currentIndex() == 1 ? m_other : m_one;
}

const PersonDetails& MergeSheet::folded() const
{
    return m_keep->currentIndex() == 1 ? m_one : m_other;
}

void MergeSheet::sayWhatGoesTogether()
{
    const int visits = int(m_one.visits.size() + m_other.visits.size());
    m_together->setText(tr("“%1” is found as “%2” from now on, also by its own telephone and document number. %n visit(s) of both appear together, and new "
                           "ones go to the kept record. Nothing is overwritten: the merge can be taken back at any time.",
                           nullptr, visits)
                            .arg(folded().known.name, kept().known.name));
}

void MergeSheet::carryOut()
{
    if (m_busy)
        return;
    const QString reason = m_reason->text().trimmed();
    if (reason.isEmpty()) {
        m_reasonField->setError(tr("Enter a reason"));
        m_reason->setFocus();
        return;
    }
    m_busy = true;
    m_act->setEnabled(false);
    setAutoClose(false);
    whenReady(m_gateway.send(m_session, PersonMerge{folded().person, kept().person, reason}), this,
              [this](const Result<PersonMergeReply>& reply) { onAnswer(reply); });
}

void MergeSheet::onAnswer(const Result<PersonMergeReply>& reply)
{
    m_busy = false;
    m_act->setEnabled(true);
    setAutoClose(true);
    if (reply) {
        closeSheet();
        Q_EMIT merged(*reply);
        return;
    }
    m_message->setMessage(Tone::Danger, errorText(reply.error(), m_gateway.centre()));
    m_message->show();
    m_reason->setFocus();
}

} // namespace onedoor

#include "moc_merge_sheet.cpp"
