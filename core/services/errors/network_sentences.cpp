// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/errors/error_sentences.h"

#include <QtGlobal>

namespace onedoor::errorsentences {

namespace {

constexpr Sentence sentences[] = {
    {"sync.nodeKey", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This is not the key of a computer of the centre. Please start the joining again.")},
    {"sync.fingerprint", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "A fingerprint has six groups of four letters and digits. Please compare it with the administrator's page.")},
    {"sync.identity", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This computer's own certificate could not be made. Please tell the administrator.")},
    {"sync.portInUse", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "Port {port} is taken by another program. Please close it or choose another port.")},
    {"sync.portInUse", "",
     QT_TRANSLATE_NOOP("ErrorText", "The port is taken by another program. Please close it or choose another port.")},
    {"sync.cannotListen", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "This computer can't be reached under {address}, port {port}. Please check the address and the port.")},
    {"sync.cannotListen", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "This computer can't be reached under this address. Please check the address and the port.")},
    {"sync.wrongPeer", "",
     QT_TRANSLATE_NOOP("ErrorText", "{host} is not the computer that it was when it was joined. Nothing was sent to "
                                    "it. Please tell the administrator.")},
    {"sync.wrongPeer", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer is not the one that was joined. Nothing was sent to it. Please tell the administrator.")},
    {"sync.unreachable", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "{host} can't be reached. Work goes on here; what is recorded is passed on later.")},
    {"sync.unreachable", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The other computer can't be reached. Work goes on here; what is recorded is passed on later.")},
    {"sync.timeout", "",
     QT_TRANSLATE_NOOP("ErrorText", "{host} does not answer. Work goes on here; what is recorded is passed on later.")},
    {"sync.timeout", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The other computer does not answer. Work goes on here; what is recorded is passed on later.")},
    {"sync.closed", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The connection to {host} broke off. Work goes on here; what is recorded is passed on later.")},
    {"sync.closed", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The connection broke off. Work goes on here; what is recorded is passed on later.")},
    {"sync.slowReader", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "The other computer could not keep up and was disconnected. It will connect again by itself.")},
    {"sync.badResponse", "",
     QT_TRANSLATE_NOOP("ErrorText",
                       "{host} gave an answer that this program does not understand. Please check the address.")},
    {"sync.badResponse", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer gave an answer that this program does not understand. Please check the address.")},
    {"sync.badRequest", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer did not understand the request. Please check that both run the same version.")},
    {"sync.badEncoding", "",
     QT_TRANSLATE_NOOP("ErrorText", "What arrived over the network was damaged. It is fetched again by itself.")},
    {"sync.encoding", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer did not understand the request. Please check that both run the same version.")},
    {"sync.method", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer did not understand the request. Please check that both run the same version.")},
    {"sync.notFound", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer did not understand the request. Please check that both run the same version.")},
    {"sync.tooLarge", "",
     QT_TRANSLATE_NOOP("ErrorText", "This is too large to be sent at once. Please tell the administrator.")},
    {"sync.busy", "", QT_TRANSLATE_NOOP("ErrorText", "The other computer is very busy. Please try again in a moment.")},
    {"sync.notAdmitted", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer does not know this one. Please ask the administrator whether it has joined the centre.")},
    {"sync.unanswered", "",
     QT_TRANSLATE_NOOP(
         "ErrorText",
         "The other computer could not carry this out. Please try again; if it fails again, tell the administrator.")},
    {"hub.unreachable", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database can't be reached: {reason}")},
    {"hub.unreachable", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database can't be reached at the moment. Work goes on here; what is recorded is passed on later.")},
    {"hub.database", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database refused a step (state {state}). Please look into the database's log.")},
    {"hub.database", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database refused a step. Please tell the hub's administrator.")},
    {"hub.databaseBusy", "", QT_TRANSLATE_NOOP("ErrorText", "The hub's database is very busy. Please try again in a moment.")},
    {"hub.newerSchema", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database was brought up to step {found} by a newer program; this one knows step {known}. Please update this program.")},
    {"hub.newerSchema", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database belongs to a newer program. Please update this program.")},
    {"hub.damaged", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub's database does not hold what was stored in it. Please tell the hub's administrator.")},
    {"hub.mayNotMigrate", "",
     QT_TRANSLATE_NOOP("ErrorText", "This role may not make the hub's tables. Please run onedoor-hub with --migrate once, as the role that owns them.")},
    {"hub.keyFile", "", QT_TRANSLATE_NOOP("ErrorText", "{path} does not hold the key of a hub. Please put back the hub's own key file.")},
    {"hub.keyFile", "", QT_TRANSLATE_NOOP("ErrorText", "The key file does not hold the key of a hub. Please put back the hub's own.")},
    {"hub.centreUnknown", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub does not serve this centre. Please ask the hub's administrator for a code.")},
    {"hub.centreKnown", "",
     QT_TRANSLATE_NOOP("ErrorText", "The hub already serves this centre, and this computer is not one of the centre's. Please tell the hub's administrator.")},
    {"hub.otherKey", "",
     QT_TRANSLATE_NOOP("ErrorText", "The centres know this hub by another key. Please give this process the same key file as the others.")},
    {"hub.noStream", "", QT_TRANSLATE_NOOP("ErrorText", "The hub was sent something that no program of ours sends. Nothing was changed.")},
};

} // namespace

std::span<const Sentence> networkSentences()
{
    return sentences;
}

} // namespace onedoor::errorsentences
