// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/transport/zstd_body.h"

#include <algorithm>
#include <memory>
#include <zstd.h>

using namespace Qt::StringLiterals;

namespace onedoor {

namespace {

constexpr int level = 1;
constexpr int largestWindowLog = 23; ///< 8 MiB: what a frame can make us hold beside its output
constexpr qsizetype firstStep = qsizetype(64) * 1024;

struct PackerDelete {
    void operator()(ZSTD_CCtx* packer) const { ZSTD_freeCCtx(packer); }
};

struct StreamDelete {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
};

/// Each thread keeps one of each: to make one anew takes longer than to pack an act.
ZSTD_CCtx* packerOfThread()
{
    static thread_local const std::unique_ptr<ZSTD_CCtx, PackerDelete> packer(ZSTD_createCCtx());
    return packer.get();
}

/// Ready for a new frame; null when there is no memory.
ZSTD_DStream* unpackerOfThread()
{
    static thread_local const std::unique_ptr<ZSTD_DStream, StreamDelete> stream(ZSTD_createDStream());
    const bool isReady = stream && !ZSTD_isError(ZSTD_DCtx_reset(stream.get(), ZSTD_reset_session_and_parameters))
                         && !ZSTD_isError(ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, largestWindowLog));
    return isReady ? stream.get() : nullptr;
}

} // namespace

QByteArray zstdCompressed(const QByteArray& body)
{
    // One byte less than the body: what does not fit is not worth it.
    QByteArray packed(body.size() - 1, Qt::Uninitialized);
    ZSTD_CCtx* const packer = packerOfThread();
    if (packer == nullptr)
        return {};
    const std::size_t size = ZSTD_compressCCtx(packer, packed.data(), std::size_t(packed.size()), body.constData(),
                                               std::size_t(body.size()), level);
    if (ZSTD_isError(size))
        return {};
    packed.resize(qsizetype(size));
    return packed;
}

namespace {

/// A frame that says how long its content is, as ours do, is unpacked in one go and at once to where it is wanted.
Result<QByteArray> unpackedAtOnce(ZSTD_DCtx* unpacker, const char* data, std::size_t size, std::size_t contentSize)
{
    if (ZSTD_findFrameCompressedSize(data, size) != size)
        return fail(ErrorKind::Invalid, u"sync.badEncoding"_s); // it breaks off, or something stands behind it
    QByteArray body(qsizetype(contentSize), Qt::Uninitialized);
    if (ZSTD_decompressDCtx(unpacker, body.data(), contentSize, data, size) != contentSize)
        return fail(ErrorKind::Invalid, u"sync.badEncoding"_s);
    return body;
}

} // namespace

Result<QByteArray> zstdUnpacked(const char* data, std::size_t size, qsizetype limit)
{
    ZSTD_DStream* const stream = unpackerOfThread();
    if (stream == nullptr)
        return fail(ErrorKind::Invalid, u"sync.badEncoding"_s);
    const unsigned long long contentSize = ZSTD_getFrameContentSize(data, size);
    const bool isKnown = contentSize != ZSTD_CONTENTSIZE_UNKNOWN && contentSize != ZSTD_CONTENTSIZE_ERROR;
    if (isKnown && contentSize > 0 && contentSize <= static_cast<unsigned long long>(limit))
        return unpackedAtOnce(stream, data, size, std::size_t(contentSize));
    const qsizetype most = limit + 1; // one byte too many tells a body that just fits from one that does not
    QByteArray body(std::min(most, std::max(firstStep, qsizetype(size) * 4)), Qt::Uninitialized);
    ZSTD_inBuffer in{data, size, 0};
    ZSTD_outBuffer out{body.data(), std::size_t(body.size()), 0};
    while (true) {
        const std::size_t inBefore = in.pos;
        const std::size_t outBefore = out.pos;
        const std::size_t left = ZSTD_decompressStream(stream, &out, &in);
        if (ZSTD_isError(left))
            return fail(ErrorKind::Invalid, u"sync.badEncoding"_s);
        if (out.pos > std::size_t(limit))
            return fail(ErrorKind::Invalid, u"sync.tooLarge"_s);
        if (left == 0)
            break;
        if (out.pos == out.size) {
            body.resize(std::min(most, body.size() * 2));
            out.dst = body.data();
            out.size = std::size_t(body.size());
        } else if (in.pos == inBefore && out.pos == outBefore) {
            return fail(ErrorKind::Invalid, u"sync.badEncoding"_s); // the frame breaks off
        }
    }
    if (in.pos != in.size)
        return fail(ErrorKind::Invalid, u"sync.badEncoding"_s); // something stands behind the frame
    body.resize(qsizetype(out.pos));
    return body;
}

} // namespace onedoor
