# SPDX-License-Identifier: GPL-3.0-or-later
# Most of a build's time goes into reading the same headers of Qt and the standard library a thousand times. Where ONEDOOR_PRECOMPILE is on
# they are read once; tests read the demo centre besides. The development presets leave it off: there each file has to include what it uses.
option(ONEDOOR_PRECOMPILE "Precompile the headers that most files read" OFF)
set(ONEDOOR_PRECOMPILED core) # a folder of widgets or of console programs sets that

# onedoor_precompiled_headers(KIND LINKS … [FLAGS …] [DEFINITIONS …]): precompiled/KIND.h, for targets that are compiled with just these flags.
function(onedoor_precompiled_headers kind)
  cmake_parse_arguments(ARG "" "" "LINKS;FLAGS;DEFINITIONS" ${ARGN})
  set(name onedoor_precompiled_${kind})
  add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/packaging/cmake/empty.cpp)
  target_link_libraries(${name} PRIVATE onedoor_options tl::expected ${ARG_LINKS})
  target_compile_options(${name} PRIVATE ${ARG_FLAGS})
  target_compile_definitions(${name} PRIVATE ${ARG_DEFINITIONS})
  target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/packaging/cmake/precompiled/${kind}.h)
endfunction()

if(ONEDOOR_PRECOMPILE)
  onedoor_precompiled_headers(core LINKS Qt6::Core)
  onedoor_precompiled_headers(widgets LINKS Qt6::Widgets)
  onedoor_precompiled_headers(console LINKS Qt6::Core Boost::program_options)
  if(BUILD_TESTING)
    set(as_tests FLAGS ${ONEDOOR_TEST_FLAGS} DEFINITIONS ${ONEDOOR_TEST_DEFINITIONS})
    onedoor_precompiled_headers(tests LINKS onedoor_services Qt6::Test ${as_tests})
    onedoor_precompiled_headers(gui_tests LINKS onedoor_services onedoor_ui_widgets Qt6::Test ${as_tests})
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>      # as ccache needs it
      "$<$<COMPILE_LANGUAGE:CXX>:SHELL:--param ggc-min-heapsize=1000000>") # a file fits into memory: collecting garbage took a tenth of the time
  endif()
  if(ONEDOOR_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${ONEDOOR_CCACHE})
  endif()
endif()

# onedoor_precompiled(TARGET [KIND])
function(onedoor_precompiled name)
  if(ONEDOOR_PRECOMPILE)
    set(kind ${ARGN})
    if(NOT kind)
      set(kind ${ONEDOOR_PRECOMPILED})
    endif()
    target_precompile_headers(${name} REUSE_FROM onedoor_precompiled_${kind})
  endif()
endfunction()
