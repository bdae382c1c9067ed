// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the door by which a new PC joins a centre. The secret of a code works once, so what is paired is kept until the store stands
// or somebody gives up.
#include "app/desk/disk_store_door.h"
#include "app/desk/store_names.h"
#include "core/store/store_creation.h"

#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

JoinProgress::Step stepOf(Joining::Step step)
{
    switch (step) {
    case Joining::Step::Preparing: return JoinProgress::Step::Preparing;
    case Joining::Step::Fetching: return JoinProgress::Step::Fetching;
    case Joining::Step::Verifying: return JoinProgress::Step::Verifying;
    }
    return JoinProgress::Step::Preparing;
}

} // namespace

Result<void> DiskStoreDoor::checkPairingCode(const QString& code) const
{
    const Result<PairingCode> read = PairingCode::parse(code);
    return read ? Result<void>() : Result<void>(Unexpected(read.error()));
}

QFuture<Result<StoreEntry>> DiskStoreDoor::join(JoinRequest request)
{
    m_stopped = false;
    (void)noteJoining(JoinProgress::Step::Pairing);
    return QtConcurrent::run(&m_pool, [this, request = std::move(request)] { return joinNow(request); });
}

JoinProgress DiskStoreDoor::joinProgress() const
{
    const QMutexLocker guard(&m_mutex);
    return m_joinProgress;
}

/// False when the joining is to stop.
bool DiskStoreDoor::noteJoining(JoinProgress::Step step, std::uint64_t done, std::uint64_t inAll)
{
    const QMutexLocker guard(&m_mutex);
    m_joinProgress = {step, done, inAll, m_joinProgress.isPaired || step != JoinProgress::Step::Pairing};
    return !m_stopped && !m_leaving;
}

Result<StoreEntry> DiskStoreDoor::joinNow(const JoinRequest& request)
{
    ONEDOOR_ASSIGN(const PairingCode code, PairingCode::parse(request.code));
    if (m_joiningCode != code.toText())
        dropJoining();
    if (!m_joining) {
        ONEDOOR_ASSIGN(m_joining, Joining::pair({code, pathsOf(request.folder), request.nodeName, softwareName(), m_setup.clock, m_setup.random}));
        m_joiningCode = code.toText();
    }
    if (const Result<void> joined = fetchAndOpen(request); !joined) {
        if (joined.error().kind == ErrorKind::Corrupt)
            m_joining->discardCopy();
        const bool isStopped = m_stopped || m_leaving;
        return isStopped ? fail(ErrorKind::Busy, u"join.stopped"_s) : Unexpected(joined.error());
    }
    (void)noteJoining(JoinProgress::Step::Opening);
    m_joining.reset();
    dropJoining();
    return openNow(request.folder, request.login, request.password, {});
}

Result<void> DiskStoreDoor::fetchAndOpen(const JoinRequest& request)
{
    const Joining::Progress progress = [this](Joining::Step step, std::uint64_t done, std::uint64_t inAll) {
        return noteJoining(stepOf(step), done, inAll);
    };
    (void)noteJoining(JoinProgress::Step::Preparing);
    ONEDOOR_ASSIGN(const KeySlots keySlots, m_joining->fetchKeySlots(progress));
    ONEDOOR_ASSIGN(const MasterKey key, keySlots.openWithPassword(request.login, request.password));
    ONEDOOR_TRY(m_joining->fetchStore(progress));
    Result<void> finished = m_joining->finish(key, progress);
    if (!finished && finished.error().code != u"backup.storeThere"_s)
        discardStore(pathsOf(request.folder)); // half of a copy; the host has all of it
    return finished;
}

void DiskStoreDoor::forgetJoining()
{
    (void)QtConcurrent::run(&m_pool, [this] { dropJoining(); });
}

void DiskStoreDoor::dropJoining()
{
    if (m_joining)
        m_joining->discardCopy();
    m_joining.reset();
    m_joiningCode.clear();
    const QMutexLocker guard(&m_mutex);
    m_joinProgress = {};
}

} // namespace onedoor
