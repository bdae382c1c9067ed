// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/fold_fields.h"

#include "core/journal/payload.h"

#include <algorithm>

namespace onedoor {

namespace {

bool holds(const FieldNames& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

FieldNames touchedFields(const Event& event)
{
    return std::visit(
        [](const auto& each) {
            FieldNames names;
            if constexpr (requires { each.changedThing(); })
                return FieldNames{each.changedThing()};
            std::decay_t<decltype(each)>::fields(each, [&](const Field& field, const auto& member) {
                if (!payload::isEmpty(member))
                    names.emplace_back(field.key());
            });
            return names;
        },
        event);
}

FieldNames sharedFields(const FieldNames& one, const FieldNames& other)
{
    FieldNames shared;
    for (const std::string& name : one) {
        if (holds(other, name))
            shared.push_back(name);
    }
    return shared;
}

void removeFields(FieldNames& from, const FieldNames& names)
{
    std::erase_if(from, [&](std::string_view name) { return holds(names, name); });
}

bool withoutFields(Event& event, const FieldNames& names)
{
    return std::visit(
        [&](auto& each) {
            bool isSeparable = true;
            bool isLeft = false;
            std::decay_t<decltype(each)>::fields(each, [&](const Field& field, auto& member) {
                isSeparable = isSeparable && IsOptional<std::decay_t<decltype(member)>>::value;
                if (holds(names, field.key()))
                    member = std::decay_t<decltype(member)>();
                isLeft = isLeft || !payload::isEmpty(member);
            });
            return isSeparable && isLeft;
        },
        event);
}

} // namespace onedoor
