# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The native way: everything from this system's own packages. Sourced, not run.

native_ready=$cache/native.ready

native_setup() {
  [ "$(cat "$native_ready" 2>/dev/null)" = "$(packages_stamp)" ] && return
  local wanted missing
  mapfile -t wanted < <(packages)
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  if [ ${#missing[@]} -gt 0 ]; then
    say "${#missing[@]} packages are missing: ${missing[*]}"
    as_admin_once "apt-get update" "apt-get install --yes --no-install-recommends ${missing[*]}"
    say "the packages are in place."
  fi
  mkdir -p "$cache"
  packages_stamp >"$native_ready"
}

native_exec() {
  utf8_locale
  exec "$@"
}

# Every path is this system's own.
native_refuse() { :; }
