# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# Set-up and building, whichever way this machine goes. Sourced, not run.

. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
. "$(dirname "${BASH_SOURCE[0]}")/native.sh"
. "$(dirname "${BASH_SOURCE[0]}")/debian_root.sh"

# The way and a finished set-up are remembered, so that a second start asks nobody.
chosen_way=$(cat "$cache/way" 2>/dev/null || true)
if [ -z "$chosen_way" ]; then
  chosen_way=$(way)
  mkdir -p "$cache"
  echo "$chosen_way" >"$cache/way"
fi

setup() { "${chosen_way}_setup"; }

# inside COMMAND…: runs it where the tools are, and comes back.
inside() { ("${chosen_way}_exec" "$@"); }
# inside_exec COMMAND…: the same, in place of this script.
inside_exec() { "${chosen_way}_exec" "$@"; }
# refuse ARGUMENT…: ends the script if an argument is a path that cannot be given to a program there.
refuse() { "${chosen_way}_refuse" "$@"; }

# build PRESET [CMAKE ARGUMENTS…]: configures and builds into build/PRESET; quick when nothing changed.
build() {
  local preset=$1 stamp=$top/build/$1/.built
  shift
  if [ -f "$stamp" ] && [ -z "$(find "$top"/{app,ui,resources,cmake,tests,CMakeLists.txt,CMakePresets.json} \
    -newer "$stamp" -print -quit)" ]; then
    return
  fi
  say "building ($preset; the first time takes some minutes) …"
  (
    cd "$top"
    export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER:-ccache} CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1
    # What ccache needs to know of precompiled headers (its manual, "Precompiled headers").
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    touch_start=$(mktemp)
    inside cmake --preset "$preset" "$@" >"$touch_start" 2>&1 || {
      cat "$touch_start" >&2
      die "cmake could not configure the build."
    }
    inside cmake --build --preset "$preset" >&2 || die "the build failed; the compiler's words are above."
    touch -r "$touch_start" "$stamp"
    rm "$touch_start"
  )
  # Under sudo the build folder must not become root's.
  [ -z "${SUDO_UID:-}" ] || chown -R "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" "$top/build"
}
