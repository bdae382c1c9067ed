// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/overlay_file.h"

#include "core/store/sqlite/overlay_pages.h"

#include <QFile>
#include <algorithm>
#include <array>
#include <cstring>

namespace onedoor::sqlite {

using namespace Qt::StringLiterals;

Result<void> OverlayFile::Pages::open(const QString& path)
{
    ONEDOOR_TRY(m_below.open(path));
    ONEDOOR_ASSIGN(m_belowSize, m_below.size());
    m_size = m_belowSize;
    return {};
}

qint64 OverlayFile::Pages::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_size;
}

/// What neither was written nor stands below is zeros.
Result<void> OverlayFile::Pages::readPage(qint64 page, char* bytes) const
{
    const auto changed = m_changed.find(page);
    if (changed != m_changed.end()) {
        std::memcpy(bytes, changed->second.constData(), std::size_t(pageBytes));
        return {};
    }
    const qint64 there = std::clamp(m_belowSize - page * pageBytes, qint64(0), pageBytes);
    std::memset(bytes + there, 0, std::size_t(pageBytes - there));
    return there == 0 ? Result<void>() : m_below.read(page * pageBytes, bytes, there);
}

Result<qint64> OverlayFile::Pages::read(qint64 offset, char* bytes, qint64 count) const
{
    const std::lock_guard lock(m_mutex);
    const qint64 there = std::clamp(m_size - offset, qint64(0), count);
    if (there > pageBytes && offset + there <= m_belowSize) { // many at once: the file's own, and then what was changed of them
        ONEDOOR_TRY(m_below.read(offset, bytes, there));
        for (const auto& [page, changed] : m_changed) {
            const qint64 from = std::max(page * pageBytes, offset);
            const qint64 to = std::min((page + 1) * pageBytes, offset + there);
            if (from < to)
                std::memcpy(bytes + (from - offset), changed.constData() + (from - page * pageBytes), std::size_t(to - from));
        }
        return there;
    }
    std::array<char, std::size_t(pageBytes)> one;
    for (qint64 page = offset / pageBytes; page * pageBytes < offset + there; ++page) {
        ONEDOOR_TRY(readPage(page, one.data()));
        const qint64 from = std::max(page * pageBytes, offset);
        const qint64 to = std::min((page + 1) * pageBytes, offset + there);
        std::memcpy(bytes + (from - offset), one.data() + (from - page * pageBytes), std::size_t(to - from));
    }
    return there;
}

Result<void> OverlayFile::Pages::write(qint64 offset, const char* bytes, qint64 count)
{
    const std::lock_guard lock(m_mutex);
    for (qint64 at = offset; at < offset + count;) {
        const qint64 page = at / pageBytes;
        const qint64 to = std::min((page + 1) * pageBytes, offset + count);
        QByteArray content(pageBytes, Qt::Uninitialized);
        ONEDOOR_TRY(readPage(page, content.data()));
        std::memcpy(content.data() + (at - page * pageBytes), bytes + (at - offset), std::size_t(to - at));
        m_changed.insert_or_assign(page, std::move(content));
        at = to;
    }
    m_size = std::max(m_size, offset + count);
    return {};
}

void OverlayFile::Pages::truncate(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    m_size = bytes;
    m_belowSize = std::min(m_belowSize, bytes);
    std::erase_if(m_changed, [&](const auto& each) { return each.first * pageBytes >= bytes; });
}

OverlayFile::OverlayFile(StillFile file, std::unique_ptr<Pages> pages) : m_still(std::move(file)), m_pages(std::move(pages))
{
    enterOverlay(*m_pages);
}

OverlayFile::~OverlayFile()
{
    leaveOverlay(*m_pages);
}

Result<std::unique_ptr<OverlayFile>> OverlayFile::over(StillFile file)
{
    if (overlayFileSystem() == nullptr)
        return fail(ErrorKind::Internal, u"store.internal"_s, {}, {{u"reason"_s, u"file system"_s}});
    auto pages = std::make_unique<Pages>();
    ONEDOOR_TRY(pages->open(file.path()));
    return std::unique_ptr<OverlayFile>(new OverlayFile(std::move(file), std::move(pages)));
}

QString OverlayFile::path() const
{
    return QString::fromUtf8(m_pages->name);
}

OpenOptions OverlayFile::options(CipherKey key) const
{
    return {.mode = OpenMode::ReadWrite, .key = std::move(key), .fileSystem = overlayFileSystem()};
}

qint64 OverlayFile::size() const
{
    return m_pages->size();
}

Result<QByteArray> OverlayFile::read(qint64 offset, qint64 bytes) const
{
    QByteArray piece(qsizetype(std::clamp(size() - offset, qint64(0), bytes)), Qt::Uninitialized);
    ONEDOOR_ASSIGN(const qint64 got, m_pages->read(offset, piece.data(), piece.size()));
    piece.resize(qsizetype(got));
    ONEDOOR_TRY(m_still.checkStill());
    return piece;
}

Result<void> OverlayFile::writeTo(const QString& target, const Database::Progress& progress) const
{
    constexpr qint64 pieceBytes = 1 << 20;
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(ErrorKind::Io, u"store.readOnly"_s, {}, {{u"path"_s, target}});
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (qint64 at = 0; at < size(); at += pieceBytes) {
        ONEDOOR_ASSIGN(const QByteArray piece, read(at, pieceBytes));
        if (file.write(piece) != piece.size())
            return fail(ErrorKind::Full, u"store.full"_s, {}, {{u"path"_s, target}});
        if (progress && !progress(int((at + piece.size()) / Pages::pageBytes), int(size() / Pages::pageBytes)))
            return fail(ErrorKind::Busy, u"store.backupStopped"_s, {}, {{u"path"_s, target}});
    }
    return {};
}

} // namespace onedoor::sqlite
