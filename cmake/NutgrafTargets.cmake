# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Every target of the project is compiled alike: language, warnings and Qt's strict switches.
add_library(nutgraf_options INTERFACE)
target_compile_features(nutgraf_options INTERFACE cxx_std_23)
target_include_directories(nutgraf_options INTERFACE "${CMAKE_SOURCE_DIR}/app")
target_compile_options(nutgraf_options INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wnull-dereference -Wdouble-promotion -Wformat=2 -Wimplicit-fallthrough -Wextra-semi
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond -Wduplicated-branches -Wlogical-op>
  $<$<BOOL:${NUTGRAF_WERROR}>:-Werror>)
target_compile_definitions(nutgraf_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_STRICT_ITERATORS
  NUTGRAF_VERSION="${PROJECT_VERSION}")
if(NUTGRAF_SANITIZE)
  target_compile_options(nutgraf_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(nutgraf_options INTERFACE -fsanitize=address,undefined)
  target_compile_definitions(nutgraf_options INTERFACE _GLIBCXX_ASSERTIONS)
endif()

# nutgraf_precompile(<target> core|widgets): the headers that most files read are compiled once: by the first room of
# app/ (base) and of ui/ (look), whose flags the others share. It takes the time of a build from nothing to a quarter.
function(nutgraf_precompile target headers)
  if(NOT NUTGRAF_PRECOMPILE)
    return()
  endif()
  set(host_core nutgraf_base)
  set(host_widgets nutgraf_ui_look)
  if(target STREQUAL host_${headers})
    target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/cmake/precompiled/${headers}.h")
  else()
    target_precompile_headers(${target} REUSE_FROM ${host_${headers}})
  endif()
  # A test's own definitions may part it from the others; then it reads its headers itself.
  set_target_properties(${target} PROPERTIES PCH_WARN_INVALID OFF)
endfunction()

# nutgraf_room(<room> SOURCES <files…> DEPENDS <libraries…>): one room of app/ as static library nutgraf_<room>.
function(nutgraf_room room)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_library(nutgraf_${room} STATIC ${ARG_SOURCES})
  target_link_libraries(nutgraf_${room} PUBLIC nutgraf_options ${ARG_DEPENDS})
  nutgraf_precompile(nutgraf_${room} core)
endfunction()

# nutgraf_ui_room(<room> SOURCES <files…> DEPENDS <libraries…>): one room of ui/ as static library nutgraf_ui_<room>.
function(nutgraf_ui_room room)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_library(nutgraf_ui_${room} STATIC ${ARG_SOURCES})
  target_include_directories(nutgraf_ui_${room} PUBLIC "${CMAKE_SOURCE_DIR}")
  target_link_libraries(nutgraf_ui_${room} PUBLIC nutgraf_options Qt6::Widgets ${ARG_DEPENDS})
  nutgraf_precompile(nutgraf_ui_${room} widgets)
endfunction()

# nutgraf_add_test(<name> DEPENDS <libraries…> [SOURCES <more files…>]): tst_<name>.cpp as one ctest test, offscreen, in UTC.
function(nutgraf_add_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(tst_${name} tst_${name}.cpp ${ARG_SOURCES})
  target_link_libraries(tst_${name} PRIVATE nutgraf_options Qt6::Test ${ARG_DEPENDS})
  target_include_directories(tst_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  if(ARG_DEPENDS MATCHES "nutgraf_(ui_|workflow)")
    nutgraf_precompile(tst_${name} widgets)
  elseif(ARG_DEPENDS MATCHES "nutgraf_")
    nutgraf_precompile(tst_${name} core)
  endif()
  # QTRY_* of Qt 6.8 narrow std::chrono counts to int inside the macro
  # (on the source: a target's own options come before those of the libraries)
  set_property(SOURCE tst_${name}.cpp APPEND PROPERTY COMPILE_OPTIONS -Wno-conversion -Wno-error)
  target_compile_definitions(tst_${name} PRIVATE
    NUTGRAF_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" NUTGRAF_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  set_target_properties(tst_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND tst_${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8;${NUTGRAF_TEST_SANITIZERS}")
endfunction()
