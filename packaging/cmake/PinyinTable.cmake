# SPDX-License-Identifier: GPL-3.0-or-later
# The pinyin table: readings from the Unihan database (Debian package unicode-data), our own lists from resources/pinyin, written as
# C++ into the build folder by core/base/tools/pinyin_table.cpp. Nothing of Unicode's data is kept in the repository.
# Sets ONEDOOR_PINYIN_SOURCE.
find_file(ONEDOOR_UNIHAN_READINGS NAMES Unihan_Readings.txt Unihan_Readings.txt.bz2 PATHS /usr/share/unicode
  NO_CMAKE_FIND_ROOT_PATH DOC "Unihan_Readings.txt of the Unicode character database, plain or .bz2")
if(NOT ONEDOOR_UNIHAN_READINGS)
  message(FATAL_ERROR "Unihan_Readings.txt not found: install unicode-data, or set ONEDOOR_UNIHAN_READINGS")
endif()

set(unihan ${ONEDOOR_UNIHAN_READINGS})
if(unihan MATCHES "\\.bz2$")
  find_program(ONEDOOR_BZIP2 bzip2 REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  set(unihan ${CMAKE_CURRENT_BINARY_DIR}/Unihan_Readings.txt)
  if(NOT EXISTS ${unihan} OR ${ONEDOOR_UNIHAN_READINGS} IS_NEWER_THAN ${unihan})
    execute_process(COMMAND ${ONEDOOR_BZIP2} -dc ${ONEDOOR_UNIHAN_READINGS} OUTPUT_FILE ${unihan} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endif()

set(pinyin_tool_source ${CMAKE_SOURCE_DIR}/core/base/tools/pinyin_table.cpp)
if(CMAKE_CROSSCOMPILING)
  # The tool runs here, not on the target, so the target's compiler is of no use for it.
  find_program(ONEDOOR_HOST_COMPILER NAMES c++ g++ clang++ REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  set(pinyin_tool ${CMAKE_CURRENT_BINARY_DIR}/onedoor_pinyin_table)
  add_custom_command(OUTPUT ${pinyin_tool} DEPENDS ${pinyin_tool_source} VERBATIM
    COMMAND ${ONEDOOR_HOST_COMPILER} -std=c++20 -O1 -o ${pinyin_tool} ${pinyin_tool_source})
else()
  add_executable(onedoor_pinyin_table ${pinyin_tool_source})
  target_link_libraries(onedoor_pinyin_table PRIVATE onedoor_options)
  set_target_properties(onedoor_pinyin_table PROPERTIES AUTOMOC OFF AUTORCC OFF)
  set(pinyin_tool onedoor_pinyin_table)
endif()

set(ONEDOOR_PINYIN_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/pinyin_table_data.cpp)
set(pinyin_lists ${CMAKE_SOURCE_DIR}/resources/pinyin/surnames.txt ${CMAKE_SOURCE_DIR}/resources/pinyin/characters.txt)
add_custom_command(OUTPUT ${ONEDOOR_PINYIN_SOURCE} DEPENDS ${pinyin_tool} ${unihan} ${pinyin_lists} VERBATIM
  COMMAND ${pinyin_tool} ${unihan} ${pinyin_lists} ${ONEDOOR_PINYIN_SOURCE}
  COMMENT "Writing the pinyin table")
set_source_files_properties(${ONEDOOR_PINYIN_SOURCE} PROPERTIES SKIP_AUTOMOC ON)
