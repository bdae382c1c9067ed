// SPDX-License-Identifier: GPL-3.0-or-later
// The value of a result that a test needs in order to go on; ends the test program otherwise. Any thread.
#pragma once

#include "core/base/error.h"

namespace onedoor {

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().code), qPrintable(result.error().facts.value(QStringLiteral("state")).toString()));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace onedoor
