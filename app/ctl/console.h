// SPDX-License-Identifier: GPL-3.0-or-later
// What onedoorctl says to people: sentences on standard error, so that standard output holds answers only. Main thread.
#pragma once

#include "app/ctl/exit_code.h"
#include "core/base/error.h"
#include "core/domain/centre/centre_definition.h"

#include <QString>
#include <QTranslator>

namespace onedoor::console {

/// Chinese, or English for every other system. The translator outlives all texts.
void speakTheSystemsLanguage(QTranslator& translator);

void say(const QString& sentence);
/// Says the error's sentence and gives the code to leave with.
ExitCode refuse(const Error& error, ExitCode otherwise, const CentreDefinition& centre = {});
/// On standard output; false when it is closed.
bool print(const QString& text);

} // namespace onedoor::console
