// SPDX-License-Identifier: GPL-3.0-or-later
// Telephone numbers as people say and paste them, brought to one written form. Pure functions, any thread.
// Written forms: mobile "13800138000"; landline "0719-8886666" or "0719-8886666-801", "8886666" where no area was given;
// service line "400-8886666"; abroad "+85291234567".
// Errors (kind Invalid): phone.required; phone.character {position}; phone.length {length, expected}; phone.prefix {expected}.
// Source: numbering plan of the Ministry of Industry and Information Technology (mobile 1[3-9] with 11 digits, area codes
// 010, 02x and 03xx…09xx); ITU-T E.164 for numbers abroad.
#pragma once

#include "core/base/error.h"

#include <QString>

namespace onedoor {

enum class PhoneKind { Mobile, Landline, ServiceLine, Abroad };

struct PhoneNumber {
    PhoneKind kind = PhoneKind::Mobile;
    QString number;

    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;
};

/// Accepts +86, 0086 and 86 before the number, blanks, hyphens, brackets, dots, full width, and "转801" or "-801" behind a landline.
Result<PhoneNumber> parsePhone(const QString& input, const QString& field);

} // namespace onedoor
