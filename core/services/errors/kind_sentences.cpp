// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"kind.invalid", "", QT_TRANSLATE_NOOP("ErrorText", "This entry was not accepted. Please check it.")},
    {"kind.notFound", "", QT_TRANSLATE_NOOP("ErrorText", "This record was not found. Please refresh and look again.")},
    {"kind.conflict", "", QT_TRANSLATE_NOOP("ErrorText", "Somebody else was first. Please refresh and look again.")},
    {"kind.forbidden", "", QT_TRANSLATE_NOOP("ErrorText", "Your role may not do this. Please ask the administrator.")},
    {"kind.busy", "", QT_TRANSLATE_NOOP("ErrorText", "This is in use elsewhere. Please try again in a moment.")},
    {"kind.full", "", QT_TRANSLATE_NOOP("ErrorText", "The disk is full. Please make room and try again.")},
    {"kind.io", "",
     QT_TRANSLATE_NOOP("ErrorText", "The disk did not read or write as it should. Please tell the administrator.")},
    {"kind.corrupt", "", QT_TRANSLATE_NOOP("ErrorText", "Stored data is damaged. Please tell the administrator.")},
    {"kind.unsupported", "",
     QT_TRANSLATE_NOOP("ErrorText", "This was written by a newer version of the program. Please update this computer.")},
    {"kind.wrongKey", "", QT_TRANSLATE_NOOP("ErrorText", "The key does not fit. Please check it.")},
    {"kind.internal", "",
     QT_TRANSLATE_NOOP("ErrorText", "The program could not carry this out. Please repeat it; if it fails again, tell the administrator.")},
};

} // namespace

std::span<const Sentence> kindSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
