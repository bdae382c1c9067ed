# SPDX-License-Identifier: GPL-3.0-or-later
# Every dependency is found here and nowhere else; CONTRIBUTING.md gives the reason for each.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network PrintSupport Concurrent Multimedia TextToSpeech Test LinguistTools)
find_package(PkgConfig REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS program_options) # headers: Asio and Beast
find_package(OpenSSL 3.0 REQUIRED COMPONENTS SSL Crypto)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(cbor REQUIRED IMPORTED_TARGET libcbor)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(pq IMPORTED_TARGET libpq) # without it only the hub on PostgreSQL is left out
pkg_check_modules(qrencode REQUIRED IMPORTED_TARGET libqrencode)
find_package(Qt6Keychain REQUIRED)
include(Sqlite) # target onedoor_sqlite: SQLite3 Multiple Ciphers, pinned, symbols hidden
