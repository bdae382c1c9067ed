// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reception/person_section.h"

#include "core/base/phone.h"
#include "core/services/error_text.h"
#include "ui/models/day_text.h"
#include "ui/models/words.h"
#include "ui/widgets/choice_field.h"
#include "ui/pages/reception/disclosure.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text_field.h"

#include <QComboBox>
#include <QGridLayout>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 24;

/// Every column as wide as any other, whatever stands in it.
void shareEvenly(QGridLayout* grid)
{
    for (int column = 0; column < columns; ++column) {
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, 1);
    }
}

template <typename Enum>
void fillWith(QComboBox* box, std::initializer_list<Enum> values)
{
    for (const Enum value : values)
        box->addItem(words::of(value), static_cast<int>(value));
    box->setFocusPolicy(Qt::StrongFocus);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(3);
}

template <typename Enum>
Enum chosenIn(const QComboBox* box)
{
    return static_cast<Enum>(box->currentData().toInt());
}

template <typename Enum>
void choose(QComboBox* box, Enum value)
{
    box->setCurrentIndex(qMax(0, box->findData(static_cast<int>(value))));
}

} // namespace

PersonSection::PersonSection(const CentreDefinition& centre, QWidget* parent)
    : QWidget(parent)
    , m_centre(centre)
    , m_name(makeText(100))
    , m_kind(new QComboBox)
    , m_number(makeText(40))
    , m_phone(makeText(40))
    , m_sex(new QComboBox)
    , m_birth(makeText(20))
    , m_region(new ChoiceField(regionChoices(regionsOf(centre)), tr("Sub-district or community")))
    , m_address(makeText(200))
    , m_ethnicGroup(makeText(40))
    , m_workUnit(makeText(200))
    , m_occupation(makeText(60))
    , m_more(new QWidget)
{
    fillWith(m_kind,
             {DocumentKind::ResidentId, DocumentKind::HongKongMacaoResidencePermit, DocumentKind::TaiwanResidencePermit,
              DocumentKind::ForeignPermanentResident, DocumentKind::Passport, DocumentKind::None});
    fillWith(m_sex, {Sex::Unknown, Sex::Male, Sex::Female});
    m_number->setInputMethodHints(Qt::ImhPreferUppercase | Qt::ImhNoPredictiveText);
    m_birth->setPlaceholderText(tr("year-month-day"));
    m_birth->setInputMethodHints(Qt::ImhPreferNumbers);
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    build();
    connect(m_number, &QLineEdit::editingFinished, this, &PersonSection::checkDocument);
    connect(m_kind, &QComboBox::activated, this, &PersonSection::checkDocument);
    connect(m_phone, &QLineEdit::editingFinished, this, &PersonSection::checkPhone);
    connect(m_birth, &QLineEdit::editingFinished, this, &PersonSection::checkBirth);
    connect(m_region, &ChoiceField::confirmed, this, &PersonSection::submitted);
    for (TextField* field : {m_name, m_number, m_phone, m_birth, m_address})
        connect(field, &QLineEdit::textChanged, this, &PersonSection::edited);
    connect(m_sex, &QComboBox::currentIndexChanged, this, &PersonSection::edited);
}

TextField* PersonSection::makeText(int characters)
{
    auto* field = new TextField;
    field->setMaxLength(characters);
    connect(field, &TextField::submitted, this, &PersonSection::submitted);
    return field;
}

FormField* PersonSection::add(QGridLayout* grid, const QString& name, const QString& label, QWidget* editor, int row, int column,
                              int span)
{
    auto* field = new FormField(label, editor);
    field->setObjectName(name);
    grid->addWidget(field, row, column, 1, span);
    m_fields.append(field);
    return field;
}

void PersonSection::build()
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::small);
    grid->setVerticalSpacing(space::small);
    shareEvenly(grid);
    m_moreButton = new Disclosure(tr("More about the visitor"), m_more);
    auto* heading = new SectionHeading(tr("Visitor"));
    heading->addTrailing(m_moreButton);
    grid->addWidget(heading, 0, 0, 1, columns);
    add(grid, u"name"_s, tr("Name"), m_name, 1, 0, 5)->setRequired(true);
    add(grid, u"documentKind"_s, tr("Document"), m_kind, 1, 5, 6);
    add(grid, u"documentNumber"_s, tr("Document number"), m_number, 1, 11, 7);
    add(grid, u"phone"_s, tr("Telephone"), m_phone, 1, 18, 6);
    add(grid, u"sex"_s, tr("Sex"), m_sex, 2, 0, 5);
    add(grid, u"birth"_s, tr("Date of birth"), m_birth, 2, 5, 6);
    FormField* region = add(grid, u"regionCode"_s, tr("Sub-district or community"), m_region, 2, 11, 7);
    add(grid, u"address"_s, tr("Address"), m_address, 2, 18, 6);
    auto* more = new QGridLayout(m_more);
    buildMore(more);
    grid->addWidget(m_more, 3, 0, 1, columns);
    region->setVisible(!regionsOf(m_centre).empty());
    QWidget* before = m_moreButton;
    for (FormField* field : std::as_const(m_fields)) {
        QWidget* editor = field->editor()->focusProxy() ? field->editor()->focusProxy() : field->editor();
        setTabOrder(before, editor);
        before = editor;
    }
}

void PersonSection::buildMore(QGridLayout* grid)
{
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::small);
    shareEvenly(grid);
    add(grid, u"ethnicGroup"_s, tr("Ethnic group"), m_ethnicGroup, 0, 0, 5);
    add(grid, u"workUnit"_s, tr("Work unit"), m_workUnit, 0, 5, 13);
    add(grid, u"occupation"_s, tr("Occupation"), m_occupation, 0, 18, 6);
}

void PersonSection::setEntry(const PersonEntry& entry)
{
    m_name->setText(entry.name);
    choose(m_kind, entry.documentKind);
    m_number->setText(entry.documentNumber);
    choose(m_sex, entry.sex);
    m_birth->setText(entry.birth);
    m_phone->setText(entry.phone);
    m_region->setKey(entry.regionCode);
    m_address->setText(entry.address);
    m_ethnicGroup->setText(entry.ethnicGroup);
    m_workUnit->setText(entry.workUnit);
    m_occupation->setText(entry.occupation);
    for (TextField* field : {m_name, m_number, m_birth, m_phone, m_address, m_ethnicGroup, m_workUnit, m_occupation})
        field->setCursorPosition(0);
    m_moreButton->setOpen(!QStringList{entry.ethnicGroup, entry.workUnit, entry.occupation}.join(QString()).isEmpty());
    clearErrors();
    if (!entry.documentNumber.isEmpty())
        checkDocument();
}

PersonEntry PersonSection::entry() const
{
    return {m_name->text(), chosenIn<DocumentKind>(m_kind), m_number->text(), chosenIn<Sex>(m_sex), m_birth->text(), m_phone->text(),
            m_address->text(), m_region->key(), m_ethnicGroup->text(), m_workUnit->text(), m_occupation->text()};
}

Result<IdentityDocument> PersonSection::readDocument() const
{
    const QString number = m_number->text().trimmed();
    if (number.isEmpty())
        return IdentityDocument{};
    auto read = parseIdentity(chosenIn<DocumentKind>(m_kind), number, m_today, u"documentNumber"_s);
    if (read)
        return read;
    // The number says what it is better than a list box does: nobody has to choose the kind first.
    const DocumentKind likely = likelyDocumentKind(number);
    if (likely != DocumentKind::None && likely != chosenIn<DocumentKind>(m_kind)) {
        if (auto other = parseIdentity(likely, number, m_today, u"documentNumber"_s))
            return other;
    }
    return read;
}

void PersonSection::checkDocument()
{
    FormField* field = fieldNamed(u"documentNumber"_s);
    const auto document = readDocument();
    field->setError(document ? QString() : errorText(document.error(), m_centre));
    field->setHint({});
    if (document && !document->number.isEmpty())
        showDocumentFacts(*document);
}

void PersonSection::showDocumentFacts(const IdentityDocument& document)
{
    m_number->setText(document.number);
    choose(m_kind, document.kind);
    if (document.sex)
        choose(m_sex, *document.sex);
    if (document.birth) {
        m_birth->setText(dayText(*document.birth));
        fieldNamed(u"birth"_s)->setError({});
        fieldNamed(u"birth"_s)->setHint(tr("Aged %1").arg(ageOn(*document.birth, m_today)));
    }
    if (document.unknownRegion)
        fieldNamed(u"documentNumber"_s)->setHint(tr("No province of today has this code: please look again"));
}

void PersonSection::checkPhone()
{
    FormField* field = fieldNamed(u"phone"_s);
    if (m_phone->text().trimmed().isEmpty())
        return field->setError({});
    const auto phone = parsePhone(m_phone->text(), u"phone"_s);
    field->setError(phone ? QString() : errorText(phone.error(), m_centre));
    if (phone)
        m_phone->setText(phone->number);
}

void PersonSection::checkBirth()
{
    FormField* field = fieldNamed(u"birth"_s);
    const auto day = readDay(m_birth->text());
    const bool wrong = !day || (day->isValid() && *day > m_today);
    field->setError(wrong ? tr("Please give a day in the past, for example 1968-03-02") : QString());
    field->setHint(!wrong && day->isValid() ? tr("Aged %1").arg(ageOn(*day, m_today)) : QString());
    if (!wrong)
        m_birth->setText(dayText(*day));
}

void PersonSection::check()
{
    m_region->settle();
    FormField* name = fieldNamed(u"name"_s);
    name->setError(m_name->text().trimmed().isEmpty() ? tr("Please give a name; for somebody who will not, a form of address will do") : QString());
    checkDocument();
    checkPhone();
    checkBirth();
    fieldNamed(u"regionCode"_s)->setError(m_region->key().isEmpty() && !m_region->text().trimmed().isEmpty()
                                              ? tr("This is not in the list: please choose, or leave it empty")
                                              : QString());
}

PersonInput PersonSection::input() const
{
    PersonInput person;
    person.name = m_name->text().trimmed();
    person.documentNumber = m_number->text().trimmed();
    person.documentKind = person.documentNumber.isEmpty() ? DocumentKind::None : chosenIn<DocumentKind>(m_kind);
    person.sex = chosenIn<Sex>(m_sex);
    person.birth = readDay(m_birth->text()).value_or(QDate());
    person.ethnicGroup = m_ethnicGroup->text().trimmed();
    person.phone = m_phone->text().trimmed();
    person.address = m_address->text().trimmed();
    person.regionCode = m_region->key();
    person.workUnit = m_workUnit->text().trimmed();
    person.occupation = m_occupation->text().trimmed();
    return person;
}

void PersonSection::fillDocument(const QString& number)
{
    m_number->setText(number);
    checkDocument();
}

bool PersonSection::hasDocument() const
{
    return !m_number->text().trimmed().isEmpty();
}

FormField* PersonSection::fieldNamed(const QString& name) const
{
    for (FormField* field : m_fields) {
        if (field->objectName() == name)
            return field;
    }
    return nullptr;
}

void PersonSection::reveal(FormField* field)
{
    if (m_more->isAncestorOf(field))
        m_moreButton->setOpen(true);
}

void PersonSection::clearErrors()
{
    for (FormField* field : std::as_const(m_fields)) {
        field->setError({});
        field->setHint({});
    }
}

void PersonSection::focusFirstEmpty()
{
    for (TextField* field : {m_name, m_number, m_phone}) {
        if (field->text().isEmpty())
            return field->setFocus(Qt::OtherFocusReason);
    }
    m_phone->setFocus(Qt::OtherFocusReason);
}

} // namespace onedoor

#include "moc_person_section.cpp"
