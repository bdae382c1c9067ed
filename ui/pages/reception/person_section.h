// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the visitor (来访登记表, upper part). A document number is checked when its field is left: tolerant of blanks, width and
// letter case, it fills in birth and sex where the number states them and names what is wrong where it can't be right. Owned by the
// visit form; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/pages/reception/visit_draft.h"
#include "ui/widgets/form_field.h"

#include <QWidget>

class QComboBox;
class QGridLayout;

namespace onedoor {

class ChoiceField;
class Disclosure;
class TextField;

class PersonSection final : public QWidget {
    Q_OBJECT
public:
    PersonSection(const CentreDefinition& centre, QWidget* parent = nullptr);

    /// The day at the centre; ages and future births are judged by it.
    void setToday(QDate today) { m_today = today; }
    void setEntry(const PersonEntry& entry);
    PersonEntry entry() const;
    /// Marks every field that can't be right; the text stays as it was typed.
    void check();
    /// What goes to the service; meaningful after check() found nothing.
    PersonInput input() const;
    void fillDocument(const QString& number);
    bool hasDocument() const;

    const QList<FormField*>& fields() const { return m_fields; }
    /// By the last part of an error's field: "documentNumber"; nullptr when it is not here.
    FormField* fieldNamed(const QString& name) const;
    void clearErrors();
    /// Opens the part of the section that hides this field.
    void reveal(FormField* field);
    void focusFirstEmpty();

Q_SIGNALS:
    /// Enter in a field of one line.
    void submitted();
    /// Something that tells who it is, by hand or by a card reader.
    void edited();

private:
    FormField* add(QGridLayout* grid, const QString& name, const QString& label, QWidget* editor, int row, int column, int span);
    TextField* makeText(int characters);
    void build();
    void buildMore(QGridLayout* grid);
    void checkDocument();
    void checkPhone();
    void checkBirth();
    void showDocumentFacts(const IdentityDocument& document);
    Result<IdentityDocument> readDocument() const;

    const CentreDefinition& m_centre;
    QDate m_today;
    TextField* m_name;
    QComboBox* m_kind;
    TextField* m_number;
    TextField* m_phone;
    QComboBox* m_sex;
    TextField* m_birth;
    ChoiceField* m_region;
    TextField* m_address;
    TextField* m_ethnicGroup;
    TextField* m_workUnit;
    TextField* m_occupation;
    QWidget* m_more;
    Disclosure* m_moreButton = nullptr;
    QList<FormField*> m_fields;
};

} // namespace onedoor
