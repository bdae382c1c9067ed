// SPDX-License-Identifier: GPL-3.0-or-later
// As core.h beside it, for targets that draw.
#pragma once

#include "core.h"

#include <QLabel>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>
#include <QWidget>
