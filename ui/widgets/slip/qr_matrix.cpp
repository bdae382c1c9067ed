// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/slip/qr_matrix.h"

#include <memory>
#include <qrencode.h>

namespace onedoor {

QrMatrix qrMatrix(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    // Case sensitive keeps what is not in capitals as bytes instead of changing it.
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return {};
    QrMatrix matrix{code->width, {}};
    matrix.modules.reserve(static_cast<std::size_t>(code->width) * static_cast<std::size_t>(code->width));
    for (int at = 0; at < code->width * code->width; ++at)
        matrix.modules.push_back((code->data[at] & 1) != 0);
    return matrix;
}

} // namespace onedoor
