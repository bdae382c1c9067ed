// SPDX-License-Identifier: GPL-3.0-or-later
// What a stranger can send: the first byte chooses which decoder reads the rest. Each takes any bytes, stays within its limit, and reads
// back what we wrote ourselves. (HTTP, WebSocket and TLS themselves are parsed by Beast and OpenSSL.)
#include "core/sync/transport/http_words.h"
#include "core/sync/transport/zstd_body.h"

#include <cstdint>
#include <cstdlib>

using namespace onedoor;

namespace {

constexpr qsizetype limit = qsizetype(256) * 1024;

void demand(bool promise)
{
    if (!promise)
        std::abort();
}

void unpack(const QByteArray& bytes)
{
    const auto body = zstdUnpacked(bytes.constData(), std::size_t(bytes.size()), limit);
    demand(!body || body->size() <= limit);
    if (bytes.isEmpty())
        return;
    const QByteArray packed = zstdCompressed(bytes);
    demand(packed.isEmpty() || zstdUnpacked(packed.constData(), std::size_t(packed.size()), bytes.size()) == bytes);
    demand(packed.isEmpty() || !zstdUnpacked(packed.constData(), std::size_t(packed.size()), bytes.size() - 1));
}

void readRefusal(const QByteArray& bytes)
{
    const auto error = HttpResponseIn{.status = 400, .contentType = {}, .body = bytes, .server = {}}.error();
    demand(error.has_value());
    const HttpAnswer again = HttpAnswer::refusal(*error);
    const auto read =
        HttpResponseIn{.status = again.status, .contentType = {}, .body = again.body, .server = {}}.error();
    demand(read && read->kind == error->kind && read->code == error->code);
}

void readTarget(const QByteArray& bytes)
{
    const std::string_view target(bytes.constData(), std::size_t(bytes.size()));
    demand(http_words::path(target).size() <= bytes.size());
    demand(http_words::query(target).size() <= bytes.size());
    http_words::lists({bytes.constData(), std::size_t(bytes.size())}, "zstd");
}

void readFingerprint(const QByteArray& bytes)
{
    const auto fingerprint = NodeFingerprint::parse(QString::fromUtf8(bytes));
    demand(!fingerprint || NodeFingerprint::parse(fingerprint->toText()) == *fingerprint);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    switch (data[0] % 4) {
    case 0: unpack(bytes); break;
    case 1: readRefusal(bytes); break;
    case 2: readTarget(bytes); break;
    default: readFingerprint(bytes); break;
    }
    return 0;
}
