// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/all_subject_keys.h"

#include <future>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

std::size_t shareOf(const RawId& subject)
{
    return static_cast<unsigned char>(subject.view().back()) % 2;
}

} // namespace

Result<AllSubjectKeys> AllSubjectKeys::load(JournalStore& journal, const SecretKey& wrappingKey)
{
    std::array<Wrapped, 2> rows;
    ONEDOOR_ASSIGN(sqlite::Statement select, journal.database().cached("SELECT subject, wrapped FROM subject_keys"));
    for (;;) {
        ONEDOOR_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const RawId subject = select.id(0);
        rows[shareOf(subject)].emplace_back(subject, select.blob(1).toByteArray());
    }
    AllSubjectKeys keys;
    auto second = std::async(std::launch::async, [&] { return unwrap(rows[1], wrappingKey); });
    keys.m_shares[0] = unwrap(rows[0], wrappingKey);
    keys.m_shares[1] = second.get();
    return keys;
}

AllSubjectKeys::Share AllSubjectKeys::unwrap(const Wrapped& rows, const SecretKey& wrappingKey)
{
    Share share;
    share.keys.reserve(rows.size());
    for (const auto& [subject, wrapped] : rows) {
        Result<SubjectKey> key = SubjectSeal::unwrap(wrappingKey, wrapped, subject);
        if (key)
            share.keys.emplace(subject, std::move(*key));
        else
            share.damaged.insert(subject);
    }
    return share;
}

Result<QByteArray> AllSubjectKeys::seal(PersonId, QByteArrayView, QByteArrayView)
{
    return fail(ErrorKind::Internal, u"envelope.unwritable"_s, {}, {{u"part"_s, u"sealed"_s}});
}

Result<QByteArray> AllSubjectKeys::open(PersonId subject, QByteArrayView sealed, QByteArrayView context)
{
    const Share& share = m_shares[shareOf(subject.raw)];
    if (const auto known = share.keys.find(subject.raw); known != share.keys.end())
        return SubjectSeal::open(known->second, sealed, context);
    if (share.damaged.contains(subject.raw))
        return fail(ErrorKind::Corrupt, u"seal.damaged"_s);
    return fail(ErrorKind::NotFound, u"subject.erased"_s);
}

} // namespace onedoor
