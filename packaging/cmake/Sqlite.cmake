# SPDX-License-Identifier: GPL-3.0-or-later
# SQLite3 Multiple Ciphers as one C file, from the lock-filed npm package, checked against the hash below before it is compiled.
# ONEDOOR_SQLITE_DIR may name a folder that already holds sqlite3.c and sqlite3.h (an offline build); the hash still decides.
set(ONEDOOR_SQLITE_SHA256 ad84d2c24540cf62ea27ee414911a32963390769bd031f39a50aec0ad90614a0)
set(ONEDOOR_SQLITE_DIR "" CACHE PATH "Folder with the SQLite3 Multiple Ciphers amalgamation; empty: fetched with npm")

set(sqlite_dir ${ONEDOOR_SQLITE_DIR})
if(NOT sqlite_dir)
  set(npm_dir ${CMAKE_BINARY_DIR}/sqlite-source)
  set(sqlite_dir ${npm_dir}/node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3)
  if(NOT EXISTS ${sqlite_dir}/sqlite3.c)
    find_program(ONEDOOR_NPM npm REQUIRED)
    file(COPY ${CMAKE_SOURCE_DIR}/packaging/sqlite/package.json ${CMAKE_SOURCE_DIR}/packaging/sqlite/package-lock.json
         DESTINATION ${npm_dir})
    # Nothing of the package runs, so its wish for a newer Node.js is no warning to us.
    execute_process(COMMAND ${ONEDOOR_NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
                    WORKING_DIRECTORY ${npm_dir} COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
  endif()
endif()
file(SHA256 ${sqlite_dir}/sqlite3.c sqlite_hash)
if(NOT sqlite_hash STREQUAL ONEDOOR_SQLITE_SHA256)
  message(FATAL_ERROR "sqlite3.c in ${sqlite_dir} is not the pinned source:\n  found  ${sqlite_hash}\n  wanted ${ONEDOOR_SQLITE_SHA256}")
endif()

add_library(onedoor_sqlite STATIC ${sqlite_dir}/sqlite3.c)
target_include_directories(onedoor_sqlite SYSTEM PUBLIC ${sqlite_dir})
# Hidden symbols: another SQLite in the process (a Qt plugin, a keyring) must never resolve to ours, nor ours to it.
set_target_properties(onedoor_sqlite PROPERTIES C_VISIBILITY_PRESET hidden AUTOMOC OFF)
target_compile_definitions(onedoor_sqlite PRIVATE
  SQLITE_API=
  SQLITE_THREADSAFE=2 SQLITE_TEMP_STORE=2 SQLITE_SECURE_DELETE SQLITE_ENABLE_FTS5 SQLITE_ENABLE_SESSION SQLITE_ENABLE_DBPAGE_VTAB
  SQLITE_ENABLE_PREUPDATE_HOOK SQLITE_DQS=0 SQLITE_DEFAULT_FOREIGN_KEYS=1 SQLITE_DEFAULT_MEMSTATUS=0
  SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_USE_ALLOCA SQLITE_MAX_EXPR_DEPTH=100 SQLITE_STRICT_SUBTYPE=1)
target_compile_options(onedoor_sqlite PRIVATE -w -O2)
find_package(Threads REQUIRED)
target_link_libraries(onedoor_sqlite PUBLIC Threads::Threads ${CMAKE_DL_LIBS} m)
