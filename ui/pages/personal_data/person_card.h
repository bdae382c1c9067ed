// SPDX-License-Identifier: GPL-3.0-or-later
// The chosen person: name, whether the data can be erased and what stands against it, and what is kept in short. Owned by its parent;
// UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;

namespace onedoor {

struct KeptPerson;

class PersonCard final : public QWidget {
    Q_OBJECT
public:
    explicit PersonCard(const CentreDefinition& centre, QWidget* parent = nullptr);
    void showNobody();
    void show(const KeptPerson& person);

private:
    struct Fact {
        QString label;
        QString text;
    };
    void sayVerdict(const KeptPerson& person);
    QList<Fact> factsOf(const KeptPerson& person) const;
    void setFacts(const QList<Fact>& facts);

    const CentreDefinition& m_centre;
    QLabel* m_name;
    Banner* m_verdict;
    QWidget* m_facts = nullptr;
    EmptyState* m_empty;
};

} // namespace onedoor
