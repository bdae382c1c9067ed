// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"pairing.shape", "part=fingerprint", QT_TRANSLATE_NOOP("ErrorText", "The middle part of the code is not right: six groups of four letters and digits.")},
    {"pairing.shape", "part=secret", QT_TRANSLATE_NOOP("ErrorText", "The last part of the code is not right: two groups of four letters and digits.")},
    {"pairing.shape", "", QT_TRANSLATE_NOOP("ErrorText", "This is not a joining code. It begins with the host's address, for example 192.168.1.20:7443.")},
    {"pairing.expired", "", QT_TRANSLATE_NOOP("ErrorText", "The joining code is used up or older than 15 minutes. Please have the host show a new one.")},
    {"pairing.wrongSecret", "", QT_TRANSLATE_NOOP("ErrorText", "The last part of the joining code is wrong. Please compare it with the host's screen ({left} tries left).")},
    {"pairing.wrongSecret", "", QT_TRANSLATE_NOOP("ErrorText", "The last part of the joining code is wrong. Please compare it with the host's screen.")},
    {"pairing.tooManyTries", "", QT_TRANSLATE_NOOP("ErrorText", "The joining code was wrong too often and is void. Please have the host show a new one.")},
    {"hub.codeRefused", "", QT_TRANSLATE_NOOP("ErrorText", "The hub does not know this code: it is wrong, used up or too old. Please ask the hub's administrator for a new one.")},
    {"hub.tooManyTries", "", QT_TRANSLATE_NOOP("ErrorText", "Wrong codes were sent to the hub too often. Please wait a minute, then try again.")},
    {"hub.already", "", QT_TRANSLATE_NOOP("ErrorText", "The centre is served by a hub already: {host}.")},
    {"hub.isDesk", "", QT_TRANSLATE_NOOP("ErrorText", "{name} is a PC of the hall and can't be the centre's hub.")},
    {"hub.none", "", QT_TRANSLATE_NOOP("ErrorText", "No hub serves the centre.")},
    {"host.isHub", "", QT_TRANSLATE_NOOP("ErrorText", "{name} is the centre's hub and can't be the host of the hall. Please choose a PC.")},
    {"join.stopped", "", QT_TRANSLATE_NOOP("ErrorText", "Joining was stopped. Nothing was changed on this computer.")},
    {"snapshot.gone", "", QT_TRANSLATE_NOOP("ErrorText", "The host's copy is no longer there. Please begin to fetch it again.")},
    {"snapshot.noSuchFile", "", QT_TRANSLATE_NOOP("ErrorText", "The host has no such file. Please check that both computers run the same version.")},
    {"network.settingsDamaged", "", QT_TRANSLATE_NOOP("ErrorText", "The network settings in {path} can't be read. Please join the centre again, or delete the file to work alone.")},
    {"node.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "This computer does not belong to the centre. Please ask the administrator to let it in.")},
    {"node.revoked", "", QT_TRANSLATE_NOOP("ErrorText", "The computer “{name}” was shut out of the centre.")},
    {"node.revoked", "", QT_TRANSLATE_NOOP("ErrorText", "This computer was shut out of the centre. What is recorded here is no longer passed on. Please tell the administrator.")},
    {"node.itself", "", QT_TRANSLATE_NOOP("ErrorText", "A computer can't shut itself out. Please do it at another one.")},
    {"node.isHost", "", QT_TRANSLATE_NOOP("ErrorText", "The hall host can't be shut out. Please make another computer the host first.")},
    {"node.badAddress", "", QT_TRANSLATE_NOOP("ErrorText", "The address of the computer is not right.")},
    {"node.badKey", "", QT_TRANSLATE_NOOP("ErrorText", "The key of the computer is not right: it has 32 bytes.")},
    {"node.badCompartment", "", QT_TRANSLATE_NOOP("ErrorText", "A computer can hold the records of the hall, or those with restricted access too. It can't do without the hall.")},
    {"node.otherKey", "", QT_TRANSLATE_NOOP("ErrorText", "“{name}” was let in with another key. If it was set up anew, let it join again as a new computer.")},
    {"node.otherKey", "", QT_TRANSLATE_NOOP("ErrorText", "This computer was let in with another key. If it was set up anew, let it join again as a new computer.")},
    {"node.noLetter", "", QT_TRANSLATE_NOOP("ErrorText", "All letters for ticket numbers are given out. Please tell the administrator.")},
    {"host.limited", "", QT_TRANSLATE_NOOP("ErrorText", "This computer holds only a part of the records, so it can't stand in for the hall host.")},
    {"host.already", "", QT_TRANSLATE_NOOP("ErrorText", "This computer is the hall host already.")},
    {"host.stillHost", "", QT_TRANSLATE_NOOP("ErrorText", "This computer is the hall host and has nobody to yield to.")},
    {"host.neverWas", "", QT_TRANSLATE_NOOP("ErrorText", "This computer was not the hall host before.")},
    {"host.notHere", "", QT_TRANSLATE_NOOP("ErrorText", "Only the hall host gives out numbers, and not while the host before it may still be giving out some.")},
    {"host.silent", "", QT_TRANSLATE_NOOP("ErrorText", "The hall host did not answer. Please look at the list: the visitor may have been called. Then try again.")},
    {"numbering.noBlock", "", QT_TRANSLATE_NOOP("ErrorText", "This computer has no numbers left that it may give out alone. Please connect it to the hall host.")},
    {"queue.shareEmpty", "", QT_TRANSLATE_NOOP("ErrorText", "Cut off from the host: nobody of this computer's own share is waiting. Others ({waiting}) can be called by choosing them.")},
    {"queue.shareEmpty", "", QT_TRANSLATE_NOOP("ErrorText", "Cut off from the host: nobody of this computer's own share is waiting. Others can be called by choosing them.")},
    {"ticket.notWaiting", "", QT_TRANSLATE_NOOP("ErrorText", "Ticket {number} does not wait any more, so there is nothing to estimate.")},
    {"ticket.notWaiting", "", QT_TRANSLATE_NOOP("ErrorText", "This ticket does not wait any more, so there is nothing to estimate.")},
    {"series.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "There is no number series “{series}”.")},
    {"series.unknown", "", QT_TRANSLATE_NOOP("ErrorText", "There is no such number series.")},
    {"sync.badMessage", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer said something that this program does not understand. Please check that both run the same version.")},
    {"sync.noSuchPath", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer did not understand the request. Please check that both run the same version.")},
    {"sync.otherCentre", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer belongs to another centre.")},
    {"sync.protocol", "", QT_TRANSLATE_NOOP("ErrorText", "The two computers run versions that do not understand each other. Please update the older one.")},
    {"sync.withheld", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer withholds records that this version can't do without. Please update this computer.")},
    {"event.withheld", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer may not see these records; they come from one that may.")},
    {"stream.notEnrolled", "", QT_TRANSLATE_NOOP("ErrorText", "Records of a computer that nobody let in were not taken.")},
    {"stream.notItsName", "", QT_TRANSLATE_NOOP("ErrorText", "Records under a false name were not taken. Please tell the administrator.")},
    {"stream.forked", "", QT_TRANSLATE_NOOP("ErrorText", "A computer of the centre has written two different histories. The second was not taken. Please tell the administrator.")},
    {"stream.badSignature", "", QT_TRANSLATE_NOOP("ErrorText", "Records with a false signature were not taken. Please tell the administrator.")},
    {"journal.notItsPlace", "", QT_TRANSLATE_NOOP("ErrorText", "Records in a false place were not taken. Please tell the administrator.")},
    {"store.closing", "", QT_TRANSLATE_NOOP("ErrorText", "The program is closing. Please start it again.")},
};

} // namespace

std::span<const Sentence> hallSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
