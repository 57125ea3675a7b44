# common.sh: what build-aux/run and build-aux/test share; sourced by both
#
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh

# Nothing here changes directory, so that files given on the command line are
# found where the caller stands.
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

say ()
{
  echo "${0##*/}: $*"
}

# is_configured STAMP LINE…: whether every line is in the stamp
is_configured ()
{
  stamp=$1
  shift
  for line in "$@"; do
    grep -qxF -e "$line" "$stamp" 2> /dev/null || return 1
  done
}

# configure FOLDER [SETUP OPTION…]: sets up a build folder, once. Changes of meson.build
# are ninja's business; what is seen to here is a tree that was moved, another Meson,
# an option that was not asked for before, and a set-up that was cut short.
configure ()
{
  target=$1
  shift
  place="$root, Meson $(meson --version)"

  if [ -f "$target/build.ninja" ] && is_configured "$target/.set-up" "$place" "$@"; then
    return
  fi
  if [ ! -f "$target/meson-private/cmd_line.txt" ]; then
    meson setup "$@" "$target" "$root"
  elif [ -f "$target/build.ninja" ] && is_configured "$target/.set-up" "$place"; then
    meson setup --reconfigure "$@" "$target" "$root"
  else
    meson setup --wipe "$@" "$target" "$root"
  fi
  printf '%s\n' "$place" "$@" >> "$target/.set-up"
}

# build FOLDER
build ()
{
  ninja -C "$1"
}
