// SPDX-License-Identifier: GPL-3.0-or-later
// Only in builds for the thread sanitizer: tells it what the system's Qt, which is not instrumented, keeps to itself. Qt's mutexes
// announce themselves where they are inlined, so a future's answer passes cleanly from thread to thread; the count of a future's owners
// is kept inside libQt6Core and is silent, so the last owner clearing the answer would count as a race with the reader before it.
// Suppressing that would hide races in our own handlers: instead the one function that counts down is stood in for here, says so, and
// calls Qt's own. Any thread; no errors.
#include <QFutureInterface>

#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

namespace {

/// Qt's own function of this mangled name, the next after ours.
template <typename Function>
Function* original(const char* name)
{
    void* const found = dlsym(RTLD_NEXT, name);
    if (found == nullptr)
        qFatal("Qt has no %s any more: the thread sanitizer would report every future", name);
    return reinterpret_cast<Function*>(found);
}

} // namespace

bool QFutureInterfaceBase::derefT() const noexcept
{
    static const auto deref = original<bool(const QFutureInterfaceBase*)>("_ZNK20QFutureInterfaceBase6derefTEv");
    if (d == nullptr) // moved from
        return deref(this);
    QMutex* const shared = &mutex(); // outlives this call: the caller's untyped reference goes later
    __tsan_release(shared);
    const bool others = deref(this);
    __tsan_acquire(shared);
    return others;
}
