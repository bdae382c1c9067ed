// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/print_settings.h"

#include <QSettings>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

template <Worded Enum>
Enum valueOf(const QString& word)
{
    return fromWord<Enum>(word.toStdString()).value_or(EnumWords<Enum>::values.front().first);
}

} // namespace

SlipLayout PrintSettings::usedLayout() const
{
    if (layoutFile.isEmpty())
        return shippedSlipLayout(layout);
    return readSlipLayoutFile(layoutFile).value_or(shippedSlipLayout(layout));
}

bool PrintSettings::isComplete() const
{
    return (target == PrintTarget::Printer && !printer.isEmpty()) || (target == PrintTarget::PdfFile && !pdfFolder.isEmpty());
}

void PrintSettings::save(QSettings& settings) const
{
    settings.setValue(u"slip/target"_s, QString::fromLatin1(wordOf(target)));
    settings.setValue(u"slip/printer"_s, printer);
    settings.setValue(u"slip/pdfFolder"_s, pdfFolder);
    settings.setValue(u"slip/paper"_s, QString::fromLatin1(wordOf(paper)));
    settings.setValue(u"slip/layout"_s, layout);
    settings.setValue(u"slip/layoutFile"_s, layoutFile);
}

PrintSettings PrintSettings::read(const QSettings& settings)
{
    return {valueOf<PrintTarget>(settings.value(u"slip/target"_s).toString()), settings.value(u"slip/printer"_s).toString(),
            settings.value(u"slip/pdfFolder"_s).toString(), valueOf<SlipPaper>(settings.value(u"slip/paper"_s).toString()),
            settings.value(u"slip/layout"_s, PrintSettings().layout).toString(), settings.value(u"slip/layoutFile"_s).toString()};
}

} // namespace onedoor
