// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survival/sweep_memory.h"

#include <QtGlobal>
#include <atomic>
#include <sqlite3.h>

namespace onedoor::sweep::memory {

namespace {

sqlite3_mem_methods ordinary;
std::atomic<bool> isOn = false;
std::atomic<long> pieces = 0;
std::atomic<long> refused = 0;

/// The pinned cipher library copies its table of parameters at each opening into a piece of this size without looking whether it got one.
constexpr int unlookedAt = 960;

bool refuses(int size)
{
    return isOn && size != unlookedAt && ++pieces == refused;
}

void* give(int size)
{
    return refuses(size) ? nullptr : ordinary.xMalloc(size);
}

void* resize(void* piece, int size)
{
    return refuses(size) ? nullptr : ordinary.xRealloc(piece, size);
}

} // namespace

void install()
{
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &ordinary) != SQLITE_OK)
        qFatal("SQLite is in use already");
    sqlite3_mem_methods counted = ordinary;
    counted.xMalloc = &give;
    counted.xRealloc = &resize;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &counted) != SQLITE_OK)
        qFatal("SQLite takes no other memory");
}

void begin(long refuse)
{
    pieces = 0;
    refused = refuse;
    isOn = true;
}

Ended end()
{
    isOn = false;
    return {pieces};
}

} // namespace onedoor::sweep::memory
