// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/keys/subject_seal.h"

#include "core/store/keys/aead.h"

namespace onedoor {

using namespace Qt::StringLiterals;

static_assert(SubjectSeal::overhead == aead::overhead);

void SubjectSeal::seal(const SubjectKey& key, QByteArrayView plain, QByteArrayView additional, Random& random,
                       QByteArray& sealed)
{
    aead::seal(key.bytes(), plain, additional, random, sealed);
}

QByteArray SubjectSeal::seal(const SubjectKey& key, QByteArrayView plain, QByteArrayView additional, Random& random)
{
    QByteArray sealed;
    seal(key, plain, additional, random, sealed);
    return sealed;
}

Result<QByteArray> SubjectSeal::open(const SubjectKey& key, QByteArrayView sealed, QByteArrayView additional)
{
    QByteArray plain(qMax(qsizetype(0), sealed.size() - overhead), Qt::Uninitialized);
    ONEDOOR_TRY(aead::open(key.bytes(), sealed, additional,
                           {reinterpret_cast<unsigned char*>(plain.data()), std::size_t(plain.size())}));
    return plain;
}

QByteArray SubjectSeal::wrap(const SecretKey& wrappingKey, const SubjectKey& key, const RawId& subject, Random& random)
{
    QByteArray wrapped;
    const auto bytes = key.bytes();
    aead::seal(wrappingKey.bytes(), QByteArrayView(bytes.data(), qsizetype(bytes.size())), subject.view(), random, wrapped);
    return wrapped;
}

Result<SubjectKey> SubjectSeal::unwrap(const SecretKey& wrappingKey, QByteArrayView wrapped, const RawId& subject)
{
    SubjectKey key;
    Result<void> opened = aead::open(wrappingKey.bytes(), wrapped, subject.view(), key.writableBytes());
    if (!opened && opened.error().kind == ErrorKind::Corrupt && wrapped.size() == overhead + qsizetype(secretKeySize))
        return fail(ErrorKind::WrongKey, u"seal.wrongKey"_s);
    ONEDOOR_TRY(opened);
    return key;
}

} // namespace onedoor
