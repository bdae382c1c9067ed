// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal/subject_keys.h"

namespace onedoor {

using namespace Qt::StringLiterals;

SubjectKeys::SubjectKeys(JournalStore& journal, SecretKey wrappingKey, Random& random)
    : m_journal(journal), m_wrappingKey(std::move(wrappingKey)), m_random(random)
{
}

Result<const SubjectKey*> SubjectKeys::find(PersonId subject, bool make)
{
    if (const auto known = m_keys.find(subject.raw); known != m_keys.end())
        return &known->second;
    ONEDOOR_ASSIGN(const QByteArray wrapped, m_journal.wrappedKey(subject.raw));
    if (wrapped.isEmpty() && !make)
        return fail(ErrorKind::NotFound, u"subject.erased"_s);
    SubjectKey key;
    if (wrapped.isEmpty()) {
        ONEDOOR_ASSIGN(const bool isErased, m_journal.isErased(subject.raw));
        if (isErased)
            return fail(ErrorKind::Conflict, u"person.erased"_s, u"person"_s);
        key = SubjectKey::generate(m_random);
        const QByteArray made = SubjectSeal::wrap(m_wrappingKey, key, subject.raw, m_random);
        ONEDOOR_TRY(m_journal.insertWrappedKey(subject.raw, made));
    } else {
        ONEDOOR_ASSIGN(key, SubjectSeal::unwrap(m_wrappingKey, wrapped, subject.raw));
    }
    if (m_keys.size() >= keysAtMost)
        m_keys.clear();
    return &m_keys.emplace(subject.raw, std::move(key)).first->second;
}

Result<void> SubjectKeys::heedErasures()
{
    if (m_keys.empty()) // nobody to let go of
        return {};
    ONEDOOR_ASSIGN(const std::int64_t erasures, m_journal.countErasures());
    if (std::exchange(m_erasures, erasures) != erasures)
        m_keys.clear();
    return {};
}

Result<QByteArray> SubjectKeys::seal(PersonId subject, QByteArrayView plain, QByteArrayView context)
{
    ONEDOOR_ASSIGN(const SubjectKey* key, find(subject, true));
    return SubjectSeal::seal(*key, plain, context, m_random);
}

Result<QByteArray> SubjectKeys::open(PersonId subject, QByteArrayView sealed, QByteArrayView context)
{
    ONEDOOR_ASSIGN(const SubjectKey* key, find(subject, false));
    return SubjectSeal::open(*key, sealed, context);
}

} // namespace onedoor
