#!/usr/bin/env bash
# Tests of build.ps1: each case is a function, run in a small repository of its own, with fake-dotnet for a compiler.
#
#   tests/bootstrap/run-powershell.sh [case ...]    all cases, or those whose names contain a given word
#   BOOTSTRAP_PWSH=/path/to/pwsh                    the PowerShell that runs build.ps1
#
# Cases named real_* use the real SDK.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
product=$(cd "$here/../.." && pwd -P)
scratch=$(mktemp -d) && scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
pwsh=${BOOTSTRAP_PWSH:-$(type -P pwsh)}
[[ -x $pwsh ]] || { echo "there is no PowerShell: dotnet tool install --global PowerShell" >&2 && exit 3; }
unset CI CDPATH
export POWERSHELL_TELEMETRY_OPTOUT=1 POWERSHELL_UPDATECHECK=Off
mkdir "$scratch/bin" && ln -s "$here/fake-dotnet" "$scratch/bin/dotnet"
# PowerShell as a .NET tool is a script that takes dotnet from PATH, where the cases have another one.
pwsh=("$pwsh") real_path=$PATH real_dotnet=$(readlink -f "$(type -P dotnet)")
itself=$("${pwsh[@]}" -NoLogo -NoProfile -NonInteractive -Command '[Environment]::GetCommandLineArgs()[0]')
[[ $itself != *.dll ]] || pwsh=("$real_dotnet" "$itself")
unset DOTNET_ROOT
PATH=$scratch/bin:$PATH

# ---- The words of the cases

repository() { # an empty one to start from, in $repo
  repo=$scratch/${1:-repo}
  rm -rf "$repo" && mkdir -p "$repo/build" "$repo/src/Lib"
  cp "$product/build.ps1" "$product/global.json" "$repo/"
  echo 'echo one' >"$repo/build/Program.cs"
  echo '# lib' >"$repo/src/Lib/Lib.cs"
  export FAKE_COUNT=$scratch/count && : >"$FAKE_COUNT"
}
start() { "${pwsh[@]}" -NoLogo -NoProfile -NonInteractive -File "$repo/build.ps1" "$@"; }
in_background() { exec "${pwsh[@]}" -NoLogo -NoProfile -NonInteractive -File "$repo/build.ps1" "$@"; }
compiles() { grep -c . "$FAKE_COUNT"; }
expect() { # expect <what> <wanted> <got>
  [[ $2 == "$3" ]] || { printf '# %s: expected "%s", got "%s"\n' "$1" "$2" "$3" && return 1; }
}
contains() { # contains <what> <part> <text>
  [[ $3 == *"$2"* ]] || { printf '# %s: expected "%s" in "%s"\n' "$1" "$2" "$3" && return 1; }
}
tools_only() { # a PATH with what fake-dotnet uses, without any dotnet, in $few
  local tool
  few=$scratch/few && rm -rf "$few" && mkdir "$few"
  for tool in bash env cat mkdir sleep; do ln -s "$(type -P "$tool")" "$few/$tool"; done
}
started_and() { # after a first start, the given change must be seen; $1: how many compiles in all
  local wanted=$1 && shift
  repository && start >/dev/null && "$@" && start >/dev/null && expect compiles "$wanted" "$(compiles)"
}

# ---- What is compiled, and when

first_start() { repository && expect output one "$(start)" && expect compiles 1 "$(compiles)" && [[ -z $(find "$repo/build" "$repo/src" -name obj -o -name bin) ]]; }
unchanged() { started_and 1 true && expect output one "$(start)"; }
edited() { started_and 2 eval 'echo "echo two" >"$repo/build/Program.cs"' && expect output two "$(start)"; }
edited_in_src() { started_and 2 eval 'echo "# more" >>"$repo/src/Lib/Lib.cs"'; }
edited_same_size_and_time() {
  change() { cp -p "$repo/build/Program.cs" "$scratch/old" && echo 'echo two' >"$repo/build/Program.cs" && touch -r "$scratch/old" "$repo/build/Program.cs"; }
  started_and 2 change && expect output two "$(start)"
}
added_with_an_old_time() { started_and 2 eval 'echo "echo more" >"$repo/build/More.cs" && touch -d 2001-01-01 "$repo/build/More.cs"'; }
deleted() { started_and 2 eval 'rm "$repo/src/Lib/Lib.cs"'; }
renamed() { started_and 2 eval 'mv "$repo/src/Lib/Lib.cs" "$repo/src/Lib/Lab.cs"'; }
settings_added() { started_and 2 eval 'echo "<Project/>" >"$repo/Directory.Build.props"'; }
elsewhere_edited() { started_and 1 eval 'echo x >"$repo/README.md"; mkdir "$repo/src/Lib/obj"; echo x >"$repo/src/Lib/obj/a.cs"; touch "$repo/build/Program.cs"'; }
branch_and_back() {
  repository && start >/dev/null && echo 'echo two' >"$repo/build/Program.cs" && expect output two "$(start)" &&
    echo 'echo one' >"$repo/build/Program.cs" && expect output one "$(start)" && expect compiles 2 "$(compiles)"
}
without_src() { repository && rm -r "$repo/src" && expect output one "$(start)"; }
compiled_build_deleted() { repository && start >/dev/null && rm -rf "$repo"/.nuke/temp/build/*/ && expect output one "$(start)" && expect compiles 2 "$(compiles)"; }
old_builds_pruned() {
  local i
  repository
  for i in 1 2 3 4 5; do echo "echo $i" >"$repo/build/Program.cs" && start >/dev/null; done
  expect "compiled builds" 3 "$(ls -d "$repo"/.nuke/temp/build/*/ | wc -l | tr -d ' ')"
}

# ---- How it is called

path_with_spaces() { repository "a 'path' with [brackets] & \$x" && expect output one "$(start)" && expect again one "$(start)" && expect compiles 1 "$(compiles)"; }
from_another_directory() {
  repository && echo 'pwd' >"$repo/build/Program.cs" && mkdir -p "$scratch/where" && cd "$scratch/where" && expect output "$scratch/where" "$(start)"
}
arguments() {
  repository && echo "printf '<%s>' \"\$#\" \"\$@\"" >"$repo/build/Program.cs"
  expect output '<8><a b><><it'"'"'s><"><*><$HOME><--version><-Verbose>' "$(start 'a b' '' "it's" '"' '*' '$HOME' --version -Verbose)"
}
exit_code() {
  repository && echo 'exit 37' >"$repo/build/Program.cs"
  start; expect "first start" 37 $? && { start; expect "unchanged start" 37 $?; }
}
standard_input() { repository && echo 'cat' >"$repo/build/Program.cs" && expect output "words" "$(echo words | start)"; }
quiet_on_success() {
  repository && expect "standard error" "" "$(start 2>&1 >/dev/null)" && echo '#' >>"$repo/build/Program.cs" &&
    contains "on CI" "Compiling build/ ... done in" "$(CI=1 start 2>&1 >/dev/null)"
}

# ---- What goes wrong

compile_error() {
  local words
  repository && echo MISTAKE >"$repo/build/Program.cs"
  words=$(start 2>&1); expect "exit code" 2 $? && contains words "error CS1002: ; expected" "$words" || return 1
  echo 'echo good' >"$repo/build/Program.cs" && expect output good "$(start)" && expect "left behind" "" "$(ls -A "$repo/.nuke/temp/build" | grep making)"
}
killed_compile() {
  local delay pid
  for delay in 1.5 3; do
    repository
    FAKE_SECONDS=4 in_background >/dev/null 2>&1 & pid=$!
    sleep $delay && kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
    expect "after a kill at $delay s" one "$(start)" || return 1
  done
}
four_at_once() {
  local i pids=
  repository && export FAKE_SECONDS=1
  for i in 1 2 3 4; do in_background >"$scratch/out.$i" 2>"$scratch/err.$i" & pids+=" $!"; done
  for i in $pids; do wait "$i" || { echo "# one failed: $(cat "$scratch"/err.?)" && return 1; }; done
  unset FAKE_SECONDS
  expect outputs 4 "$(cat "$scratch"/out.? | grep -c '^one$')" && expect compiles 1 "$(compiles)"
}
changed_during_compile() {
  local pid i
  repository
  FAKE_SECONDS=2 in_background >"$scratch/out" & pid=$!
  for ((i = 0; i < 300; i++)); do [[ $(compiles) != 0 ]] && break || sleep 0.1; done # it compiles now
  echo 'echo newer' >"$repo/build/Program.cs" && wait $pid
  expect "this start" newer "$(cat "$scratch/out")" && expect "the next" newer "$(start)" && expect compiles 2 "$(compiles)"
}
sdk_missing() {
  local words
  repository
  words=$(PATH=/nonexistent HOME=$scratch SDK_PLACES= start 2>&1); expect "exit code" 2 $? &&
    contains words "the .NET SDK 10.0 (see global.json for the exact version) is not here." "$words" && contains words "./build.ps1 --provision" "$words"
}
sdk_too_old() {
  local words
  repository && tools_only && ln -s "$here/fake-dotnet" "$few/dotnet"
  words=$(FAKE_VERSION=none PATH=$few HOME=$scratch SDK_PLACES= start 2>&1); expect "exit code" 2 $? &&
    contains words "8.0.404" "$words"
}
sdk_found_in_DOTNET_ROOT() {
  repository && tools_only && mkdir -p "$scratch/sdk" && cp "$here/fake-dotnet" "$scratch/sdk/dotnet"
  echo 'type -P dotnet; echo $DOTNET_ROOT' >"$repo/build/Program.cs"
  expect "what the build finds" "$scratch/sdk/dotnet"$'\n'"$scratch/sdk" "$(PATH=$few DOTNET_ROOT=$scratch/sdk HOME=$scratch SDK_PLACES= start)"
}
build_folder_missing() {
  local words
  repository && rm -r "$repo/build"
  words=$(start 2>&1); expect "exit code" 2 $? && contains words "there is no folder build/" "$words"
}

# ---- The real compiler

real_first_start_edit_and_error() {
  local words
  PATH=$real_path repo=$scratch/real
  mkdir -p "$repo/src/Lib" && cp -R "$product/build" "$repo/" && cp "$product"/{build.ps1,global.json,Directory.Build.props,Directory.Packages.props,.editorconfig} "$repo/"
  # This build's settings with another content: one library, one file.
  sed -i.bak -e '/<ProjectReference /d' -e 's#</Project>#<ItemGroup><ProjectReference Include="../src/Lib/Lib.csproj" /></ItemGroup></Project>#' "$repo/build/Build.csproj"
  rm -f "$repo/build/Build.csproj.bak" "$repo/build/packages.lock.json" "$repo"/build/*.cs
  echo '<Project Sdk="Microsoft.NET.Sdk" />' >"$repo/src/Lib/Lib.csproj"
  echo 'namespace Lib; public static class Word { public static string Said => "first"; }' >"$repo/src/Lib/Word.cs"
  echo 'System.Console.WriteLine(Lib.Word.Said + " " + string.Join("|", args)); return 5;' >"$repo/build/Program.cs"
  words=$(start 'a b' ''); expect "exit code" 5 $? && expect "first start" "first a b|" "$words" || return 1
  sed -i.bak s/first/other/ "$repo/src/Lib/Word.cs" && rm "$repo/src/Lib/Word.cs.bak" && touch -d 2001-01-01 "$repo/src/Lib/Word.cs"
  expect "after an edit with an old time" "other x" "$(start x)" && expect unchanged "other x" "$(start x)" || return 1
  echo nonsense >>"$repo/build/Program.cs"
  words=$(start 2>&1); expect "exit code of an error" 2 $? && contains words "error CS" "$words" && contains words "Program.cs(2," "$words"
}

# ---- Run them

cases=$(sed -n 's/^\([a-zA-Z_0-9]*\)() .*/\1/p' "${BASH_SOURCE[0]}" | grep -vxE 'repository|start|compiles|expect|contains|started_and|in_background|tools_only')
passed=0 failed=0
for case in $cases; do
  [[ $# == 0 ]] || { for word in "$@"; do [[ $case == *"$word"* ]] && break; done && [[ $case == *"$word"* ]]; } || continue
  if words=$( ($case) 2>&1); then passed=$((passed + 1)) && echo "ok - $case"; else failed=$((failed + 1)) && echo "not ok - $case"; fi
  [[ -z $words ]] || grep '^#' <<<"$words" || [[ -z $words ]] || echo "# $words"
done
echo "$passed passed, $failed failed"
((failed == 0))
