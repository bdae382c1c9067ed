// SPDX-License-Identifier: GPL-3.0-or-later
// Bodies in Zstandard. Unpacking trusts nothing that the frame says about itself: it stops at the limit, so a few bytes that
// claim to be gigabytes cost no more than the limit. Pure functions, any thread.
#pragma once

#include "core/base/error.h"

#include <QByteArray>

namespace onedoor {

/// Bodies up to this many bytes travel as they are: in few packets, sooner than they are packed and unpacked.
inline constexpr qsizetype smallestCompressed = 4096;

/// Level 1. Empty when the result would not be smaller, or when there is no memory for it.
QByteArray zstdCompressed(const QByteArray& body);

/// One whole frame. Invalid "sync.tooLarge" above `limit` bytes, Invalid "sync.badEncoding" for anything else that is wrong.
Result<QByteArray> zstdUnpacked(const char* data, std::size_t size, qsizetype limit);

} // namespace onedoor
