// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the door that gives an open store a new recovery key.
#include "app/desk/disk_store_door.h"
#include "core/services/recovery_renewal.h"

#include <QtConcurrent>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

std::array<int, 2> twoGroups(Random& random)
{
    constexpr auto groups = std::uint64_t(RecoveryKey::groups);
    const std::uint64_t one = random.below(groups);
    const std::uint64_t other = (one + 1 + random.below(groups - 1)) % groups;
    return {int(std::min(one, other)) + 1, int(std::max(one, other)) + 1};
}

} // namespace

QFuture<Result<ProposedKey>> DiskStoreDoor::proposeRecoveryKey(const Session& session, const QString& secret)
{
    int number = 0;
    {
        const QMutexLocker guard(&m_mutex);
        m_proposed.reset();
        number = ++m_proposal;
    }
    return QtConcurrent::run(&m_pool, [this, session, secret, number] { return proposeNow(session, secret, number); });
}

Result<ProposedKey> DiskStoreDoor::proposeNow(const Session& session, const QString& secret, int number)
{
    const OpenFolder open = current();
    if (!open)
        return fail(ErrorKind::NotFound, u"store.missing"_s);
    ONEDOOR_ASSIGN(RecoveryKey key, onedoor::proposeRecoveryKey(*open->gateway, session, secret, m_setup.random));
    const ProposedKey proposed{key.toText(), twoGroups(m_setup.random)};
    const QMutexLocker guard(&m_mutex);
    if (number != m_proposal) // who asked has gone
        return fail(ErrorKind::Conflict, u"recovery.noneProposed"_s);
    m_proposed = std::move(key);
    m_proposedFor = open;
    m_asked = proposed.asked;
    return proposed;
}

QFuture<Result<void>> DiskStoreDoor::confirmRecoveryKey(const QStringList& typed)
{
    m_confirmedIn = current();
    m_confirmation = QtConcurrent::run(&m_pool, [this, typed] { return confirmNow(typed); });
    return *m_confirmation;
}

std::optional<QFuture<Result<void>>> DiskStoreDoor::unreadConfirmation() const
{
    const OpenFolder open = current();
    return open && m_confirmedIn.lock() == open ? m_confirmation : std::nullopt;
}

Result<void> DiskStoreDoor::confirmNow(const QStringList& typed)
{
    const OpenFolder open = current();
    QMutexLocker guard(&m_mutex);
    if (!open || !m_proposed || m_proposedFor.lock() != open)
        return fail(ErrorKind::Conflict, u"recovery.noneProposed"_s);
    QString text = m_proposed->toText();
    QStringList groups = text.split(u'-');
    wipe(text);
    for (std::size_t at = 0; at < m_asked.size(); ++at)
        groups[m_asked[at] - 1] = typed.value(qsizetype(at)).leftJustified(RecoveryKey::groupLength, u'?');
    const Result<RecoveryKey> read = RecoveryKey::parse(groups.join(u'-'));
    if (!read)
        return Unexpected(read.error());
    if (!std::equal(read->bytes().begin(), read->bytes().end(), m_proposed->bytes().begin()))
        return fail(ErrorKind::Invalid, u"keys.recoveryGroup"_s, u"recoveryKey"_s);
    guard.unlock(); // pages ask which store is open: they must not wait for the disk. The pool runs one thing at a time
    ONEDOOR_TRY(replaceRecoveryKey(open->paths, open->master, *read, m_setup.random));
    forgetProposedKey();
    return {};
}

void DiskStoreDoor::forgetProposedKey()
{
    const QMutexLocker guard(&m_mutex);
    m_proposed.reset();
    ++m_proposal;
}

} // namespace onedoor
