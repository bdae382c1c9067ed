// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a centre file or a list of problems; a file that is accepted reads back the same after it was written.
#include "core/domain/centre/centre_loader.h"

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char*>(data), qsizetype(size));
    const auto loaded = onedoor::loadCentre(json, u"fuzz.json"_s);
    if (!loaded) {
        if (loaded.error().isEmpty())
            std::abort(); // refused without a reason
        return 0;
    }
    const auto again = onedoor::loadCentre(onedoor::toJson(*loaded), u"written.json"_s);
    if (!again || !(*again == *loaded))
        std::abort(); // changed by writing and reading
    return 0;
}
