// SPDX-License-Identifier: GPL-3.0-or-later
// As tests.h beside it, for tests of windows.
#pragma once

#include "tests.h"
#include "widgets.h"

#include "ui/widgets/theme/theme.h"

#include <QApplication>
