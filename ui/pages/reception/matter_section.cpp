// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/matter_section.h"

#include "ui/models/day_text.h"
#include "ui/models/local_name.h"
#include "ui/models/route_words.h"
#include "ui/models/words.h"
#include "ui/widgets/choice_field.h"
#include "ui/pages/reception/disclosure.h"
#include "ui/widgets/card.h"
#include "ui/widgets/route_edit.h"
#include "ui/widgets/text_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 12;
constexpr int summaryLines = 3;
constexpr int mostVisitors = 999;
constexpr int mostSummaryCharacters = 2000;

QWidget* focusable(QWidget* editor)
{
    return editor->focusProxy() ? editor->focusProxy() : editor;
}

} // namespace

MatterSection::MatterSection(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent)
    , m_centre(centre)
    , m_summary(new QPlainTextEdit)
    , m_service(new ChoiceField(serviceChoices(centre), tr("Service")))
    , m_priority(new QComboBox)
    , m_headcount(new QSpinBox)
    , m_urgent(new QCheckBox(tr("Urgent")))
    , m_threat(new QCheckBox(tr("Danger to somebody")))
    , m_confidential(new QCheckBox(tr("Confidential")))
    , m_escort(new QCheckBox(tr("Needs an escort")))
    , m_hearing(new QCheckBox(tr("Hard of hearing")))
    , m_wheelchair(new QCheckBox(tr("Wheelchair")))
    , m_stops(new RouteEdit(centre))
    , m_representatives(makeText(500))
    , m_helperName(makeText(100))
    , m_helperRelation(new QComboBox)
    , m_helperPhone(makeText(40))
    , m_claim(makeText(mostSummaryCharacters))
    , m_respondent(makeText(200))
    , m_problemPlace(makeText(200))
    , m_problemDate(makeText(20))
    , m_pending(new QComboBox)
    , m_materials(makeText(500))
    , m_more(new QWidget)
{
    m_summary->setTabChangesFocus(true);
    m_summary->setPlaceholderText(tr("In the visitor's own words: who, what, where, since when"));
    m_service->setPlaceholderText(tr("Name, pinyin initials or a keyword"));
    for (const Priority& priority : centre.priorities)
        m_priority->addItem(localName(priority), priority.key);
    m_headcount->setRange(1, mostVisitors);
    for (const PendingElsewhere where : {PendingElsewhere::Unasked, PendingElsewhere::No, PendingElsewhere::Court,
                                         PendingElsewhere::Arbitration, PendingElsewhere::AdministrativeReview})
        m_pending->addItem(words::of(where), static_cast<int>(where));
    for (const auto& [relation, word] : EnumWords<HelperRelation>::values)
        m_helperRelation->addItem(words::of(relation), static_cast<int>(relation));
    for (QWidget* box : std::initializer_list<QWidget*>{m_priority, m_headcount, m_pending, m_helperRelation})
        box->setFocusPolicy(Qt::StrongFocus); // a turned wheel must not change what it passes over
    m_problemDate->setPlaceholderText(tr("year-month-day"));
    build();
    connect(m_service, &ChoiceField::confirmed, this, &MatterSection::submitted);
    connect(m_service, &ChoiceField::changed, this, [this] {
        fieldNamed(u"service"_s)->setError({});
        sayHint();
        updateSuggestion();
        Q_EMIT serviceChosen(m_service->key(), m_priority->currentData().toString());
    });
    connect(m_summary, &QPlainTextEdit::textChanged, this, &MatterSection::summaryTyped);
    connect(m_stops, &RouteEdit::changed, this, &MatterSection::updateSuggestion);
    connect(m_stops, &RouteEdit::submitted, this, &MatterSection::submitted);
    connect(m_priority, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT serviceChosen(m_service->key(), m_priority->currentData().toString()); });
}

void MatterSection::showWait(const QString& words)
{
    m_wait = words;
    sayHint();
}

void MatterSection::sayHint()
{
    const Service* service = m_centre.findService(m_service->key());
    QStringList hints;
    if (service && !m_wait.isEmpty())
        hints.append(tr("Wait: %1").arg(m_wait));
    if (service && service->has(ServiceFlag::ByAppointment))
        hints.append(tr("Usually by appointment"));
    fieldNamed(u"service"_s)->setHint(hints.join(u" · "_s));
}

void MatterSection::offerAnew()
{
    m_service->setChoices(serviceChoices(m_centre));
    m_stops->offerAnew();
    const QString chosen = m_priority->currentData().toString();
    m_priority->clear();
    for (const Priority& priority : m_centre.priorities)
        m_priority->addItem(localName(priority), priority.key);
    m_priority->setCurrentIndex(qMax(0, m_priority->findData(chosen)));
}

TextField* MatterSection::makeText(int characters)
{
    auto* field = new TextField;
    field->setMaxLength(characters);
    connect(field, &TextField::submitted, this, &MatterSection::submitted);
    return field;
}

FormField* MatterSection::add(QGridLayout* grid, const QString& name, const QString& label, QWidget* editor, int row, int column,
                              int span)
{
    auto* field = new FormField(label, editor);
    field->setObjectName(name);
    grid->addWidget(field, row, column, 1, span);
    m_fields.append(field);
    return field;
}

void MatterSection::build()
{
    // What takes the whole width stands outside the grid of twelve columns, or it would widen all of them.
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::small);
    auto* summary = new QGridLayout;
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::small);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    m_moreButton = new Disclosure(tr("More about the matter"), m_more);
    m_stopsField = new FormField(tr("Further stops"), m_stops);
    m_stopsField->setObjectName(u"stops"_s);
    m_fields.append(m_stopsField);
    m_stopsButton = new Disclosure(tr("Further stops"), m_stopsField);
    auto* heading = new SectionHeading(tr("Matter"));
    heading->addTrailing(m_stopsButton);
    heading->addTrailing(m_moreButton);
    whole->addWidget(heading);
    whole->addLayout(summary);
    add(summary, u"summary"_s, tr("What is it about"), m_summary, 0, 0, 1)->setRequired(true);
    m_summary->setFixedHeight(m_summary->fontMetrics().lineSpacing() * summaryLines + scaled(20));
    whole->addWidget(makeSuggestion());
    whole->addLayout(grid);
    add(grid, u"service"_s, tr("Service"), m_service, 0, 0, 6)->setRequired(true);
    add(grid, u"priority"_s, tr("Priority"), m_priority, 0, 6, 4);
    add(grid, u"headcount"_s, tr("How many people"), m_headcount, 0, 10, 2);
    whole->addWidget(m_stopsField);
    whole->addWidget(makeFlags());
    buildMore();
    whole->addWidget(m_more);
    chain();
}

/// What the desks must mind, and below it what the visitor needs: in two rows, so that large type has room.
QWidget* MatterSection::makeFlags()
{
    auto* flags = new QWidget;
    auto* grid = new QGridLayout(flags);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::page);
    grid->setVerticalSpacing(space::tight);
    const QList<QCheckBox*> boxes{m_urgent, m_threat, m_confidential, m_escort, m_hearing, m_wheelchair};
    constexpr int inARow = 3;
    for (int at = 0; at < int(boxes.size()); ++at) {
        boxes[at]->setAccessibleName(boxes[at]->text());
        grid->addWidget(boxes[at], at / inARow, at % inARow);
    }
    grid->setColumnStretch(inARow, 1);
    return flags;
}

void MatterSection::buildMore()
{
    auto* grid = new QGridLayout(m_more);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(space::small);
    for (int column = 0; column < columns; ++column)
        grid->setColumnStretch(column, 1);
    add(grid, u"claim"_s, tr("What the visitor asks for"), m_claim, 0, 0, 7);
    add(grid, u"respondent"_s, tr("Person or unit complained of"), m_respondent, 0, 7, 5);
    add(grid, u"problemPlace"_s, tr("Where it happened"), m_problemPlace, 1, 0, 5);
    add(grid, u"problemDate"_s, tr("When it happened"), m_problemDate, 1, 5, 3);
    add(grid, u"pendingElsewhere"_s, tr("Already before another body"), m_pending, 1, 8, 4);
    add(grid, u"materials"_s, tr("Papers received"), m_materials, 2, 0, columns);
    buildOthers(grid);
}

void MatterSection::chain()
{
    const QList<QWidget*> order{m_stopsButton, m_moreButton, m_summary, m_service, m_priority, m_headcount, m_stops, m_urgent, m_threat,
                                m_confidential, m_escort, m_hearing, m_wheelchair, m_claim, m_respondent, m_problemPlace, m_problemDate,
                                m_pending, m_materials, m_representatives, m_helperName, m_helperPhone, m_helperRelation};
    for (qsizetype at = 1; at < order.size(); ++at)
        setTabOrder(focusable(order[at - 1]), focusable(order[at]));
}

void MatterSection::setEntry(const MatterEntry& entry)
{
    m_summary->setPlainText(entry.summary);
    m_summary->moveCursor(QTextCursor::End);
    m_claim->setText(entry.claim);
    m_respondent->setText(entry.respondent);
    m_problemPlace->setText(entry.problemPlace);
    m_problemDate->setText(entry.problemDate);
    m_materials->setText(entry.materials);
    m_pending->setCurrentIndex(qMax(0, m_pending->findData(static_cast<int>(entry.pendingElsewhere))));
    m_service->setKey(entry.service);
    const Priority* ordinary = m_centre.ordinaryPriority();
    const QString priority = entry.priority.isEmpty() && ordinary ? ordinary->key : entry.priority;
    m_priority->setCurrentIndex(qMax(0, m_priority->findData(priority)));
    m_headcount->setValue(entry.headcount);
    m_urgent->setChecked(entry.urgent);
    m_threat->setChecked(entry.threat);
    m_confidential->setChecked(entry.confidential);
    m_escort->setChecked(entry.escort);
    m_hearing->setChecked(entry.hearing);
    m_wheelchair->setChecked(entry.wheelchair);
    m_stops->setStops(entry.stops);
    m_stopsButton->setOpen(!entry.stops.isEmpty());
    m_representatives->setText(entry.representatives);
    m_helperName->setText(entry.helperName);
    m_helperRelation->setCurrentIndex(qMax(0, m_helperRelation->findData(static_cast<int>(entry.helperRelation))));
    m_helperPhone->setText(entry.helperPhone);
    const QStringList seldom{entry.claim,         entry.respondent,     entry.problemPlace, entry.problemDate,
                             entry.materials,     entry.representatives, entry.helperName,  entry.helperPhone};
    m_moreButton->setOpen(!seldom.join(QString()).isEmpty());
    clearErrors();
}

MatterEntry MatterSection::entry() const
{
    MatterEntry entry;
    entry.summary = m_summary->toPlainText();
    entry.claim = m_claim->text();
    entry.respondent = m_respondent->text();
    entry.problemPlace = m_problemPlace->text();
    entry.problemDate = m_problemDate->text();
    entry.materials = m_materials->text();
    entry.pendingElsewhere = static_cast<PendingElsewhere>(m_pending->currentData().toInt());
    entry.service = m_service->key();
    entry.priority = m_priority->currentData().toString();
    entry.headcount = m_headcount->value();
    entry.urgent = m_urgent->isChecked();
    entry.threat = m_threat->isChecked();
    entry.confidential = m_confidential->isChecked();
    entry.escort = m_escort->isChecked();
    entry.hearing = m_hearing->isChecked();
    entry.wheelchair = m_wheelchair->isChecked();
    entry.stops = m_stops->stops();
    entry.representatives = m_representatives->text();
    entry.helperName = m_helperName->text();
    entry.helperRelation = static_cast<HelperRelation>(m_helperRelation->currentData().toInt());
    entry.helperPhone = m_helperPhone->text();
    return entry;
}

void MatterSection::check()
{
    m_service->settle();
    const auto length = m_summary->toPlainText().size();
    fieldNamed(u"summary"_s)->setError(m_summary->toPlainText().trimmed().isEmpty() ? tr("Please write a sentence about the matter")
                                       : length > mostSummaryCharacters ? tr("Please shorten this to %1 characters").arg(mostSummaryCharacters)
                                                                        : QString());
    fieldNamed(u"service"_s)->setError(!m_service->key().isEmpty() ? QString()
                                       : m_service->text().trimmed().isEmpty()
                                           ? tr("Please choose a service; when in doubt, general guidance")
                                           : tr("This is not in the list: please choose a service"));
    const auto day = readDay(m_problemDate->text());
    const bool wrong = !day || (day->isValid() && *day > m_today);
    fieldNamed(u"problemDate"_s)->setError(wrong ? tr("Please give a day up to today, for example %1").arg(dayText(m_today)) : QString());
    checkOthers();
}

void MatterSection::fill(VisitRegister& command) const
{
    command.summary = m_summary->toPlainText().trimmed();
    command.claim = m_claim->text().trimmed();
    command.respondent = m_respondent->text().trimmed();
    command.problemPlace = m_problemPlace->text().trimmed();
    command.problemDate = readDay(m_problemDate->text()).value_or(QDate());
    command.materials = m_materials->text().trimmed();
    command.pendingElsewhere = static_cast<PendingElsewhere>(m_pending->currentData().toInt());
    command.service = m_service->key();
    command.priority = m_priority->currentData().toString();
    command.headcount = static_cast<std::uint32_t>(m_headcount->value());
    command.urgent = m_urgent->isChecked();
    command.threat = m_threat->isChecked();
    command.confidential = m_confidential->isChecked();
    fillOthers(command);
}

FormField* MatterSection::fieldNamed(const QString& name) const
{
    for (FormField* field : m_fields) {
        if (field->objectName() == name)
            return field;
    }
    return nullptr;
}

void MatterSection::reveal(FormField* field)
{
    if (m_more->isAncestorOf(field))
        m_moreButton->setOpen(true);
    if (field == m_stopsField)
        m_stopsButton->setOpen(true);
}

void MatterSection::clearErrors()
{
    for (FormField* field : std::as_const(m_fields))
        field->setError({});
}

void MatterSection::focusSummary()
{
    m_summary->setFocus(Qt::OtherFocusReason);
}

QWidget* MatterSection::firstWidget() const
{
    return m_stopsButton;
}

} // namespace onedoor

#include "moc_matter_section.cpp"
