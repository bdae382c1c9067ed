// SPDX-License-Identifier: GPL-3.0-or-later
// The former visits of the person in the form, newest first, each with a button that takes its matter over: most people who come
// again come about the same thing. Owned by the visit form; UI thread.
#pragma once

#include "core/domain/centre/centre_definition.h"
#include "core/services/api/reception.h"
#include "ui/widgets/card.h"

class QScrollArea;

namespace onedoor {

class PastVisitsPanel final : public Card {
    Q_OBJECT
public:
    explicit PastVisitsPanel(const CentreDefinition& centre, QWidget* parent = nullptr);
    void setVisits(const std::vector<VisitSummary>& visits);

Q_SIGNALS:
    void sameMatter(const onedoor::VisitSummary& visit);

private:
    QWidget* makeItem(const VisitSummary& visit, bool newest);

    const CentreDefinition& m_centre;
    SectionHeading* m_heading;
    QWidget* m_list = nullptr;
    QScrollArea* m_area;
};

} // namespace onedoor
