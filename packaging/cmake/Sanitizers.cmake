# SPDX-License-Identifier: GPL-3.0-or-later
# What tests need to run under the sanitizers of ONEDOOR_SANITIZE:
#   ONEDOOR_TEST_ENVIRONMENT  the environment of every test, to be used by all add_test() calls of ours
#   onedoor_sanitized         what a program or test links besides, empty without the thread sanitizer
# Nothing is suppressed: findings in our own code are mended.
set(ONEDOOR_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen" "LC_ALL=C.UTF-8")
add_library(onedoor_sanitized INTERFACE)

if(ONEDOOR_SANITIZE) # Qt ends a test function that takes longer: everything takes about ten times as long
  list(APPEND ONEDOOR_TEST_ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=3000000")
endif()
if(ONEDOOR_SANITIZE MATCHES "address")
  list(APPEND ONEDOOR_TEST_ENVIRONMENT
    "ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1")
endif()
if(ONEDOOR_SANITIZE MATCHES "undefined")
  list(APPEND ONEDOOR_TEST_ENVIRONMENT "UBSAN_OPTIONS=print_stacktrace=1")
endif()
if(ONEDOOR_SANITIZE MATCHES "thread")
  # System libraries are not instrumented: their own use of memory is theirs, what they lock through the C library still counts.
  # A test may fork (QProcess does as well) and start threads afterwards, in the child or in itself: by default that ends the process.
  list(APPEND ONEDOOR_TEST_ENVIRONMENT "TSAN_OPTIONS=ignore_noninstrumented_modules=1:second_deadlock_stack=1:die_after_fork=0")
  add_library(onedoor_future_order OBJECT ${CMAKE_SOURCE_DIR}/packaging/sanitizers/future_order.cpp)
  target_link_libraries(onedoor_future_order PRIVATE Qt6::Core onedoor_options)
  target_sources(onedoor_sanitized INTERFACE $<TARGET_OBJECTS:onedoor_future_order>)
endif()
