// SPDX-License-Identifier: GPL-3.0-or-later
// A page that shows every widget with invented Chinese text, for tests and for looking at.
#pragma once

#include <QWidget>
#include <memory>

namespace onedoor {

class Sheet;

std::unique_ptr<QWidget> makeGallery();
/// Opens the look-up list and a toast over it.
void showGalleryOverlays(QWidget& gallery);
/// A sheet with a form that was refused, secrets, keys and an empty state.
Sheet* openGallerySheet(QWidget& gallery);

} // namespace onedoor
