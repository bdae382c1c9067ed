// SPDX-License-Identifier: GPL-3.0-or-later
// Content of a settings sheet: where slips go, on which paper, how they look, and a test print. A change is taken over as soon as
// it is complete; TicketPrinter::settingsChanged tells who keeps it. Best in a sheet 820 px wide. Owned by its parent; UI thread.
// The printer must outlive the panel.
#pragma once

#include "ui/models/slip_content.h"
#include "ui/widgets/slip/print_settings.h"

#include <QWidget>
#include <optional>

class QComboBox;

namespace onedoor {

class Banner;
class Button;
class FormField;
class SegmentedControl;
class SlipPreview;
class TextField;
class TicketPrinter;
struct PrintOutcome;

class PrintSettingsPanel : public QWidget {
    Q_OBJECT
public:
    /// sample: shown in the preview and printed by the test, e.g. testSlip().
    PrintSettingsPanel(TicketPrinter& printer, SlipContent sample, QWidget* parent = nullptr);
    void setPrinterNames(const QStringList& names);
    PrintSettings chosen() const;

private:
    QWidget* makeForm();
    QWidget* makeFolderRow();
    void showTarget();
    void takeOver();
    void chooseFolder();
    void offerLayouts(const PrintSettings& settings);
    void onLayout(int index);
    void chooseLayoutFile();
    void takeLayoutFile(const QString& path);
    void testPrint();
    void showOutcome(const PrintOutcome& outcome);

    TicketPrinter& m_printer;
    SlipContent m_sample;
    SegmentedControl* m_target = nullptr;
    QComboBox* m_printers = nullptr;
    FormField* m_printerField = nullptr;
    TextField* m_folder = nullptr;
    FormField* m_folderField = nullptr;
    SegmentedControl* m_paper = nullptr;
    QComboBox* m_layout = nullptr;
    std::optional<SlipLayout> m_own; ///< the centre's own layout, if there is one
    QString m_ownFile;
    Button* m_test = nullptr;
    Banner* m_outcome = nullptr;
    SlipPreview* m_preview = nullptr;
};

} // namespace onedoor
