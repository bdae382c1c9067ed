// SPDX-License-Identifier: GPL-3.0-or-later
#undef _FORTIFY_SOURCE // with it read() and open() are functions of the headers already
#include "tests/survival/fault_disk.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <array>
#include <atomic>
#include <map>
#include <mutex>

#include <cerrno>
#include <cstdarg>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

namespace onedoor::faultdisk {

/// Writes down what is done; under its own lock.
class Recorder {
public:
    explicit Recorder(const QString& folder);
    int opened(const char* path, bool mayMake);
    void wrote(int file, qint64 offset, const void* bytes, qint64 size);
    void truncated(int file, qint64 size);
    void synced(int file);
    void renamed(const char* from, const char* to);
    void removed(const char* path);
    void madeFolder(const char* path);
    void acknowledged(int number);
    Record take() { return std::move(m_record); }

private:
    Step& add(Step::Kind kind, int file = 0);
    std::mutex m_mutex;
    Record m_record;
    QHash<QString, int> m_names; ///< now
    int m_files = 0;
};

namespace {

constexpr int notWatched = -1;
constexpr std::size_t descriptors = 4096;

std::array<std::atomic<int>, descriptors> watched{}; ///< 0: not watched, else the file's number and one
std::atomic<bool> isOn = false;
std::atomic<long> calls = 0;
std::atomic<long> failAt = 0;
std::atomic<int> failWith = 0;
std::string folderName;
std::mutex failedMutex;
QByteArray failedCall;
Recorder* recorder = nullptr;

template <typename Function>
Function* real(const char* name)
{
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

bool isInFolder(const char* path)
{
    return isOn && path != nullptr && std::string_view(path).starts_with(folderName);
}

int fileOf(int descriptor)
{
    if (!isOn || descriptor < 0 || std::size_t(descriptor) >= descriptors)
        return notWatched;
    return watched[std::size_t(descriptor)] - 1;
}

/// Counts one call; true when it is the one that fails.
bool fails(const char* call, const char* path)
{
    if (++calls != failAt)
        return false;
    {
        const std::lock_guard lock(failedMutex);
        failedCall = QByteArray(call) + ' ' + path;
    }
    errno = failWith;
    return true;
}

bool failsOn(const char* call, int descriptor)
{
    if (fileOf(descriptor) == notWatched)
        return false;
    std::array<char, 512> name{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    if (calls + 1 == failAt)
        (void)!::readlink(link.c_str(), name.data(), name.size() - 1);
    return fails(call, name.data());
}

void forgetDescriptors()
{
    for (auto& each : watched)
        each = 0;
}

} // namespace

void begin(const QString& folder, long at, int error)
{
    folderName = folder.toStdString();
    failedCall.clear();
    calls = 0;
    failAt = at;
    failWith = error;
    forgetDescriptors();
    isOn = true;
}

Ended end()
{
    isOn = false;
    return {calls, failedCall};
}

void beginRecord(const QString& folder)
{
    recorder = new Recorder(folder);
    begin(folder, 0, 0);
}

void acknowledge(int number)
{
    if (recorder != nullptr)
        recorder->acknowledged(number);
}

Record endRecord()
{
    (void)end();
    Record record = recorder->take();
    delete recorder;
    recorder = nullptr;
    return record;
}

Recorder::Recorder(const QString& folder)
{
    m_record.m_folder = folder;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s can't be read", qPrintable(file.fileName()));
        m_names.insert(file.fileName(), ++m_files);
        m_record.m_contents.push_back(file.readAll());
    }
    m_record.m_names = m_names;
}

Step& Recorder::add(Step::Kind kind, int file)
{
    m_record.m_steps.push_back({});
    m_record.m_steps.back().kind = kind;
    m_record.m_steps.back().file = file;
    return m_record.m_steps.back();
}

int Recorder::opened(const char* path, bool mayMake)
{
    const std::lock_guard lock(m_mutex);
    const QString name = QDir::cleanPath(QString::fromLocal8Bit(path));
    if (const auto known = m_names.constFind(name); known != m_names.constEnd())
        return *known;
    if (!mayMake)
        return 0; // a folder
    m_names.insert(name, ++m_files);
    add(Step::Kind::Make, m_files).path = name;
    return m_files;
}

void Recorder::wrote(int file, qint64 offset, const void* bytes, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    Step& step = add(Step::Kind::Write, file);
    step.offset = offset;
    step.bytes = QByteArray(static_cast<const char*>(bytes), size);
}

void Recorder::truncated(int file, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    add(Step::Kind::Truncate, file).offset = size;
}

void Recorder::synced(int file)
{
    const std::lock_guard lock(m_mutex);
    add(Step::Kind::Sync, file);
}

void Recorder::renamed(const char* from, const char* to)
{
    const std::lock_guard lock(m_mutex);
    Step& step = add(Step::Kind::Rename);
    step.path = QDir::cleanPath(QString::fromLocal8Bit(from));
    step.to = QDir::cleanPath(QString::fromLocal8Bit(to));
    QHash<QString, int> names;
    for (auto each = m_names.cbegin(); each != m_names.cend(); ++each) {
        const bool isInside = each.key() == step.path || each.key().startsWith(step.path + u'/');
        if (isInside || each.key() != step.to)
            names.insert(isInside ? QString(step.to + each.key().mid(step.path.size())) : each.key(), each.value());
    }
    m_names = names;
}

void Recorder::removed(const char* path)
{
    const std::lock_guard lock(m_mutex);
    Step& step = add(Step::Kind::Remove);
    step.path = QDir::cleanPath(QString::fromLocal8Bit(path));
    m_names.remove(step.path);
}

void Recorder::madeFolder(const char* path)
{
    const std::lock_guard lock(m_mutex);
    add(Step::Kind::Folder).path = QDir::cleanPath(QString::fromLocal8Bit(path));
}

void Recorder::acknowledged(int number)
{
    const std::lock_guard lock(m_mutex);
    add(Step::Kind::Acknowledged).acknowledged = number;
}

namespace {

void apply(QByteArray& contents, const Step& step, qint64 atMost)
{
    if (step.kind == Step::Kind::Truncate) {
        contents.resize(step.offset, '\0');
        return;
    }
    const qint64 size = std::min(atMost, qint64(step.bytes.size()));
    if (contents.size() < step.offset + size)
        contents.resize(step.offset + size, '\0');
    contents.replace(step.offset, size, step.bytes.left(size));
}

/// What a power cut leaves of the writes to one file that were not synced.
void tear(QByteArray& contents, const std::vector<const Step*>& unsynced, std::mt19937_64& random)
{
    constexpr qint64 sector = 512;
    const std::size_t kept = random() % (unsynced.size() + 1);
    for (std::size_t at = 0; at < kept; ++at) {
        const qint64 size = unsynced[at]->bytes.size();
        apply(contents, *unsynced[at], at + 1 < kept ? size : qint64(random() % std::uint64_t(size / sector + 2)) * sector);
    }
}

} // namespace

void Record::layOut(std::size_t steps, const QString& folder, std::mt19937_64* torn) const
{
    std::map<int, QByteArray> safe;
    std::map<int, std::vector<const Step*>> unsynced;
    for (std::size_t file = 1; file < m_contents.size(); ++file)
        safe[int(file)] = m_contents[file];
    QHash<QString, int> names = m_names;
    QStringList folders;
    for (std::size_t at = 0; at < steps; ++at) {
        const Step& step = m_steps[at];
        switch (step.kind) {
        case Step::Kind::Make:
            names.insert(step.path, step.file);
            safe[step.file] = {};
            break;
        case Step::Kind::Write:
        case Step::Kind::Truncate:
            unsynced[step.file].push_back(&step);
            break;
        case Step::Kind::Sync:
            for (const Step* each : unsynced[step.file])
                apply(safe[step.file], *each, each->bytes.size());
            unsynced[step.file].clear();
            break;
        case Step::Kind::Rename: {
            QHash<QString, int> renamed;
            for (auto each = names.cbegin(); each != names.cend(); ++each) {
                const bool isInside = each.key() == step.path || each.key().startsWith(step.path + u'/');
                if (isInside || each.key() != step.to)
                    renamed.insert(isInside ? QString(step.to + each.key().mid(step.path.size())) : each.key(), each.value());
            }
            names = renamed;
            break;
        }
        case Step::Kind::Remove:
            names.remove(step.path);
            folders.removeAll(step.path);
            break;
        case Step::Kind::Folder:
            folders << step.path;
            break;
        case Step::Kind::Acknowledged:
            break;
        }
    }
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    for (const QString& each : folders)
        QDir().mkpath(folder + each.mid(m_folder.size()));
    for (auto each = names.cbegin(); each != names.cend(); ++each) {
        if (each.key().endsWith(QLatin1String("-shm")) || each.key().endsWith(QLatin1String(".lock")))
            continue; // memory of SQLite's, and a lock of a process that is gone
        QByteArray contents = safe[each.value()];
        if (torn != nullptr)
            tear(contents, unsynced[each.value()], *torn);
        const QString path = folder + each.key().mid(m_folder.size());
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
            qFatal("%s can't be laid out", qPrintable(path));
    }
}

namespace {

/// A descriptor that was opened by whichever of the two functions.
int noteOpened(int descriptor, const char* path, int flags)
{
    if (descriptor < 0 || std::size_t(descriptor) >= descriptors)
        return descriptor;
    int file = 0;
    if (isInFolder(path) && recorder != nullptr) {
        file = recorder->opened(path, (flags & O_DIRECTORY) == 0 && !QFileInfo(QString::fromLocal8Bit(path)).isDir());
        if ((flags & O_TRUNC) != 0)
            recorder->truncated(file, 0);
    }
    watched[std::size_t(descriptor)] = isInFolder(path) ? file + 1 : 0;
    return descriptor;
}

/// A file that gets its name later can't be written down; whoever asks for one then makes one with a name.
bool refusesNameless(int flags)
{
    if (recorder == nullptr || (flags & O_TMPFILE) != O_TMPFILE)
        return false;
    errno = EOPNOTSUPP;
    return true;
}

qint64 placeOf(int descriptor)
{
    if ((::fcntl(descriptor, F_GETFL) & O_APPEND) == 0)
        return ::lseek(descriptor, 0, SEEK_CUR);
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 ? status.st_size : 0;
}

ssize_t noteWritten(ssize_t written, int descriptor, qint64 offset, const void* bytes)
{
    if (written > 0 && recorder != nullptr && fileOf(descriptor) > 0)
        recorder->wrote(fileOf(descriptor), offset, bytes, written);
    return written;
}

/// Nothing is really synced: the power cuts here are on paper, and thousands of real syncs would take an hour.
int syncFile(int descriptor)
{
    if (failsOn("sync", descriptor))
        return -1;
    if (recorder != nullptr && fileOf(descriptor) != notWatched)
        recorder->synced(fileOf(descriptor));
    return 0;
}

} // namespace

} // namespace onedoor::faultdisk

// --- in front of the C library: the linker takes these for the program and for every library that it loads ---------------------------------

using namespace onedoor::faultdisk;

extern "C" {

#define ONEDOOR_IN_FRONT __attribute__((visibility("default")))

ONEDOOR_IN_FRONT int open(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    static auto* const function = real<int(const char*, int, ...)>("open");
    if (isInFolder(path) && (refusesNameless(flags) || fails("open", path)))
        return -1;
    return noteOpened(function(path, flags, mode), path, flags);
}

ONEDOOR_IN_FRONT int open64(const char* path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const mode_t mode = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
    va_end(arguments);
    static auto* const function = real<int(const char*, int, ...)>("open64");
    if (isInFolder(path) && (refusesNameless(flags) || fails("open", path)))
        return -1;
    return noteOpened(function(path, flags, mode), path, flags);
}

ONEDOOR_IN_FRONT int close(int descriptor)
{
    static auto* const function = real<int(int)>("close");
    if (descriptor >= 0 && std::size_t(descriptor) < descriptors)
        watched[std::size_t(descriptor)] = 0;
    return function(descriptor);
}

ONEDOOR_IN_FRONT ssize_t read(int descriptor, void* bytes, size_t size)
{
    static auto* const function = real<ssize_t(int, void*, size_t)>("read");
    return failsOn("read", descriptor) ? -1 : function(descriptor, bytes, size);
}

ONEDOOR_IN_FRONT ssize_t pread64(int descriptor, void* bytes, size_t size, off64_t offset)
{
    static auto* const function = real<ssize_t(int, void*, size_t, off64_t)>("pread64");
    return failsOn("read", descriptor) ? -1 : function(descriptor, bytes, size, offset);
}

ONEDOOR_IN_FRONT ssize_t write(int descriptor, const void* bytes, size_t size)
{
    static auto* const function = real<ssize_t(int, const void*, size_t)>("write");
    if (failsOn("write", descriptor))
        return -1;
    const qint64 offset = recorder != nullptr && fileOf(descriptor) > 0 ? placeOf(descriptor) : 0;
    return noteWritten(function(descriptor, bytes, size), descriptor, offset, bytes);
}

ONEDOOR_IN_FRONT ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t offset)
{
    static auto* const function = real<ssize_t(int, const void*, size_t, off64_t)>("pwrite64");
    return failsOn("write", descriptor) ? -1 : noteWritten(function(descriptor, bytes, size, offset), descriptor, offset, bytes);
}

ONEDOOR_IN_FRONT ssize_t sendfile(int to, int from, off_t* offset, size_t size) noexcept
{
    static auto* const function = real<ssize_t(int, int, off_t*, size_t)>("sendfile");
    if (recorder != nullptr && fileOf(to) > 0) {
        errno = EINVAL; // its callers then read and write
        return -1;
    }
    return failsOn("write", to) ? -1 : function(to, from, offset, size);
}

ONEDOOR_IN_FRONT int fsync(int descriptor)
{
    return syncFile(descriptor);
}

ONEDOOR_IN_FRONT int fdatasync(int descriptor)
{
    return syncFile(descriptor);
}

ONEDOOR_IN_FRONT int ftruncate64(int descriptor, off64_t size) noexcept
{
    static auto* const function = real<int(int, off64_t)>("ftruncate64");
    if (failsOn("truncate", descriptor))
        return -1;
    const int outcome = function(descriptor, size);
    if (outcome == 0 && recorder != nullptr && fileOf(descriptor) > 0)
        recorder->truncated(fileOf(descriptor), size);
    return outcome;
}

ONEDOOR_IN_FRONT int ftruncate(int descriptor, off_t size) noexcept
{
    return ftruncate64(descriptor, size);
}

ONEDOOR_IN_FRONT void* mmap64(void* wanted, size_t size, int protection, int flags, int descriptor, off64_t offset) noexcept
{
    static auto* const function = real<void*(void*, size_t, int, int, int, off64_t)>("mmap64");
    return failsOn("map", descriptor) ? MAP_FAILED : function(wanted, size, protection, flags, descriptor, offset);
}

ONEDOOR_IN_FRONT int rename(const char* from, const char* to) noexcept
{
    static auto* const function = real<int(const char*, const char*)>("rename");
    if (isInFolder(from) && fails("rename", from))
        return -1;
    const int outcome = function(from, to);
    if (outcome == 0 && recorder != nullptr && isInFolder(from))
        recorder->renamed(from, to);
    return outcome;
}

ONEDOOR_IN_FRONT int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) noexcept
{
    static auto* const function = real<int(int, const char*, int, const char*, unsigned int)>("renameat2");
    if (isInFolder(from) && fails("rename", from))
        return -1;
    const int outcome = function(fromFolder, from, toFolder, to, flags);
    if (outcome == 0 && recorder != nullptr && isInFolder(from))
        recorder->renamed(from, to);
    return outcome;
}

ONEDOOR_IN_FRONT int unlink(const char* path) noexcept
{
    static auto* const function = real<int(const char*)>("unlink");
    if (isInFolder(path) && fails("remove", path))
        return -1;
    const int outcome = function(path);
    if (outcome == 0 && recorder != nullptr && isInFolder(path))
        recorder->removed(path);
    return outcome;
}

ONEDOOR_IN_FRONT int rmdir(const char* path) noexcept
{
    static auto* const function = real<int(const char*)>("rmdir");
    if (isInFolder(path) && fails("remove", path))
        return -1;
    const int outcome = function(path);
    if (outcome == 0 && recorder != nullptr && isInFolder(path))
        recorder->removed(path);
    return outcome;
}

ONEDOOR_IN_FRONT int mkdir(const char* path, mode_t mode) noexcept
{
    static auto* const function = real<int(const char*, mode_t)>("mkdir");
    if (isInFolder(path) && fails("make folder", path))
        return -1;
    const int outcome = function(path, mode);
    if (outcome == 0 && recorder != nullptr && isInFolder(path))
        recorder->madeFolder(path);
    return outcome;
}

} // extern "C"
