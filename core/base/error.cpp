// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace onedoor {

QLatin1String errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return QLatin1String("invalid");
    case ErrorKind::NotFound: return QLatin1String("notFound");
    case ErrorKind::Conflict: return QLatin1String("conflict");
    case ErrorKind::Forbidden: return QLatin1String("forbidden");
    case ErrorKind::Busy: return QLatin1String("busy");
    case ErrorKind::Full: return QLatin1String("full");
    case ErrorKind::Io: return QLatin1String("io");
    case ErrorKind::Corrupt: return QLatin1String("corrupt");
    case ErrorKind::Unsupported: return QLatin1String("unsupported");
    case ErrorKind::WrongKey: return QLatin1String("wrongKey");
    case ErrorKind::Internal: return QLatin1String("internal");
    }
    return QLatin1String("internal");
}

} // namespace onedoor
