#!/usr/bin/env bash
# Starts the pipeline: compiles build/ if anything it is made from changed, and becomes the compiled build.
#
#   .nuke/temp/build/<hash>/   a compiled build; <hash> is the SHA-256 of the sources it was made from
#   .nuke/temp/build/current   what the last start ran: the hash, the dotnet, and the sources' metadata at that time
#   .nuke/temp/bootstrap/<n>/  what the compiler keeps from one compile to the next (no IDE's, no `dotnet test`'s)
#
# Works with bash 3.2 and BSD tools. An unchanged start is one fork (find) and one exec: think twice before adding to it.

root=${BASH_SOURCE[0]}
while [[ -L $root ]]; do # called by a link: the repository is where the file itself is
  link=$(readlink "$root")
  case $link in /*) root=$link ;; *) root=${root%"${root##*/}"}$link ;; esac
done
root=${root#./}
case $root in /*) root=${root%/*} ;; */*) root=$PWD/${root%/*} ;; *) root=$PWD ;; esac
temp=$root/.nuke/temp builds=$root/.nuke/temp/build

# Runs find over all that the compiled build is made from. bin and obj (which Git ignores) and editors' backups are no sources.
sources() {
  cd "$root" && shopt -s nullglob dotglob && # the brackets make the name of what doesn't exist vanish
    exec find -L build.s[h] buil[d] sr[c] Directory.* global.jso[n] .editorconfi[g] .globalconfi[g] [Nn]u[Gg]et.[Cc]onfig \
      \( -name bin -o -name obj -o -name '*~' -o -name '.*.sw?' -o -name .DS_Store \) -prune -o -type f "$@" 2>/dev/null
}
# No program can set an inode's change time: what cp -p, tar, touch -d or git wrote shows in it, however old its date is.
case $OSTYPE in
  darwin* | *bsd*) metadata() { sources -exec stat -L -f '%Fc %Fm %z %i %N' {} +; } ;;
  *) metadata() { sources -printf '%C@ %T@ %s %i %p\n'; } ;;
esac
run() { # The caller's directory, arguments, environment and signals reach the build as they are.
  case :$PATH: in *":${dotnet%/*}:"*) ;; *) export DOTNET_ROOT=${dotnet%/*} PATH=$PATH:${dotnet%/*} ;; esac
  exec "$dotnet" "$builds/$hash/Build.dll" "$@" 9>&-
}

listing=$(metadata)
{ IFS= read -r hash && IFS= read -r dotnet; } 2>/dev/null <"$builds/current" && [[ -n $listing ]] &&
  [ "$(<"$builds/current")" = "$hash"$'\n'"$dotnet"$'\n'"$listing" ] && [[ -x $dotnet && -f $builds/$hash/Build.dll ]] && run "$@"

# Something changed, or this is the first start.
[[ -d $root/build ]] || { echo "build.sh: there is no folder build/ in $root" >&2 && exit 2; }
source "$root/build/start.sh"
