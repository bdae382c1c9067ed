// SPDX-License-Identifier: GPL-3.0-or-later
// The two compartments in which events are written. The scope of an event is fixed when it is written, never by a query: what a node may not see reaches it
// as a stub with hashes.
#pragma once

namespace onedoor {

inline constexpr const char* hallCompartment = "hall";
inline constexpr const char* restrictedCompartment = "restricted";

} // namespace onedoor
