// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/centre/template_problem.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {
constexpr qsizetype problemsMaximum = 500;
}

QString TemplateProblem::where() const
{
    QString text = file;
    if (line > 0)
        text += u':' + QString::number(line);
    if (!field.isEmpty())
        text += u' ' + field;
    return text;
}

void ProblemSink::report(int line, const QString& field, const QString& code, const QVariantMap& facts)
{
    m_fields.insert(field);
    if (m_problems.size() >= problemsMaximum)
        ++m_beyondLimit;
    else
        m_problems.append({m_file, line, field, code, facts});
}

TemplateProblems ProblemSink::take()
{
    std::stable_sort(m_problems.begin(), m_problems.end(),
                     [](const TemplateProblem& a, const TemplateProblem& b) { return a.line < b.line; });
    if (m_beyondLimit > 0)
        m_problems.append({m_file, 0, {}, u"template.moreProblems"_s, {{u"count"_s, m_beyondLimit}}});
    return std::exchange(m_problems, {});
}

} // namespace onedoor
