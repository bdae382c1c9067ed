# SPDX-License-Identifier: GPL-3.0-or-later
# The one place for compiler flags and defines: every target of ours links onedoor_options privately.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTORCC ON)

option(ONEDOOR_WARNINGS_AS_ERRORS "Treat every warning as an error" OFF)
set(ONEDOOR_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")
option(ONEDOOR_COVERAGE "Instrument for gcov" OFF)
option(ONEDOOR_FUZZ "Build the libFuzzer targets (clang only)" OFF)

find_program(ONEDOOR_CCACHE ccache)
if(ONEDOOR_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${ONEDOOR_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ONEDOOR_CCACHE})
endif()

# A hundred tests are linked; the linker that a compiler takes by itself spends minutes on that.
find_program(ONEDOOR_FAST_LINKER NAMES ld.lld ld.gold)
if(ONEDOOR_FAST_LINKER MATCHES "ld\\.(lld|gold)$")
  add_link_options(-fuse-ld=${CMAKE_MATCH_1})
endif()

add_library(onedoor_options INTERFACE)
target_include_directories(onedoor_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(onedoor_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(onedoor_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<CXX_COMPILER_ID:GNU>:-Wno-missing-field-initializers> # designated initialisers name what they set
  $<$<CXX_COMPILER_ID:Clang>:-Wno-missing-field-initializers -Wno-missing-designated-field-initializers -Wno-unknown-warning-option>
  $<$<BOOL:${ONEDOOR_WARNINGS_AS_ERRORS}>:-Werror>)
if(ONEDOOR_SANITIZE)
  add_compile_options(-fsanitize=${ONEDOOR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${ONEDOOR_SANITIZE})
endif()
if(ONEDOOR_FUZZ)
  # Everything is instrumented, so that a fuzzer sees the branches of the libraries; its main comes from tests/fuzz.
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()
if(ONEDOOR_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
