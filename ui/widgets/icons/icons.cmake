# SPDX-License-Identifier: GPL-3.0-or-later
# Turns resources/icons/*.svg into alpha masks in six sizes, and the logo into seven, packed as one Qt resource. Done at build
# time so that the program needs no SVG reader. Result: the variable ONEDOOR_ICON_SOURCE.
find_program(ONEDOOR_RSVG_CONVERT rsvg-convert REQUIRED)
file(GLOB icon_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/icons/*.svg)
set(icon_folder ${CMAKE_CURRENT_BINARY_DIR}/icons)
set(icon_qrc "<RCC>\n<qresource prefix=\"/icons\">\n")
set(icon_images)

function(onedoor_rasterise source outputs)
  set(made)
  set(commands)
  foreach(entry IN LISTS outputs)
    string(REPLACE "=" ";" entry ${entry})
    list(GET entry 0 size)
    list(GET entry 1 target)
    get_filename_component(folder ${target} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    list(APPEND commands COMMAND ${ONEDOOR_RSVG_CONVERT} -w ${size} -h ${size} -o ${target} ${source})
    list(APPEND made ${target})
  endforeach()
  add_custom_command(OUTPUT ${made} ${commands} DEPENDS ${source} VERBATIM)
  set(icon_images ${icon_images} ${made} PARENT_SCOPE)
endfunction()

foreach(source IN LISTS icon_files)
  get_filename_component(name ${source} NAME_WE)
  set(outputs)
  foreach(size IN ITEMS 16 20 24 32 48 64)
    list(APPEND outputs ${size}=${icon_folder}/${size}/${name}.png)
    string(APPEND icon_qrc "<file>${size}/${name}.png</file>\n")
  endforeach()
  onedoor_rasterise(${source} "${outputs}")
endforeach()

set(outputs)
foreach(size IN ITEMS 16 24 32 48 64 128 256)
  list(APPEND outputs ${size}=${icon_folder}/app/${size}.png)
  string(APPEND icon_qrc "<file>app/${size}.png</file>\n")
endforeach()
onedoor_rasterise(${CMAKE_SOURCE_DIR}/resources/icons/app/onedoor.svg "${outputs}")

string(APPEND icon_qrc "</qresource>\n</RCC>\n")
file(CONFIGURE OUTPUT ${icon_folder}/icons.qrc CONTENT "${icon_qrc}" @ONLY)
set(ONEDOOR_ICON_SOURCE ${icon_folder}/qrc_icons.cpp)
add_custom_command(OUTPUT ${ONEDOOR_ICON_SOURCE}
  COMMAND Qt6::rcc --name onedoor_icons --output ${ONEDOOR_ICON_SOURCE} ${icon_folder}/icons.qrc
  DEPENDS ${icon_images} ${icon_folder}/icons.qrc VERBATIM)
set_source_files_properties(${ONEDOOR_ICON_SOURCE} PROPERTIES SKIP_AUTOGEN ON)
