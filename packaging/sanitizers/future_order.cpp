// SPDX-License-Identifier: GPL-3.0-or-later
// Only in builds for the thread sanitizer: tells it what the system's Qt, which is not instrumented, keeps to itself. Qt's mutexes
// announce themselves where they are inlined, so a future's answer passes cleanly from thread to thread. Two things stay inside
// libQt6Core and are silent: the count of a future's owners, so that the last owner clearing the answer would count as a race with the
// reader before it; and the lock around a then() handler, so that running it would count as a race with attaching it. Suppressing
// either would hide races in our own handlers: instead those functions are stood in for here, say what they order, and call Qt's own.
// Any thread; no errors.
#include <QFutureInterface>

#include <dlfcn.h>
#include <functional>
#include <sanitizer/tsan_interface.h>

namespace {

using Handler = std::function<void(const QFutureInterfaceBase&)>;

/// Qt's own function of this mangled name, the next after ours.
template <typename Function>
Function* original(const char* name)
{
    void* const found = dlsym(RTLD_NEXT, name);
    if (found == nullptr)
        qFatal("Qt has no %s any more: the thread sanitizer would report every future", name);
    return reinterpret_cast<Function*>(found);
}

/// The address that stands for a future: shared by all owners, and not that of its mutex, whose unlocking would overwrite the order.
void* orderedBy(const QFutureInterfaceBase& future)
{
    return const_cast<QtPrivate::ResultStoreBase*>(&future.resultStoreBase());
}

} // namespace

/// Before Qt's own: whatever it then stores was complete when it was handed over.
void QFutureInterfaceBase::setContinuation(Handler handler, QFutureInterfaceBasePrivate* next)
{
    static const auto set = original<void(QFutureInterfaceBase*, Handler, QFutureInterfaceBasePrivate*)>(
        "_ZN20QFutureInterfaceBase15setContinuationESt8functionIFvRKS_EEP27QFutureInterfaceBasePrivate");
    __tsan_release(orderedBy(*this));
    set(this, std::move(handler), next);
}

/// Before Qt's own: the future is finished by now, so a handler that comes later runs where it is attached.
void QFutureInterfaceBase::runContinuation() const
{
    static const auto run = original<void(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase15runContinuationEv");
    __tsan_acquire(orderedBy(*this));
    run(this);
}

bool QFutureInterfaceBase::derefT() const noexcept
{
    static const auto deref = original<bool(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase6derefTEv");
    if (d == nullptr) // moved from
        return deref(this);
    void* const shared = orderedBy(*this); // outlives this call: the caller's untyped reference goes later
    __tsan_release(shared);
    const bool others = deref(this);
    __tsan_acquire(shared);
    return others;
}
