// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the matter section that is about the way through the centre and about the others who came: suggestion, stops, representatives,
// helper, needs.
#include "ui/pages/reception/matter_section.h"

#include "ui/models/route_words.h"
#include "ui/widgets/choice_field.h"
#include "ui/pages/reception/disclosure.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/route_edit.h"
#include "ui/widgets/text_field.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSpinBox>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 12;
constexpr int mostRepresentatives = 5; // 信访工作条例 20

QStringList listOf(const std::vector<QString>& texts)
{
    return QStringList(texts.begin(), texts.end());
}

} // namespace

QWidget* MatterSection::makeSuggestion()
{
    m_suggestionRow = new QWidget;
    auto* row = new QHBoxLayout(m_suggestionRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    m_suggestionText = new QLabel;
    m_suggestionText->setTextFormat(Qt::PlainText);
    m_suggestionText->setWordWrap(true);
    row->addWidget(new IconLabel(Icons::Transfer, 16, Tone::Info));
    row->addWidget(m_suggestionText, 1);
    m_suggestionRow->hide();
    return m_suggestionRow;
}

void MatterSection::offerSuggestions(QAction* taking)
{
    m_taking = taking;
    taking->setEnabled(false);
    auto* button = new ActionButton(taking, Variant::Quiet);
    m_suggestionRow->layout()->addWidget(button);
    setTabOrder(fieldNamed(u"summary"_s)->editor(), button);
}

void MatterSection::showSuggestion(const TriageSuggestion& suggestion)
{
    m_suggestion = suggestion;
    updateSuggestion();
}

void MatterSection::updateSuggestion()
{
    const QStringList stops = listOf(m_suggestion.stops);
    const bool isNews = !stops.isEmpty() && stops != QStringList{m_service->key()} + m_stops->stops();
    if (m_taking != nullptr)
        m_taking->setEnabled(isNews);
    m_suggestionRow->setVisible(isNews);
    if (!isNews)
        return;
    QStringList quoted;
    for (const QString& word : m_suggestion.words)
        quoted.append(tr("“%1”", "a word of the visitor").arg(word));
    m_suggestionText->setText(tr("Suggested: %1 (because of %2)").arg(words::way(stops, m_centre), quoted.join(tr(", ", "between quoted words"))));
}

void MatterSection::takeSuggestion()
{
    if (m_suggestion.stops.empty())
        return;
    const QStringList stops = listOf(m_suggestion.stops);
    m_stops->setStops(stops.mid(1));
    m_stopsButton->setOpen(stops.size() > 1);
    m_service->setKey(stops.first());
}

void MatterSection::buildOthers(QGridLayout* grid)
{
    m_representatives->setPlaceholderText(tr("Names, with commas between them; at most five"));
    add(grid, u"newRepresentatives"_s, tr("Representatives of a group"), m_representatives, 3, 0, columns);
    add(grid, u"helperName"_s, tr("Helper's name"), m_helperName, 4, 0, 5);
    add(grid, u"helperPhone"_s, tr("Helper's telephone"), m_helperPhone, 4, 5, 3);
    add(grid, u"helperRelation"_s, tr("Is the visitor's"), m_helperRelation, 4, 8, 4);
}

QStringList MatterSection::representatives() const
{
    static const QRegularExpression separator(u"[,，、;；\\n]"_s);
    QStringList names;
    for (const QString& name : m_representatives->text().split(separator, Qt::SkipEmptyParts)) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

void MatterSection::checkOthers()
{
    const auto names = representatives().size();
    fieldNamed(u"newRepresentatives"_s)
        ->setError(names > mostRepresentatives ? tr("At most five may represent a group")
                   : names > 0 && names >= m_headcount->value() ? tr("More representatives than people came: please check how many came")
                                                                : QString());
    const bool hasPhoneOnly = m_helperName->text().trimmed().isEmpty() && !m_helperPhone->text().trimmed().isEmpty();
    fieldNamed(u"helperName"_s)->setError(hasPhoneOnly ? tr("Please give the helper's name") : QString());
}

void MatterSection::fillOthers(VisitRegister& command) const
{
    command.escort = m_escort->isChecked();
    command.hearing = m_hearing->isChecked();
    command.wheelchair = m_wheelchair->isChecked();
    for (const QString& key : m_stops->stops())
        command.stops.push_back({key, {}});
    for (const QString& name : representatives()) {
        PersonInput person;
        person.name = name;
        command.newRepresentatives.push_back(person);
    }
    if (!m_helperName->text().trimmed().isEmpty())
        command.helper = HelperInput{m_helperName->text().trimmed(), static_cast<HelperRelation>(m_helperRelation->currentData().toInt()),
                                     m_helperPhone->text().trimmed()};
}

} // namespace onedoor
