# SPDX-FileCopyrightText: 2026 The Nutgraf developers
# SPDX-License-Identifier: GPL-3.0-or-later
# The other way: a Debian 13 root in the user's cache folder, made once with mmdebstrap. Sourced, not run.

root_setup() {
  [ "$(cat "$root_ready" 2>/dev/null)" = "$(packages_stamp)" ] && return
  [ -f "$root_ready" ] && root_has_all && return
  root_tools
  ask "make a Debian 13 root in $root (about 2 GB, two minutes; nothing else of the system changes)?"
  root_make
  packages_stamp >"$root_ready"
}

# A root that was made whole serves every list whose packages it has: another checkout's list must not make it anew.
root_has_all() {
  local missing
  missing=$(comm -23 <(packages | sort -u) \
    <(awk '/^Package: / { name = $2 } /^Status: .* installed$/ { print name }' "$root/var/lib/dpkg/status" | sort -u))
  [ -z "$missing" ]
}

# What is really missing decides, not what was done before: whoever was told to ask an administrator only runs this again.
root_tools() {
  local lacking steps=()
  mapfile -t lacking < <(root_lacks)
  [ ${#lacking[@]} = 0 ] \
    || steps+=("apt-get update" "apt-get install --yes --no-install-recommends ${lacking[*]}")
  if [ "$user_id" != 0 ]; then mapfile -t -O ${#steps[@]} steps < <(root_permissions); fi
  [ ${#steps[@]} -gt 0 ] || return 0
  say "this system's packages are older than Nutgraf needs; a Debian 13 root will be used. For that, as administrator:"
  as_admin_once "${steps[@]}"
}

# Packages without which a root can be neither made nor entered, one a line.
root_lacks() {
  command -v mmdebstrap >/dev/null || echo mmdebstrap
  [ -f "${keyring:-/usr/share/keyrings/debian-archive-keyring.gpg}" ] || echo debian-archive-keyring
  [ "$user_id" != 0 ] || return 0
  command -v newuidmap >/dev/null || echo uidmap
  command -v bwrap >/dev/null || echo bubblewrap
}

# What an ordinary user needs besides, as commands, one a line: numbers for the root's other users (subuid(5)), and
# user namespaces where the kernel withholds them.
root_permissions() {
  local name first setting
  name=$(id -un)
  if ! grep -qsE "^($name|$user_id):" "${subuid:-/etc/subuid}" || ! grep -qsE "^($name|$user_id):" "${subgid:-/etc/subgid}"; then
    first=$({ cat "${subuid:-/etc/subuid}" "${subgid:-/etc/subgid}" 2>/dev/null || true; } \
      | awk -F: 'BEGIN { n = 100000 } $2 + $3 > n { n = $2 + $3 } END { print n }')
    echo "usermod --add-subuids $first-$((first + 65535)) --add-subgids $first-$((first + 65535)) $name"
  fi
  for setting in kernel.unprivileged_userns_clone=0 user.max_user_namespaces=0 \
    kernel.apparmor_restrict_unprivileged_userns=1; do
    [ "$(cat "${sysctls:-/proc/sys}/$(tr . / <<<"${setting%=*}")" 2>/dev/null)" = "${setting#*=}" ] || continue
    setting=${setting%=*}=$(case $setting in user.*) echo 15000 ;; *=0) echo 1 ;; *) echo 0 ;; esac)
    echo "echo $setting >>/etc/sysctl.d/80-nutgraf.conf"
    echo "sysctl --quiet $setting"
  done
}

# The mirror that this system's own apt uses for Debian itself.
root_mirror() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME)$(SUITE)$(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null \
    | awk '$3 == "main" && $1 !~ /security/ && $1 ~ /debian\/?$/ { print $1; exit }'
}

root_make() {
  local mirror part=$cache/debian-13.part proxy options=()
  mirror=$(root_mirror)
  [ -n "$mirror" ] || die "no Debian mirror is configured in /etc/apt. Add one, then run this again."
  proxy=$(apt-config shell p Acquire::http::Proxy 2>/dev/null | sed -n "s/^p='\(.*\)'$/\1/p")
  [ -z "$proxy" ] || options+=(--aptopt="Acquire::http::Proxy \"$proxy\"")
  mkdir -p "$cache/debs"
  root_remove "$part"
  rm -f "$root_ready"
  say "making the Debian 13 root from $mirror …"
  if [ "$user_id" = 0 ]; then
    root_bootstrap root "$part" "$mirror" "${options[@]}"
  else
    # As an ordinary user: a tar out of the user namespace, so that every file of the root is the user's own.
    root_bootstrap unshare "$part.tar" "$mirror" "${options[@]}"
    mkdir "$part"
    tar --extract --file "$part.tar" --directory "$part" --no-same-owner --exclude='./dev/*'
    rm "$part.tar"
  fi
  root_remove "$root"
  mv "$part" "$root"
  rm -rf "$cache/debs"
  say "the Debian 13 root is in place."
}

# root_bootstrap MODE TARGET MIRROR OPTIONS…: downloads of an interrupted run are used again.
root_bootstrap() {
  local mode=$1 target=$2 mirror=$3 hooks=()
  shift 3
  if [ "$mode" = root ]; then
    hooks=(--setup-hook='mkdir -p "$1/var/cache/apt/archives"; cp -n "'"$cache"'"/debs/*.deb "$1/var/cache/apt/archives/" 2>/dev/null || true')
  fi
  mmdebstrap --mode="$mode" --variant=minbase --include="$(packages | paste -sd,)" "$@" "${hooks[@]}" \
    trixie "$target" "deb $mirror trixie main" >&2 \
    || die "mmdebstrap failed (its messages are above). Run this again: downloads are kept where they can be."
}

# Removes a root, keeping its downloads, and the whole of it if somebody's desk lies in it (older versions of these
# scripts let that happen). Nothing is mounted in it from outside: mounts live in private namespaces.
root_remove() {
  local desk kept=$1.kept-$(date +%Y%m%d-%H%M%S)
  [ -d "$1" ] || return 0
  if grep -qs " $1/" /proc/self/mounts; then die "$1 has mounts in it; unmount them, then run this again."; fi
  desk=$(find "$1" -xdev \( -path "$1/usr" -o -path "$1/proc" -o -path "$1/sys" \) -prune -o -name desk.json -print -quit)
  if [ -n "$desk" ]; then
    mv "$1" "$kept"
    say "the desk in ${desk%/desk.json} lay inside the old root. It is kept: $kept${desk#"$1"}. Move it to a folder of yours."
    return
  fi
  mv -n "$1"/var/cache/apt/archives/*.deb "$cache/debs/" 2>/dev/null || true
  rm -rf --one-file-system "$1"
}

# The root gives programs and their settings; every other path is this system's own, so that what is written under any
# name lies where its user looks for it.
root_parts=(/usr /etc)

# Files of this system's /etc that hold inside as well.
root_shared_files=(/etc/passwd /etc/group /etc/hosts /etc/resolv.conf)

# root_mounts: what is laid over this system's tree, as lines FROM, tab, TO; all of it can be read only.
root_mounts() {
  local part
  for part in "${root_parts[@]}"; do printf '%s\t%s\n' "$root$part" "$part"; done
  # A system whose /bin and /lib are folders of their own, not links into /usr.
  for part in bin sbin lib lib32 lib64 libx32; do
    [ ! -d "/$part" ] || [ -L "/$part" ] || [ ! -d "$root/usr/$part" ] || printf '%s\t%s\n' "$root/usr/$part" "/$part"
  done
  for part in "${root_shared_files[@]}"; do
    [ ! -f "$part" ] || [ ! -f "$root$part" ] || printf '%s\t%s\n' "$(readlink -f "$part")" "$part"
  done
  part=/usr/lib/locale
  [ ! -d "$part" ] || [ ! -d "$root$part" ] || printf '%s\t%s\n' "$part" "$part"
  part=/var/cache/fontconfig # else every user's first start reads all fonts
  [ ! -d "$part" ] || [ ! -d "$root$part" ] || printf '%s\t%s\n' "$root$part" "$part"
}

# root_hides PATH: inside, PATH is the root's, not this system's. Relative paths and links are followed.
root_hides() {
  local path part
  path=$(realpath -m -- "$1") || return 1
  for part in "${root_parts[@]}"; do
    case $path/ in "$part"/*) return 0 ;; esac
  done
  return 1
}

# root_refuse ARGUMENT…: a path that cannot be given is refused before anything starts. (What is missed here meets a
# file system that can be read only.)
root_refuse() {
  local argument
  for argument in "$@"; do
    case $argument in -*=*) argument=${argument#*=} ;; esac
    case $argument in '' | -*) continue ;; esac
    if root_hides "$argument"; then
      die "$argument lies in /usr or /etc, which belong to Nutgraf's Debian 13 root here. Name a folder elsewhere."
    fi
  done
}

# root_exec COMMAND…: runs it inside, in the same directory.
root_exec() {
  local directory mounts=() from to
  directory=$(pwd -P)
  for to in "$directory" "$top" "$cache"; do
    if root_hides "$to"; then
      die "$to lies in /usr or /etc, which belong to Nutgraf's Debian 13 root here. Move it, or go elsewhere."
    fi
  done
  export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
  [ -n "${TZ:-}" ] || [ ! -L /etc/localtime ] || export TZ=$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')
  utf8_locale
  if [ "$user_id" = 0 ]; then
    mkdir -p "$cache/inside"
    # slave: a drive that is plugged in later is seen; what is mounted here is not seen outside.
    exec unshare --mount --propagation slave -- \
      bash "$top/packaging/lib/enter_root.sh" "$cache/inside" "$directory" "$(root_mounts)" "$@"
  fi
  command -v bwrap >/dev/null || as_admin_once "apt-get update" "apt-get install --yes --no-install-recommends bubblewrap"
  while IFS=$'\t' read -r from to; do mounts+=(--ro-bind "$from" "$to"); done < <(root_mounts)
  exec bwrap --bind / / --dev-bind /dev /dev "${mounts[@]}" --chdir "$directory" -- "$@"
}
