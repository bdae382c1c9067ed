// SPDX-License-Identifier: GPL-3.0-or-later
// A field that chooses from a fixed list by typing: part of a name, pinyin initials or a keyword; Down shows everything. Leaving it
// with a text that was not chosen takes the best match, which is then shown. Owned by its parent; UI thread.
#pragma once

#include "ui/models/choice_model.h"
#include "ui/widgets/lookup_field.h"

namespace onedoor {

class ChoiceField final : public LookupField {
    Q_OBJECT
public:
    ChoiceField(std::vector<Choice> choices, const QString& accessibleName, QWidget* parent = nullptr);

    /// Empty while nothing is chosen.
    const QString& key() const { return m_key; }
    void setKey(const QString& key);
    /// Others from now on. What is chosen stays, by its key, under its new name; what is being typed stays too.
    void setChoices(std::vector<Choice> choices);
    /// Turns what was typed into a choice, if anything matches.
    void settle();

Q_SIGNALS:
    void changed();
    /// Enter although the choice was made already: the person is done here.
    void confirmed();

private:
    void onSubmitted();

    ChoiceModel* m_choices;
    QString m_key;
};

} // namespace onedoor
