// SPDX-License-Identifier: GPL-3.0-or-later
// How an answer finds its connection: what stands behind HttpReply. Inside core/sync/transport only.
#pragma once

#include "core/sync/transport/https_server.h"

namespace onedoor {

class HttpReply::Route {
public:
    virtual ~Route() = default;
    virtual void send(HttpAnswer answer) = 0;
};

} // namespace onedoor
