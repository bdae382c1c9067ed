// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/event.h"

namespace onedoor {

Event::Event() = default;
Event::Event(const Event& other) = default;
Event::Event(Event&& other) noexcept = default;
Event& Event::operator=(const Event& other) = default;
Event& Event::operator=(Event&& other) noexcept = default;
Event::~Event() = default;

const char* eventTypeOf(const Event& event)
{
    return std::visit([](const auto& each) { return std::decay_t<decltype(each)>::type; }, event);
}

} // namespace onedoor
