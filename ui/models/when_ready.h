// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a handler on the context's thread when a future has its answer, and never after the context is gone. Used in place of
// QFuture::then(context, …), which in Qt 6.4 looks at the context from the thread that answers: a page that closes while a question
// is on its way would be used after its end (an assertion in debug builds). Call from the context's thread.
#pragma once

#include <QFutureWatcher>

namespace onedoor {

template <typename Answer, typename Handler>
void whenReady(const QFuture<Answer>& future, QObject* context, Handler handler)
{
    auto* watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, handler = std::move(handler)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            handler(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace onedoor
