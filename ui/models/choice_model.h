// SPDX-License-Identifier: GPL-3.0-or-later
// A fixed list of choices that is searched while somebody types: by the name, its pinyin and initials and by keywords: from the
// beginning first, then from the beginning of a word inside, then anywhere. Also the makers of the two lists of the visit form, services and regions. Owned by its
// field; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/models/region_list.h"

#include <QAbstractListModel>
#include <vector>

namespace onedoor {

struct Choice {
    QString key;
    QString text;
    QString detail;
    QStringList searched; ///< further words that lead here
    QStringList names;    ///< the text in other languages
};

/// The services in the language of the program; unit and keywords lead to them too.
std::vector<Choice> serviceChoices(const CentreDefinition& centre);
std::vector<Choice> regionChoices(const std::vector<Region>& regions);

class ChoiceModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, KeyRole };

    explicit ChoiceModel(std::vector<Choice> choices, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    /// Others from now on; shows all of them.
    void setChoices(std::vector<Choice> choices);
    /// Shows what matches; everything for an empty text.
    void search(const QString& text);
    /// nullptr for an unknown key; lives as long as the model.
    const Choice* find(const QString& key) const;
    /// The first row's choice, nullptr when nothing matches.
    const Choice* best() const;

private:
    struct Entry {
        Choice choice;
        QString folded;
        QStringList words;        ///< folded: further words and names
        QStringList namePinyins;  ///< full and initials
        QStringList nameInitials;
        QStringList wordPinyins;  ///< full and initials
    };
    static Entry prepare(Choice choice);
    static int rank(const Entry& entry, const QString& folded, const QString& pinyin);

    std::vector<Entry> m_entries;
    std::vector<std::size_t> m_shown;
};

} // namespace onedoor
