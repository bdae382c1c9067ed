// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"day.reasonRequired", "", QT_TRANSLATE_NOOP("ErrorText", "{number} is closed with a reason, or carried over.")},
    {"day.reasonRequired", "", QT_TRANSLATE_NOOP("ErrorText", "A ticket is closed with a reason, or carried over.")},
    {"day.carryBackwards", "", QT_TRANSLATE_NOOP("ErrorText", "{number} goes on at a later day already.")},
    {"day.carryBackwards", "", QT_TRANSLATE_NOOP("ErrorText", "The ticket goes on at a later day already.")},
    {"day.notClosed", "", QT_TRANSLATE_NOOP("ErrorText", "This day was not closed.")},
    {"day.tooMany", "", QT_TRANSLATE_NOOP("ErrorText", "At most {limit} tickets can be closed at once.")},
    {"day.tooMany", "", QT_TRANSLATE_NOOP("ErrorText", "Too many tickets are open to be closed at once.")},
    {"day.cutOff", "", QT_TRANSLATE_NOOP("ErrorText", "This PC is cut off from the hall host. What earlier days left open is closed there.")},
    {"alarm.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "There is no such alarm.")},
    {"alarm.cleared", "", QT_TRANSLATE_NOOP("ErrorText", "The alarm was cleared by {who} at {at}.")},
    {"alarm.cleared", "", QT_TRANSLATE_NOOP("ErrorText", "The alarm is over already.")},
};

} // namespace

std::span<const Sentence> daySentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
