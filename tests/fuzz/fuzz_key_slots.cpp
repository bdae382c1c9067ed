// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes are a key slots header or a reason; what is accepted stays inside its limits, reads back the same, and opens for nobody
// who merely wrote it.
#include "core/store/keys/key_slots.h"

#include <cstdint>
#include <cstdlib>

using namespace onedoor;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto parsed = KeySlots::parse(QByteArrayView(data, qsizetype(size)));
    if (!parsed) {
        if (parsed.error().code.isEmpty() || parsed.error().kind == ErrorKind::Internal)
            std::abort(); // refused without a reason
        return 0;
    }
    const QByteArray json = parsed->toJson();
    const auto again = KeySlots::parse(json);
    if (!again || again->toJson() != json)
        std::abort(); // changed by writing and reading
    SeededRandom random(1);
    const RecoveryKey recovery = RecoveryKey::generate(random);
    const SecretKey device = SecretKey::generate(random);
    if (parsed->openWithRecovery(recovery) || parsed->openWithDevice(u"desk"_s, device))
        std::abort(); // opened without the secret
    return 0;
}
