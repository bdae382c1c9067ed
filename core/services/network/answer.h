// SPDX-License-Identifier: GPL-3.0-or-later
// Goes on with a future's result on whichever thread has it: between threads of the core, none of which has an event loop. What `then` needs must
// outlive the answer. For pages use ui/models/when_ready.h.
#pragma once

#include <QFuture>
#include <utility>

namespace onedoor {

template <typename T, typename Then>
void whenAnswered(QFuture<T> future, Then then)
{
    future.then(QtFuture::Launch::Sync, [then = std::move(then)](QFuture<T> ready) mutable {
        if (ready.resultCount() > 0)
            then(ready.result());
    });
}

} // namespace onedoor
