#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Helps authors to keep translations/ complete.
#   packaging/translations.sh update            reads the sources anew: new texts come in, gone ones leave
#   packaging/translations.sh list [LANGUAGE]   what is unfinished, one a line: context | source
#   packaging/translations.sh fill [LANGUAGE] < LINES
# fill takes the lines of list with one more column: context | source | 译文. Plural forms are further columns (English has
# two). A disambiguation stands behind the context: context#comment. A line break is written \n. LANGUAGE: zh_CN (default), en.
# After a merge conflict: take either side of the .ts files, update, and fill again from your lines.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

file=translations/onedoor_${2:-zh_CN}.ts
case "${1:-}" in
  update)
    [ -f build/dev/CMakeCache.txt ] || cmake --preset dev >/dev/null
    cmake --build --preset dev --target update_translations
    ;;
  list) awk -f packaging/translations.awk -v mode=list "$file" ;;
  fill)
    result=$(mktemp)
    trap 'rm -f "$result"' EXIT
    awk -f packaging/translations.awk -v mode=fill - "$file" >"$result"
    cp "$result" "$file"
    ;;
  *) sed -n '3,9s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
