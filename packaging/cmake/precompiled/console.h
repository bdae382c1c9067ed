// SPDX-License-Identifier: GPL-3.0-or-later
// As core.h beside it, for programs without a window.
#pragma once

#include "core.h"

#include <boost/program_options.hpp>
