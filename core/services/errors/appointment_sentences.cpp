// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"appointment.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "There is no such appointment. Please look at the list again.")},
    {"appointment.length", "", QT_TRANSLATE_NOOP("ErrorText", "An appointment takes at least one minute and at most {limit} minutes.")},
    {"appointment.length", "", QT_TRANSLATE_NOOP("ErrorText", "An appointment takes at least one minute and at most eight hours.")},
    {"appointment.past", "", QT_TRANSLATE_NOOP("ErrorText", "This time is over. Please choose a later one.")},
    {"appointment.tooFarAhead", "", QT_TRANSLATE_NOOP("ErrorText", "Appointments are made up to {last}. Please choose an earlier day.")},
    {"appointment.tooFarAhead", "", QT_TRANSLATE_NOOP("ErrorText", "Appointments are not made so far ahead. Please choose an earlier day.")},
    {"appointment.closed", "", QT_TRANSLATE_NOOP("ErrorText", "The centre is closed then. The next free time is {next}.")},
    {"appointment.closed", "", QT_TRANSLATE_NOOP("ErrorText", "The centre is closed then, and no later time is free.")},
    {"appointment.full", "", QT_TRANSLATE_NOOP("ErrorText", "{place} is taken at this time. The next free time is {next}.")},
    {"appointment.full", "", QT_TRANSLATE_NOOP("ErrorText", "All appointments for {service} at this time are taken. The next free time is {next}.")},
    {"appointment.full", "", QT_TRANSLATE_NOOP("ErrorText", "All appointments at this time are taken, and no later time is free.")},
    {"appointment.personBusy", "", QT_TRANSLATE_NOOP("ErrorText", "This person has another appointment at {at}: {service}.")},
    {"appointment.personBusy", "", QT_TRANSLATE_NOOP("ErrorText", "This person has another appointment at this time.")},
    {"appointment.placeServesNot", "", QT_TRANSLATE_NOOP("ErrorText", "{place} does not offer {service}. Please choose another place, or any place.")},
    {"appointment.placeServesNot", "", QT_TRANSLATE_NOOP("ErrorText", "This place does not offer the service. Please choose another place, or any place.")},
    {"appointment.cancelled", "", QT_TRANSLATE_NOOP("ErrorText", "{who} cancelled this appointment at {at}.")},
    {"appointment.cancelled", "", QT_TRANSLATE_NOOP("ErrorText", "This appointment has been cancelled.")},
    {"appointment.kept", "", QT_TRANSLATE_NOOP("ErrorText", "The visitor came for this appointment already: {who} issued the ticket at {at}.")},
    {"appointment.kept", "", QT_TRANSLATE_NOOP("ErrorText", "The visitor came for this appointment already and has a ticket.")},
    {"appointment.notCancelled", "", QT_TRANSLATE_NOOP("ErrorText", "This appointment is not cancelled: there is nothing to take back.")},
    {"appointment.otherDay", "", QT_TRANSLATE_NOOP("ErrorText", "The appointment is for another day ({day}). Please register the visit without it, or move it.")},
    {"appointment.otherDay", "", QT_TRANSLATE_NOOP("ErrorText", "The appointment is for another day. Please register the visit without it, or move it.")},
    {"appointment.otherPerson", "", QT_TRANSLATE_NOOP("ErrorText", "The appointment was made for another person. Please choose that person, or register the visit without it.")},
    {"person.isExpected", "", QT_TRANSLATE_NOOP("ErrorText", "This person has an appointment on {next}. Please cancel it first.")},
    {"person.isExpected", "", QT_TRANSLATE_NOOP("ErrorText", "This person has an appointment. Please cancel it first.")},
};

} // namespace

std::span<const Sentence> appointmentSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
