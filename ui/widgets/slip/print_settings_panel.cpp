// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/print_settings_panel.h"

#include "core/services/error_text.h"
#include "ui/models/local_name.h"
#include "ui/models/when_ready.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/slip/slip_preview.h"
#include "ui/widgets/slip/ticket_printer.h"
#include "ui/widgets/text_field.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFuture>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <algorithm>

namespace onedoor {

namespace {

// Of entries that are no layout that comes with the program; no key has a slash.
const QString ownLayout = QStringLiteral("/own");
const QString fileLayout = QStringLiteral("/file");

} // namespace

PrintSettingsPanel::PrintSettingsPanel(TicketPrinter& printer, SlipContent sample, QWidget* parent)
    : QWidget(parent), m_printer(printer), m_sample(std::move(sample))
{
    auto* row = new QHBoxLayout(this);
    row->setSpacing(space::page);
    row->addWidget(makeForm(), 1);
    m_preview = new SlipPreview;
    row->addWidget(m_preview, 1);
    showTarget();
    setPrinterNames({});
    connect(m_target, &SegmentedControl::currentChanged, this, &PrintSettingsPanel::takeOver);
    connect(m_paper, &SegmentedControl::currentChanged, this, &PrintSettingsPanel::takeOver);
    connect(m_printers, &QComboBox::activated, this, &PrintSettingsPanel::takeOver);
    connect(m_layout, &QComboBox::activated, this, &PrintSettingsPanel::onLayout);
    connect(m_folder, &QLineEdit::editingFinished, this, &PrintSettingsPanel::takeOver);
    connect(m_test, &Button::clicked, this, &PrintSettingsPanel::testPrint);
    connect(&m_printer, &TicketPrinter::finished, this, &PrintSettingsPanel::showOutcome);
    whenReady(m_printer.printerNames(), this, [this](const QStringList& names) { setPrinterNames(names); });
}

QWidget* PrintSettingsPanel::makeForm()
{
    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(space::large);
    m_target = new SegmentedControl(tr("Slips go to"));
    m_target->addSegment(Icons::Print, tr("Printer"), int(PrintTarget::Printer));
    m_target->addSegment(Icons::Document, tr("PDF file"), int(PrintTarget::PdfFile));
    column->addWidget(new FormField(tr("Slips go to"), m_target));
    m_printers = new QComboBox;
    m_printerField = new FormField(tr("Printer"), m_printers);
    column->addWidget(m_printerField);
    m_folderField = new FormField(tr("Folder"), makeFolderRow());
    column->addWidget(m_folderField);
    m_paper = new SegmentedControl(tr("Paper"));
    m_paper->addSegment(tr("80 mm roll"), int(SlipPaper::Roll80));
    m_paper->addSegment(tr("58 mm roll"), int(SlipPaper::Roll58));
    m_paper->addSegment(tr("A6"), int(SlipPaper::A6));
    column->addWidget(new FormField(tr("Paper"), m_paper));
    m_layout = new QComboBox;
    column->addWidget(new FormField(tr("Layout"), m_layout));
    m_test = new Button(Icons::Print, tr("Print a test slip"));
    column->addWidget(m_test, 0, Qt::AlignLeft);
    m_outcome = new Banner(Tone::Info, {});
    m_outcome->hide();
    column->addWidget(m_outcome);
    column->addStretch(1);
    const PrintSettings& settings = m_printer.settings();
    m_target->setCurrentData(int(settings.target == PrintTarget::PdfFile ? PrintTarget::PdfFile : PrintTarget::Printer));
    m_paper->setCurrentData(int(settings.paper));
    m_ownFile = settings.layoutFile;
    if (!m_ownFile.isEmpty()) {
        if (const Result<SlipLayout> own = readSlipLayoutFile(m_ownFile))
            m_own = *own;
    }
    offerLayouts(settings);
    return form;
}

QWidget* PrintSettingsPanel::makeFolderRow()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(space::small);
    m_folder = new TextField;
    m_folder->setAccessibleName(tr("Folder"));
    const QString& known = m_printer.settings().pdfFolder;
    m_folder->setText(QDir::toNativeSeparators(known.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : known));
    auto* browse = new Button(tr("Choose…"));
    connect(browse, &Button::clicked, this, &PrintSettingsPanel::chooseFolder);
    line->setFocusProxy(m_folder);
    row->addWidget(m_folder, 1);
    row->addWidget(browse);
    return line;
}

void PrintSettingsPanel::setPrinterNames(const QStringList& names)
{
    const QString& chosenBefore = m_printers->currentIndex() >= 0 ? m_printers->currentText() : m_printer.settings().printer;
    QStringList shown = names;
    // A printer that is off today stays chosen.
    if (!chosenBefore.isEmpty() && !shown.contains(chosenBefore))
        shown.append(chosenBefore);
    const QSignalBlocker quiet(m_printers);
    m_printers->clear();
    m_printers->addItems(shown);
    m_printers->setCurrentIndex(int(shown.indexOf(chosenBefore)));
    m_printers->setPlaceholderText(shown.isEmpty() ? tr("This computer has no printer") : tr("Choose a printer"));
    m_printers->setEnabled(!shown.isEmpty());
}

PrintSettings PrintSettingsPanel::chosen() const
{
    const bool isOwn = m_layout->currentData() == ownLayout;
    return {PrintTarget(m_target->currentData().toInt()), m_printers->currentText(), QDir::fromNativeSeparators(m_folder->text().trimmed()),
            SlipPaper(m_paper->currentData().toInt()), isOwn ? QString() : m_layout->currentData().toString(), isOwn ? m_ownFile : QString()};
}

void PrintSettingsPanel::showTarget()
{
    const PrintSettings settings = chosen();
    const bool file = settings.target == PrintTarget::PdfFile;
    m_printerField->setVisible(!file);
    m_folderField->setVisible(file);
    m_test->setText(file ? tr("Save a test slip") : tr("Print a test slip"));
    m_preview->setSlip(m_sample, settings.paper, !settings.layoutFile.isEmpty() && m_own ? *m_own : shippedSlipLayout(settings.layout));
}

void PrintSettingsPanel::takeOver()
{
    showTarget();
    m_outcome->hide();
    const PrintSettings settings = chosen();
    if (settings.isComplete())
        m_printer.setSettings(settings);
}

void PrintSettingsPanel::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for slips"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(QDir::toNativeSeparators(folder));
        takeOver();
    });
    dialog->open();
}

/// Those that come with the program, the centre's own if there is one, and the way to one; with the one of `settings` chosen.
void PrintSettingsPanel::offerLayouts(const PrintSettings& settings)
{
    const QSignalBlocker quiet(m_layout);
    m_layout->clear();
    for (const SlipLayout& layout : shippedSlipLayouts())
        m_layout->addItem(localName(layout), layout.key);
    if (!m_ownFile.isEmpty())
        m_layout->addItem(m_own ? localName(*m_own) : QFileInfo(m_ownFile).fileName(), ownLayout);
    m_layout->addItem(tr("From a file…"), fileLayout);
    m_layout->setCurrentIndex(std::max(0, m_layout->findData(settings.layoutFile.isEmpty() ? settings.layout : ownLayout)));
}

void PrintSettingsPanel::onLayout(int index)
{
    if (m_layout->itemData(index) != fileLayout)
        return takeOver();
    offerLayouts(m_printer.settings()); // until there is another one
    chooseLayoutFile();
}

void PrintSettingsPanel::chooseLayoutFile()
{
    auto* dialog = new QFileDialog(this, tr("Layout of slips"), QFileInfo(m_ownFile).path(), tr("Layouts (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PrintSettingsPanel::takeLayoutFile);
    dialog->open();
}

/// What can't be used changes nothing.
void PrintSettingsPanel::takeLayoutFile(const QString& path)
{
    const Result<SlipLayout> layout = readSlipLayoutFile(path);
    if (!layout) {
        m_outcome->setMessage(Tone::Danger, tr("%1 can't be used: %2").arg(QFileInfo(path).fileName(), errorText(layout.error(), CentreDefinition())));
        m_outcome->show();
        return;
    }
    m_own = *layout;
    m_ownFile = QFileInfo(path).absoluteFilePath();
    PrintSettings settings = chosen();
    settings.layoutFile = m_ownFile;
    offerLayouts(settings);
    takeOver();
}

void PrintSettingsPanel::testPrint()
{
    takeOver();
    const auto start = m_printer.printWith(m_sample, chosen());
    m_test->setEnabled(start == TicketPrinter::Start::NotChosen);
    if (start == TicketPrinter::Start::NotChosen) {
        m_outcome->setMessage(Tone::Warning, tr("Choose a printer first."));
        m_outcome->show();
    }
}

void PrintSettingsPanel::showOutcome(const PrintOutcome& outcome)
{
    if (outcome.ticket != m_sample.ticket)
        return;
    m_test->setEnabled(true);
    if (!outcome.isPrinted())
        m_outcome->setMessage(Tone::Danger, printFailureText(outcome.result.error()));
    else if (outcome.result->file.isEmpty())
        m_outcome->setMessage(Tone::Success, tr("The slip was sent to the printer."));
    else
        m_outcome->setMessage(Tone::Success, tr("Saved as %1.").arg(QDir::toNativeSeparators(outcome.result->file)));
    m_outcome->show();
}

} // namespace onedoor

#include "moc_print_settings_panel.cpp"
