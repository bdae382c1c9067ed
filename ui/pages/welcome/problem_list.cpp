// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/problem_list.h"

#include "core/domain/centre/centre_definition.h"
#include "core/services/error_text.h"

#include <QStandardItemModel>

namespace onedoor {

namespace {

constexpr int columnCount = 3;

} // namespace

ProblemList::ProblemList(QWidget* parent) : DataTable(parent), m_model(new QStandardItemModel(0, columnCount, this))
{
    m_model->setHorizontalHeaderLabels({tr("Line"), tr("Field"), tr("What is wrong")});
    setModel(m_model);
    setNumberColumns({0});
    setStretchColumn(2);
    setAccessibleName(tr("Faults of the file"));
}

void ProblemList::setProblems(const TemplateProblems& problems)
{
    m_model->removeRows(0, m_model->rowCount());
    for (const TemplateProblem& problem : problems) {
        const Error error{ErrorKind::Invalid, problem.code, problem.field, problem.facts};
        auto* sentence = new QStandardItem(errorText(error, CentreDefinition{}));
        sentence->setToolTip(sentence->text());
        m_model->appendRow({new QStandardItem(problem.line > 0 ? QString::number(problem.line) : QString()),
                            new QStandardItem(problem.field), sentence});
    }
}

} // namespace onedoor

#include "moc_problem_list.cpp"
