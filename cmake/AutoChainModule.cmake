# SPDX-License-Identifier: GPL-3.0-or-later
# One place for how this project compiles: warnings are errors, one helper per kind of target.

add_library(autochain_warnings INTERFACE)
target_compile_options(autochain_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wunused
  -Wformat=2 -Wimplicit-fallthrough -Werror)
# GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651); clang-tidy does not know the option.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13 AND NOT CMAKE_CXX_CLANG_TIDY)
  target_compile_options(autochain_warnings INTERFACE -Wno-restrict)
endif()
target_compile_definitions(autochain_warnings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_DEPRECATED_WARNINGS)

# autochain_module(NAME net SOURCES a.cpp b.h USES base codec QT Core Network LIBS QCoro6::Core)
# A core module: static library autochain_<name>, alias autochain::<name>, include root core/.
# USES names the core modules it links; tests/architecture holds this against the module's README.
function(autochain_module)
  cmake_parse_arguments(M "" "NAME" "SOURCES;USES;QT;LIBS" ${ARGN})
  add_library(autochain_${M_NAME} STATIC ${M_SOURCES})
  add_library(autochain::${M_NAME} ALIAS autochain_${M_NAME})
  target_include_directories(autochain_${M_NAME} PUBLIC ${CMAKE_SOURCE_DIR}/core ${CMAKE_BINARY_DIR}/core)
  target_link_libraries(autochain_${M_NAME} PRIVATE autochain_warnings)
  foreach(use ${M_USES})
    target_link_libraries(autochain_${M_NAME} PUBLIC autochain_${use})
  endforeach()
  foreach(qt ${M_QT})
    target_link_libraries(autochain_${M_NAME} PUBLIC Qt6::${qt})
  endforeach()
  target_link_libraries(autochain_${M_NAME} PUBLIC ${M_LIBS})
  set_target_properties(autochain_${M_NAME} PROPERTIES AUTOCHAIN_USES "${M_USES}")
endfunction()

# autochain_test(NAME tst_hex SOURCES tst_hex.cpp LIBS autochain::codec [TIMEOUT 60])
# A Qt Test program, headless, registered with ctest.
function(autochain_test)
  cmake_parse_arguments(T "" "NAME;TIMEOUT" "SOURCES;LIBS" ${ARGN})
  add_executable(${T_NAME} ${T_SOURCES})
  target_link_libraries(${T_NAME} PRIVATE Qt6::Test autochain_warnings ${T_LIBS})
  target_compile_definitions(${T_NAME} PRIVATE
    AUTOCHAIN_SOURCE_DIR="${CMAKE_SOURCE_DIR}" AUTOCHAIN_BINARY_DIR="${CMAKE_BINARY_DIR}")
  add_test(NAME ${T_NAME} COMMAND ${T_NAME})
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  set_tests_properties(${T_NAME} PROPERTIES TIMEOUT ${T_TIMEOUT} ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
endfunction()
