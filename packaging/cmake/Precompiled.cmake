# SPDX-License-Identifier: GPL-3.0-or-later
# Most of a build's time goes into reading the same headers of Qt and the standard library a thousand times. Where ONEDOOR_PRECOMPILE is on
# they are read once. The development presets leave it off: there each file has to include what it uses.
option(ONEDOOR_PRECOMPILE "Precompile the headers of Qt and the standard library" OFF)
set(ONEDOOR_PRECOMPILED onedoor_precompiled_core) # a folder of widgets sets onedoor_precompiled_widgets

if(ONEDOOR_PRECOMPILE)
  foreach(kind IN ITEMS core widgets)
    add_library(onedoor_precompiled_${kind} OBJECT ${CMAKE_CURRENT_LIST_DIR}/precompiled/empty.cpp)
    target_link_libraries(onedoor_precompiled_${kind} PRIVATE onedoor_options tl::expected
      $<IF:$<STREQUAL:${kind},widgets>,Qt6::Widgets,Qt6::Core>)
    target_precompile_headers(onedoor_precompiled_${kind} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/precompiled/${kind}.h)
    set_target_properties(onedoor_precompiled_${kind} PROPERTIES AUTOMOC OFF AUTORCC OFF)
  endforeach()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>      # as ccache needs it
      "$<$<COMPILE_LANGUAGE:CXX>:SHELL:--param ggc-min-heapsize=1000000>") # a file fits into memory: collecting garbage took a tenth of the time
  endif()
  if(ONEDOOR_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${ONEDOOR_CCACHE})
  endif()
endif()

function(onedoor_precompiled name)
  if(ONEDOOR_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM ${ONEDOOR_PRECOMPILED})
  endif()
endfunction()
