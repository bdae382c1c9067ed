// SPDX-License-Identifier: GPL-3.0-or-later
// As core.h beside it, for tests: with the demo centre that most of them drive.
#pragma once

#include "core.h"

#include "tests/support/demo_centre.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
