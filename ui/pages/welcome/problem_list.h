// SPDX-License-Identifier: GPL-3.0-or-later
// The faults of a centre file as rows of "line, field, what is wrong", readable and copyable. Owned by its parent; UI thread.
#pragma once

#include "core/domain/centre/template_problem.h"
#include "ui/widgets/data_table.h"

class QStandardItemModel;

namespace onedoor {

class ProblemList final : public DataTable {
    Q_OBJECT
public:
    explicit ProblemList(QWidget* parent = nullptr);
    void setProblems(const TemplateProblems& problems);

private:
    QStandardItemModel* m_model;
};

} // namespace onedoor
