// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sign_in_limit.h"

#include "core/store/atomic_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <algorithm>
#include <sodium.h>

namespace onedoor {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestFile = 64 * 1024;
constexpr int currentFormat = 1;
constexpr qsizetype saltSize = 16;
constexpr qsizetype tagSize = 16;
constexpr std::int64_t rememberedSeconds = 24 * 60 * 60;
constexpr int mostCounted = 1000;
constexpr auto patience = std::chrono::seconds(2); // a lock file is held for one small write

QByteArray bytesOf(const QJsonValue& value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

const unsigned char* unsignedBytes(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}

/// Keeps other processes out while counts are read and written; without it (read-only folder) work goes on.
class FileTurn {
public:
    explicit FileTurn(const QString& path) : m_lock(path + u".lock"_s) { m_lock.tryLock(patience); }

private:
    QLockFile m_lock;
};

} // namespace

SignInLimit::SignInLimit(QString path, const Clock& clock, Random& random) : m_path(std::move(path)), m_clock(clock), m_random(random) {}

QByteArray SignInLimit::tagOf(const QString& login) const
{
    const QByteArray name = login.normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded().toUtf8();
    QByteArray tag(tagSize, Qt::Uninitialized);
    crypto_generichash(reinterpret_cast<unsigned char*>(tag.data()), std::size_t(tag.size()), unsignedBytes(name), std::uint64_t(name.size()),
                       unsignedBytes(m_salt), std::size_t(m_salt.size()));
    return tag;
}

SignInLimit::Count* SignInLimit::find(const QString& login)
{
    const auto found = std::ranges::find(m_counts, tagOf(login), &Count::tag);
    return found == m_counts.end() ? nullptr : &*found;
}

/// The file wins, unless it says nothing that can be read: then the memory holds.
void SignInLimit::readFile()
{
    const Result<QByteArray> bytes = readSmallFile(m_path, largestFile);
    const QJsonObject object = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    const QByteArray salt = bytesOf(object.value(u"salt"_s));
    if (object.value(u"format"_s).toInt() == currentFormat && salt.size() == saltSize) {
        Counts counts;
        const QJsonArray list = object.value(u"logins"_s).toArray();
        for (const QJsonValue& value : list) {
            const Count count{bytesOf(value[u"tag"_s]), std::clamp(value[u"wrong"_s].toInt(), 0, mostCounted),
                              {std::max<qint64>(value[u"last"_s].toInteger(), 0)}};
            if (count.tag.size() == tagSize && counts.size() < mostLogins)
                counts.push_back(count);
        }
        m_salt = salt;
        m_counts = std::move(counts);
    }
}

void SignInLimit::read()
{
    if (!m_isUnsaved) // else what could not be written goes on in memory
        readFile();
    if (m_salt.isEmpty()) {
        m_salt.resize(saltSize);
        m_random.fill({reinterpret_cast<unsigned char*>(m_salt.data()), std::size_t(m_salt.size())});
    }
    const Instant now = m_clock.now();
    std::erase_if(m_counts, [&](const Count& count) { return now.secondsSince(count.last) > rememberedSeconds; });
    // After the clock was set back the wait runs from now on, once: judged by the old time it would begin anew at each look, for days.
    bool wasSetBack = false;
    for (Count& count : m_counts) {
        if (count.last > now) {
            count.last = now;
            wasSetBack = true;
        }
    }
    if (wasSetBack)
        write();
}

void SignInLimit::write()
{
    QJsonArray list;
    for (const Count& count : m_counts)
        list.append(QJsonObject{{u"tag"_s, QString::fromLatin1(count.tag.toBase64())}, {u"wrong"_s, count.wrong}, {u"last"_s, qint64(count.last.milliseconds)}});
    const QJsonObject object{{u"format"_s, currentFormat}, {u"salt"_s, QString::fromLatin1(m_salt.toBase64())}, {u"logins"_s, list}};
    if (list.isEmpty())
        m_isUnsaved = !QFile::remove(m_path) && QFile::exists(m_path);
    else
        m_isUnsaved = !writeFileAtomically(m_path, QJsonDocument(object).toJson(QJsonDocument::Compact), Durability::Synced);
}

int SignInLimit::waitOf(const Count& count) const
{
    if (count.wrong < freeGuesses)
        return 0;
    std::int64_t wait = firstWaitSeconds;
    for (int doubled = freeGuesses; doubled < count.wrong && wait < longestWaitSeconds; ++doubled)
        wait *= 2;
    wait = std::min<std::int64_t>(wait, longestWaitSeconds);
    constexpr std::int64_t perSecond = 1000;
    const std::int64_t left = wait * perSecond - (m_clock.now().milliseconds - count.last.milliseconds);
    return int(std::clamp<std::int64_t>((left + perSecond - 1) / perSecond, 0, wait));
}

/// The least guilty and oldest goes: to push one count out, all the others have to be driven higher.
void SignInLimit::makeRoom()
{
    if (m_counts.size() < mostLogins)
        return;
    m_counts.erase(std::ranges::min_element(m_counts, [](const Count& one, const Count& other) {
        return one.wrong != other.wrong ? one.wrong < other.wrong : one.last < other.last;
    }));
}

Result<void> SignInLimit::beginGuess(const QString& login)
{
    const QMutexLocker guard(&m_mutex);
    const FileTurn turn(m_path);
    read();
    Count* count = find(login);
    if (!count) {
        makeRoom();
        count = &m_counts.emplace_back(Count{tagOf(login), 0, {}});
    }
    if (const int wait = waitOf(*count); wait > 0)
        return fail(ErrorKind::Forbidden, u"session.wait"_s, u"secret"_s, {{u"seconds"_s, wait}});
    count->wrong = std::min(count->wrong + 1, mostCounted);
    count->last = m_clock.now();
    write();
    return {};
}

int SignInLimit::secondsToWait(const QString& login)
{
    const QMutexLocker guard(&m_mutex);
    const FileTurn turn(m_path);
    read();
    const Count* count = find(login);
    return count ? waitOf(*count) : 0;
}

void SignInLimit::forget(const QString& login)
{
    const QMutexLocker guard(&m_mutex);
    const FileTurn turn(m_path);
    read();
    if (const Count* count = find(login)) {
        m_counts.erase(m_counts.begin() + (count - m_counts.data()));
        write();
    }
}

Result<MasterKey> openWithPassword(const KeySlots& keySlots, const QString& login, const QString& secret, SignInLimit& limit)
{
    ONEDOOR_TRY(limit.beginGuess(login));
    Result<MasterKey> opened = keySlots.openWithPassword(login, secret);
    if (opened)
        limit.forget(login);
    else if (const int wait = limit.secondsToWait(login); wait > 0)
        opened.error().facts.insert(u"seconds"_s, wait);
    return opened;
}

} // namespace onedoor
