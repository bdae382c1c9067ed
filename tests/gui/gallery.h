// SPDX-License-Identifier: GPL-3.0-or-later
// A page that shows every widget with invented Chinese text, for tests and for looking at.
#pragma once

#include <QWidget>
#include <memory>

namespace onedoor {

std::unique_ptr<QWidget> makeGallery();

} // namespace onedoor
