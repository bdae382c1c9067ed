// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/print_settings.h"

#include <QSettings>
#include <array>
#include <utility>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array targetWords{std::pair{PrintTarget::NotChosen, "none"_L1}, std::pair{PrintTarget::Printer, "printer"_L1},
                                 std::pair{PrintTarget::PdfFile, "pdf"_L1}};
constexpr std::array paperWords{std::pair{SlipPaper::Roll80, "roll80"_L1}, std::pair{SlipPaper::Roll58, "roll58"_L1},
                                std::pair{SlipPaper::A6, "a6"_L1}};

QString wordOf(const auto& words, auto value)
{
    for (const auto& [each, word] : words) {
        if (each == value)
            return word;
    }
    return words.front().second;
}

auto valueOf(const auto& words, const QString& found)
{
    for (const auto& [each, word] : words) {
        if (word == found)
            return each;
    }
    return words.front().first;
}

} // namespace

bool PrintSettings::isComplete() const
{
    return (target == PrintTarget::Printer && !printer.isEmpty()) || (target == PrintTarget::PdfFile && !pdfFolder.isEmpty());
}

void PrintSettings::save(QSettings& settings) const
{
    settings.setValue(u"slip/target"_s, wordOf(targetWords, target));
    settings.setValue(u"slip/printer"_s, printer);
    settings.setValue(u"slip/pdfFolder"_s, pdfFolder);
    settings.setValue(u"slip/paper"_s, wordOf(paperWords, paper));
}

PrintSettings PrintSettings::read(const QSettings& settings)
{
    return {valueOf(targetWords, settings.value(u"slip/target"_s).toString()), settings.value(u"slip/printer"_s).toString(),
            settings.value(u"slip/pdfFolder"_s).toString(), valueOf(paperWords, settings.value(u"slip/paper"_s).toString())};
}

} // namespace onedoor
