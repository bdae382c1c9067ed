// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody typed into the look-up field, read as the beginning of a new visitor: an identity number, a telephone number or a
// name. Pure functions, any thread; they never fail, the worst guess is a name that the person at the desk corrects.
#pragma once

#include "core/domain/person/person_events.h"

namespace onedoor {

enum class TypedAs { Name, Phone, Document };

TypedAs typedAs(const QString& text);
/// The text put into the field of the visitor that it looks like.
PersonRegistered personFromText(const QString& text);

} // namespace onedoor
