// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"centre.unknownSection", "", QT_TRANSLATE_NOOP("ErrorText", "The centre has no section “{section}”. Please check its name.")},
    {"centre.unknownSection", "", QT_TRANSLATE_NOOP("ErrorText", "The centre has no such section. Please check its name.")},
    {"centre.unknownItem", "", QT_TRANSLATE_NOOP("ErrorText", "There is nothing with the key “{key}” any more. Somebody may have removed it.")},
    {"centre.unknownItem", "", QT_TRANSLATE_NOOP("ErrorText", "This entry is not there any more. Somebody may have removed it.")},
    {"centre.notRemovable", "", QT_TRANSLATE_NOOP("ErrorText", "This setting can be changed, but not removed.")},
    {"centre.roleIsFixed", "", QT_TRANSLATE_NOOP("ErrorText", "What a role may do is fixed. Only its names can be changed.")},
    {"centre.offeredAt", "", QT_TRANSLATE_NOOP("ErrorText", "This service is still offered at {places}. Please take it out there first.")},
    {"centre.offeredAt", "", QT_TRANSLATE_NOOP("ErrorText", "This service is still offered somewhere. Please take it out there first.")},
    {"centre.placesBelong", "", QT_TRANSLATE_NOOP("ErrorText", "{places} still belong to it. Please move them first.")},
    {"centre.placesBelong", "", QT_TRANSLATE_NOOP("ErrorText", "Windows or rooms still belong to it. Please move them first.")},
    {"centre.servicesBelong", "", QT_TRANSLATE_NOOP("ErrorText", "The services {services} still use it. Please change them first.")},
    {"centre.servicesBelong", "", QT_TRANSLATE_NOOP("ErrorText", "Services still use it. Please change them first.")},
    {"centre.visitorsDepend", "count=1",
     QT_TRANSLATE_NOOP("ErrorText", "One visitor still waits for it or is being served with it. Please serve or transfer them first.")},
    {"centre.visitorsDepend", "",
     QT_TRANSLATE_NOOP("ErrorText", "{count} visitors still wait for it or are being served with it. Please serve or transfer them first.")},
    {"centre.visitorsDepend", "", QT_TRANSLATE_NOOP("ErrorText", "Visitors still wait for it. Please serve or transfer them first.")},
    {"centre.staffed", "", QT_TRANSLATE_NOOP("ErrorText", "{who} has been sitting at {place} since {since}. Please have them leave the place first.")},
    {"centre.staffed", "", QT_TRANSLATE_NOOP("ErrorText", "Somebody sits there. Please have them leave the place first.")},
    {"centre.onlyPlace", "",
     QT_TRANSLATE_NOOP("ErrorText", "No other place offers “{service}”, and {count} people are waiting for it. Please offer it elsewhere first.")},
    {"centre.onlyPlace", "",
     QT_TRANSLATE_NOOP("ErrorText", "No other place offers this service, and people are waiting for it. Please offer it elsewhere first.")},
    {"centre.keptForPlace", "",
     QT_TRANSLATE_NOOP("ErrorText", "{count} people who came for “{service}” are kept for this place. Please serve or transfer them first.")},
    {"centre.keptForPlace", "",
     QT_TRANSLATE_NOOP("ErrorText", "People who came for this service are kept for this place. Please serve or transfer them first.")},
    {"centre.numbersGiven", "",
     QT_TRANSLATE_NOOP("ErrorText", "Numbers of the series “{series}” were already given out today. Please change this tomorrow, before the first visitor.")},
    {"centre.numbersGiven", "",
     QT_TRANSLATE_NOOP("ErrorText", "Numbers of this series were already given out today. Please change this tomorrow, before the first visitor.")},
    {"centre.lastNumberTooLow", "", QT_TRANSLATE_NOOP("ErrorText", "Number {number} was already given out today. The last number can't lie below it.")},
    {"centre.lastNumberTooLow", "", QT_TRANSLATE_NOOP("ErrorText", "Higher numbers were already given out today. Please choose a higher last number.")},
    {"centre.prefixUsedToday", "",
     QT_TRANSLATE_NOOP("ErrorText", "Numbers that begin with “{prefix}” were already given out today. Please choose another prefix, or wait until tomorrow.")},
    {"centre.prefixUsedToday", "",
     QT_TRANSLATE_NOOP("ErrorText", "Numbers with this prefix were already given out today. Please choose another prefix, or wait until tomorrow.")},
    {"centre.nothingChanged", "", QT_TRANSLATE_NOOP("ErrorText", "It is like this already; nothing was changed.")},
    {"centre.unknownChange", "", QT_TRANSLATE_NOOP("ErrorText", "This change was not found. Please choose one from the list of changes.")},
    {"centre.nothingToUndo", "", QT_TRANSLATE_NOOP("ErrorText", "There is no change of yours to take back.")},
    {"centre.hadNoEffect", "", QT_TRANSLATE_NOOP("ErrorText", "This change had no effect, so there is nothing to take back.")},
    {"centre.changedSince", "", QT_TRANSLATE_NOOP("ErrorText", "{who} changed the same entry again at {at}. Please look at the newer change first.")},
    {"centre.changedSince", "", QT_TRANSLATE_NOOP("ErrorText", "The same entry was changed again since. Please look at the newer change first.")},
    {"service.notOffered", "", QT_TRANSLATE_NOOP("ErrorText", "No window or room offers “{service}” at present. Please choose another service.")},
    {"service.notOffered", "", QT_TRANSLATE_NOOP("ErrorText", "No window or room offers this service at present. Please choose another one.")},
};

} // namespace

std::span<const Sentence> centreSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
