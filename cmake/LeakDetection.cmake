# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later

# NUTGRAF_TEST_SANITIZERS: what the environment of every test says to the sanitizers. Leaks are looked for where the
# kernel lets a process look at itself (LeakSanitizer attaches with ptrace, which some containers forbid).
set(NUTGRAF_TEST_SANITIZERS "")
if(NUTGRAF_SANITIZE)
  file(WRITE "${CMAKE_BINARY_DIR}/leak_probe.cpp" "int main() { return 0; }\n")
  try_run(leak_probe_result leak_probe_compiled "${CMAKE_BINARY_DIR}/leak_probe"
    SOURCES "${CMAKE_BINARY_DIR}/leak_probe.cpp"
    COMPILE_DEFINITIONS -fsanitize=address LINK_OPTIONS -fsanitize=address
    RUN_OUTPUT_VARIABLE leak_probe_output)
  if(leak_probe_compiled AND "${leak_probe_result}" STREQUAL "0")
    set(NUTGRAF_TEST_SANITIZERS
      "ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/cmake/leaks.supp:print_suppressions=0")
  else()
    message(WARNING "Leaks are not looked for: LeakSanitizer cannot run here (does the container forbid ptrace?)\n"
      "${leak_probe_output}")
    set(NUTGRAF_TEST_SANITIZERS "ASAN_OPTIONS=detect_leaks=0")
  endif()
endif()
