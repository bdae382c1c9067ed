#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs PouchDB and express-pouchdb of package.json into a build folder, once, and runs measure.js with them. Exits 77 with the reason when
# that can't be done on this machine.
#   tests/bench/pouchdb/run.sh MODULES FOLDER     MODULES: where to install; FOLDER: empty, for the databases
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
modules=$1
folder=$2

leave_out() {
  printf '%s\n' "$1" >&2
  exit 77
}

command -v node >/dev/null || leave_out 'node is not installed (package nodejs)'
if ! cmp --silent "$here/package.json" "$modules/installed.json"; then
  command -v npm >/dev/null || leave_out 'npm is not installed (package npm)'
  mkdir -p "$modules"
  cp "$here/package.json" "$modules/package.json"
  # Without scripts: nothing is compiled, LevelDB comes ready for the usual systems.
  npm install --prefix "$modules" --ignore-scripts --no-audit --no-fund --no-package-lock >&2 || leave_out 'npm could not install PouchDB'
  cp "$here/package.json" "$modules/installed.json"
fi
export NODE_PATH="$modules/node_modules" NODE_ENV=production
exec node "$here/measure.js" "$folder"
