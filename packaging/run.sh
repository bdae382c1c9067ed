#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds OneDoor and starts it with demonstration data. Without a screen it takes pictures of every page instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packaging/install.sh
cmake --preset release
cmake --build --preset release --parallel "$(nproc)" --target onedoor

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/bin/onedoor --demo "$@"
fi
printf '%s\n' "没有显示器：改为逐页截图。" "No display here: taking pictures of every page instead."
QT_QPA_PLATFORM=offscreen build/release/bin/onedoor --tour build/tour "$@"
printf '%s\n' "图片在 / Pictures are in: $PWD/build/tour"
