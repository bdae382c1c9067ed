# SPDX-License-Identifier: GPL-3.0-or-later
# One function per kind of target, so that a folder's CMakeLists.txt is a list of files and neighbours.

# A test runs once, what it calls a thousand times: in a release only the latter is worth optimising. Qt tells each test by define in which
# folder it lies and with which libraries it is linked; nobody reads that, and it would part the test from the precompiled header.
set(ONEDOOR_TEST_FLAGS -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR -UQT_CONCURRENT_LIB -UQT_NETWORK_LIB)
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  list(APPEND ONEDOOR_TEST_FLAGS -O0 -g0)
endif()
set(ONEDOOR_TEST_DEFINITIONS ONEDOOR_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ONEDOOR_BINARY_DIR="${CMAKE_BINARY_DIR}")

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

# onedoor_test_support(NAME SOURCES … LINKS …): what several tests are linked with.
function(onedoor_test_support name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} Qt6::Test PRIVATE onedoor_options)
  target_compile_definitions(${name} PRIVATE ${ONEDOOR_TEST_DEFINITIONS})
  target_compile_options(${name} PRIVATE ${ONEDOOR_TEST_FLAGS})
  onedoor_precompiled(${name} tests)
endfunction()

# onedoor_test(NAME LABEL unit LINKS … [SOURCES …]): NAME.cpp beside the CMakeLists.txt, one executable, one CTest entry.
# Tests run without a display, in UTC-free fixed surroundings: offscreen platform, zh-independent C locale.
function(onedoor_test name)
  cmake_parse_arguments(ARG "" "LABEL;TIMEOUT" "SOURCES;LINKS" ${ARGN})
  set(moc ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  add_executable(${name} ${name}.cpp ${moc} ${ARG_SOURCES})
  qt_generate_moc(${name}.cpp ${moc} TARGET ${name}) # AUTOMOC would look through and compile another file for each test
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS} Qt6::Test onedoor_options onedoor_sanitized)
  target_compile_definitions(${name} PRIVATE ${ONEDOOR_TEST_DEFINITIONS})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_compile_options(${name} PRIVATE ${ONEDOOR_TEST_FLAGS})
  if(ARG_LINKS MATCHES "onedoor_(ui_widgets|ui_slip|ui_shell|ui_recovery|page|desk)")
    onedoor_precompiled(${name} gui_tests)
  else()
    onedoor_precompiled(${name} tests)
  endif()
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
