# SPDX-License-Identifier: GPL-3.0-or-later
# One function per kind of target, so that a folder's CMakeLists.txt is a list of files and neighbours.

# onedoor_library(NAME SOURCES … LINKS …): a static library of the product.
function(onedoor_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE onedoor_options)
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  onedoor_precompiled(${name})
endfunction()

# onedoor_program(NAME SOURCES … LINKS …)
function(onedoor_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} onedoor_options onedoor_sanitized)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
  onedoor_precompiled(${name})
endfunction()

# onedoor_test(NAME LABEL unit LINKS … [SOURCES …]): NAME.cpp beside the CMakeLists.txt, one executable, one CTest entry.
# Tests run without a display, in UTC-free fixed surroundings: offscreen platform, zh-independent C locale.
function(onedoor_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${name}.cpp ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test onedoor_options onedoor_sanitized)
  target_compile_definitions(${name} PRIVATE
    ONEDOOR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ONEDOOR_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  onedoor_precompiled(${name})
  if(ARG_LABEL MATCHES "^(unit|gui|structure)$" AND CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_options(${name} PRIVATE -O1 -g0) # what they call is optimised; they themselves run once
  endif()
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp # next to nothing is in it
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  add_test(NAME ${name} COMMAND ${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  if(ONEDOOR_SANITIZE) # everything takes about ten times as long
    math(EXPR ARG_TIMEOUT "${ARG_TIMEOUT} * 10")
  endif()
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABEL}" TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "${ONEDOOR_TEST_ENVIRONMENT}")
endfunction()
