#!/usr/bin/env bash
# Starts the pipeline: compiles build/ if anything it is made from changed, and becomes the compiled build.
#
#   .nuke/temp/build/<hash>/   a compiled build; <hash> is the SHA-256 of the sources it was made from
#   .nuke/temp/build/current   what the last start ran: the hash, the dotnet, and the sources' metadata at that time
#   .nuke/temp/bootstrap/<n>/  what the compiler keeps from one compile to the next (no IDE's, no `dotnet test`'s)
#
# Variables start with an underscore, and the slow half's are local: whoever exported a `root` or a `version` gets it back unchanged.
# Works with bash 3.2 and BSD tools. An unchanged start is one fork (find) and one exec: think twice before adding to it.

_root=${BASH_SOURCE[0]}
while [[ -L $_root ]]; do # called by a link: the repository is where the file itself is
  _link=$(readlink "$_root")
  case $_link in /*) _root=$_link ;; *) _root=${_root%"${_root##*/}"}$_link ;; esac
done
_root=${_root#./}
case $_root in /*) _root=${_root%/*} ;; */*) _root=$PWD/${_root%/*} ;; *) _root=$PWD ;; esac
_temp=$_root/.nuke/temp _builds=$_root/.nuke/temp/build

# Runs find over all that the compiled build is made from. bin and obj (which Git ignores) and editors' backups are no sources.
sources() {
  cd "$_root" && shopt -s nullglob dotglob && # the brackets make the name of what doesn't exist vanish
    exec find -L build.s[h] buil[d] sr[c] Directory.* global.jso[n] .editorconfi[g] .globalconfi[g] [Nn]u[Gg]et.[Cc]onfig \
      \( -name bin -o -name obj -o -name '*~' -o -name '.*.sw?' -o -name .DS_Store \) -prune -o -type f "$@" 2>/dev/null
}
# No program can set an inode's change time: what cp -p, tar, touch -d or git wrote shows in it, however old its date is.
case $OSTYPE in
  darwin* | *bsd*) metadata() { sources -exec stat -L -f '%Fc %Fm %z %i %N' {} +; } ;;
  *) metadata() { sources -printf '%C@ %T@ %s %i %p\n'; } ;;
esac
run() { # The caller's directory, arguments, environment and signals reach the build as they are.
  case :$PATH: in *":${_dotnet%/*}:"*) ;; *) export DOTNET_ROOT=${_dotnet%/*} PATH=$PATH:${_dotnet%/*} ;; esac
  exec "$_dotnet" "$_builds/$_hash/Build.dll" "$@"
}

_listing=$(metadata)
{ IFS= read -r _hash && IFS= read -r _dotnet; } 2>/dev/null <"$_builds/current" && [[ -n $_listing ]] &&
  [ "$(<"$_builds/current")" = "$_hash"$'\n'"$_dotnet"$'\n'"$_listing" ] && [[ -x $_dotnet && -f $_builds/$_hash/Build.dll ]] && run "$@"

# Something changed, or this is the first start.
[[ -d $_root/build ]] || { echo "build.sh: there is no folder build/ in $_root" >&2 && exit 2; }
source "$_root/build/start.sh"
start "$@" && run "$@"
