// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"kiosk.closed", "", QT_TRANSLATE_NOOP("ErrorText", "Tickets are issued again from {opensAt}.")},
    {"kiosk.closed", "", QT_TRANSLATE_NOOP("ErrorText", "No tickets are issued at this time. Please ask the staff.")},
    {"kiosk.full", "", QT_TRANSLATE_NOOP("ErrorText", "Today's tickets for {service} are given out. Please ask the staff.")},
    {"kiosk.full", "", QT_TRANSLATE_NOOP("ErrorText", "Today's tickets for this service are given out. Please ask the staff.")},
    {"kiosk.documentRequired", "", QT_TRANSLATE_NOOP("ErrorText", "Please give your identity number. Without a document, please ask the staff.")},
    {"kiosk.wait", "", QT_TRANSLATE_NOOP("ErrorText", "Too many numbers were tried. Please wait {seconds} seconds, or take a ticket without a number.")},
    {"kiosk.wait", "", QT_TRANSLATE_NOOP("ErrorText", "Too many numbers were tried. Please wait some minutes, or take a ticket without a number.")},
    {"staffCall.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "There is no such call for staff.")},
    {"staffCall.answered", "", QT_TRANSLATE_NOOP("ErrorText", "{who} is on the way already (since {at}).")},
    {"staffCall.answered", "", QT_TRANSLATE_NOOP("ErrorText", "Somebody is on the way already.")},
    {"staffCall.cleared", "", QT_TRANSLATE_NOOP("ErrorText", "The call was settled by {who} at {at}.")},
    {"staffCall.cleared", "", QT_TRANSLATE_NOOP("ErrorText", "The call is settled already.")},
};

} // namespace

std::span<const Sentence> kioskSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
