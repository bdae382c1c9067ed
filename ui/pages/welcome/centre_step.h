// SPDX-License-Identifier: GPL-3.0-or-later
// Which centre this is: one of the shipped templates or a file of the district's own, with every fault of such a file listed by
// line and field; and the folder where the store goes. Owned by the WelcomePage; UI thread.
#pragma once

#include "core/domain/centre/template_problem.h"
#include "ui/pages/welcome/welcome_step.h"

class QComboBox;
class QLabel;

namespace onedoor {

class Banner;
class FormField;
class ProblemList;
class TextField;

class CentreStep final : public WelcomeStep {
    Q_OBJECT
public:
    CentreStep(StoreDoor& door, WelcomeDraft& draft, QWidget* parent = nullptr);
    QString title() const override;
    QString explanation() const override;
    void enter() override;
    void submit() override;
    /// Reads a centre file; its faults are listed when it has any.
    void readFile(const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void readShipped();
    void choose(int index);
    void showCentre(const CentreDefinition& centre);
    void showProblems(const QString& fileName, const TemplateProblems& problems);
    void askFile();
    QWidget* makeSummary();

    StoreDoor& m_door;
    WelcomeDraft& m_draft;
    QList<CentreDefinition> m_centres;
    QComboBox* m_choice;
    TextField* m_folder;
    FormField* m_choiceField;
    FormField* m_folderField;
    Banner* m_fault;
    ProblemList* m_problems;
    QWidget* m_summary;
    QLabel* m_facts;
};

} // namespace onedoor
