#!/usr/bin/env bash
# Tests of build.sh: each case is a function, run in a small repository of its own.
#
#   tests/bootstrap/run.sh [case ...]    all cases, or those whose names contain a given word
#   BOOTSTRAP_BASH=/path/to/bash         the bash that runs build.sh (say, a 3.2)
#
# Cases named real_* use the real SDK, in one repository after another; the others use fake-dotnet.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
product=$(cd "$here/../.." && pwd -P)
scratch=$(mktemp -d) && scratch=$(cd "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
bash=${BOOTSTRAP_BASH:-$(type -P bash)}
unset CI DOTNET_ROOT CDPATH
mkdir "$scratch/bin" && ln -s "$here/fake-dotnet" "$scratch/bin/dotnet"
real_path=$PATH real_root=
PATH=$scratch/bin:$PATH

# ---- The words of the cases

repository() { # an empty one to start from, in $repo
  repo=$scratch/${1:-repo}
  rm -rf "$repo" && mkdir -p "$repo/build" "$repo/src/Lib"
  cp "$product/build.sh" "$repo/" && cp "$product/build/start.sh" "$repo/build/"
  cp "$product/global.json" "$repo/"
  echo 'echo one' >"$repo/build/Program.cs"
  echo '# lib' >"$repo/src/Lib/Lib.cs"
  export FAKE_COUNT=$scratch/count && : >"$FAKE_COUNT"
}
start() { "$bash" "$repo/build.sh" "$@"; }
in_background() { exec "$bash" "$repo/build.sh" "$@"; } # the process that is signalled is build.sh itself, not a subshell around it
compiles() { grep -c . "$FAKE_COUNT"; }
expect() { # expect <what> <wanted> <got>
  [[ $2 == "$3" ]] || { printf '# %s: expected "%s", got "%s"\n' "$1" "$2" "$3" && return 1; }
}
contains() { # contains <what> <part> <text>
  [[ $3 == *"$2"* ]] || { printf '# %s: expected "%s" in "%s"\n' "$1" "$2" "$3" && return 1; }
}
settle() { sleep 2.1; start >/dev/null; } # until build.sh trusts dates: nothing changed in the last two seconds
tools_only() { # a PATH with what build.sh uses, without dotnet, in $few; more tools as arguments
  local tool
  few=$scratch/few && rm -rf "$few" && mkdir "$few"
  for tool in bash env find sort xargs sha256sum mkdir mv rm ls tail cat grep ps touch uniq sleep readlink "$@"; do ln -s "$(type -P "$tool")" "$few/$tool"; done
}
started_and() { # after a first start, the given change must be seen; $1: how many compiles in all
  local wanted=$1 && shift
  repository && start >/dev/null && settle && "$@" && start >/dev/null && start >/dev/null && expect compiles "$wanted" "$(compiles)"
}

# ---- What is compiled, and when

unchanged() { started_and 1 true && expect output "one" "$(start)"; }
unchanged_forks_only_find() {
  type strace >/dev/null 2>&1 || { echo "# skipped: needs strace (apt-get install strace)" && return 0; }
  repository && start >/dev/null && settle
  strace -f -o "$scratch/trace" -e trace=execve "$bash" "$repo/build.sh" >/dev/null
  expect "find, and nothing else, before dotnet" "bash find dotnet" \
    "$(sed -n 's#.*execve("[^"]*/\([^"/]*\)".* = 0$#\1#p' "$scratch/trace" | head -3 | sed 's/^bash.*/bash/' | tr '\n' ' ' | sed 's/ $//')"
}
edited() { started_and 2 eval 'echo "echo two" >"$repo/build/Program.cs"' && expect output two "$(start)"; }
edited_in_src() { started_and 2 eval 'echo "# more" >>"$repo/src/Lib/Lib.cs"'; }
edited_same_size_and_time() {
  change() { cp -p "$repo/build/Program.cs" "$scratch/old" && echo 'echo two' >"$repo/build/Program.cs" && touch -r "$scratch/old" "$repo/build/Program.cs"; }
  started_and 2 change && expect output two "$(start)"
}
added() { started_and 2 eval 'echo "echo more" >"$repo/build/More.cs"'; }
added_with_an_old_time() { started_and 2 eval 'echo "echo more" >"$repo/build/More.cs" && touch -d "2001-01-01" "$repo/build/More.cs"'; }
deleted() { started_and 2 eval 'rm "$repo/src/Lib/Lib.cs"'; }
renamed() { started_and 2 eval 'mv "$repo/src/Lib/Lib.cs" "$repo/src/Lib/Lab.cs"'; }
folder_renamed() { started_and 2 eval 'mv "$repo/src/Lib" "$repo/src/Lab"'; }
settings_added() { started_and 2 eval 'echo "<Project/>" >"$repo/Directory.Build.props"'; }
settings_hidden_added() { started_and 2 eval 'echo "root = true" >"$repo/.editorconfig"'; }
elsewhere_edited() { started_and 1 eval 'echo x >"$repo/README.md"; mkdir "$repo/docs" "$repo/src/Lib/obj"; echo x >"$repo/docs/a.cs"; echo x >"$repo/src/Lib/obj/a.cs"'; }
restored_with_old_time() { # what cp -p, tar and a stash do: the old content and the old date come back
  repository && cp -p "$repo/build/Program.cs" "$scratch/old" && touch -d 2001-01-01 "$scratch/old"
  echo 'echo two' >"$repo/build/Program.cs" && start >/dev/null && settle
  cp -p "$scratch/old" "$repo/build/Program.cs" && expect output one "$(start)" && expect compiles 2 "$(compiles)"
}
touched_only() { started_and 1 eval 'touch "$repo/build/Program.cs"'; }
branch_and_back() {
  repository && start >/dev/null && echo 'echo two' >"$repo/build/Program.cs" && expect output two "$(start)" &&
    echo 'echo one' >"$repo/build/Program.cs" && expect output one "$(start)" && expect compiles 2 "$(compiles)"
}
edited_at_once() { # faster than the file system's clock ticks
  local i
  repository && start >/dev/null
  for i in 1 2 3 4 5 6; do
    echo "echo $i" >"$repo/build/Program.cs" && expect output "$i" "$(start)" || return 1
  done
}
linked_source_edited() {
  repository && mkdir "$scratch/elsewhere" && mv "$repo/src/Lib" "$scratch/elsewhere/" && ln -s "$scratch/elsewhere/Lib" "$repo/src/Lib"
  start >/dev/null && settle && echo '# more' >>"$scratch/elsewhere/Lib/Lib.cs" && start >/dev/null && expect compiles 2 "$(compiles)"
}
without_src() { repository && rm -r "$repo/src" && expect output one "$(start)"; }
strange_names() {
  repository
  local name names=("a b.cs" $'new\nline.cs' "it's.cs" 'quo"te.cs' 'back\slash.cs' '-n.cs' '$HOME.cs' '*.cs' 'ü.cs')
  for name in "${names[@]}"; do echo "# x" >"$repo/src/Lib/$name"; done
  start >/dev/null && settle && expect compiles 1 "$(compiles)" || return 1
  echo '# changed' >"$repo/src/Lib/"$'new\nline.cs' && start >/dev/null && expect "after an edit" 2 "$(compiles)" || return 1
  mv "$repo/src/Lib/a b.cs" "$repo/src/Lib/a  b.cs" && start >/dev/null && expect "after renaming" 3 "$(compiles)"
}
cached_folder_restored() { # .nuke/temp from a CI cache, sources checked out anew
  repository && start >/dev/null && mv "$repo/.nuke" "$scratch/cache" && repo2=$scratch/checkout && rm -rf "$repo2"
  cp -R "$repo" "$repo2" && mv "$scratch/cache" "$repo2/.nuke" && repo=$repo2 && expect output one "$(start)" && expect compiles 1 "$(compiles)"
}
temp_deleted() { repository && start >/dev/null && rm -rf "$repo/.nuke" && expect output one "$(start)" && expect compiles 2 "$(compiles)"; }
compiled_build_deleted() { repository && start >/dev/null && settle && rm -rf "$repo"/.nuke/temp/build/*/ && expect output one "$(start)"; }
old_builds_pruned() {
  local i
  repository
  for i in 1 2 3 4 5 6; do echo "echo $i" >"$repo/build/Program.cs" && start >/dev/null; done
  expect "compiled builds" 3 "$(ls -d "$repo"/.nuke/temp/build/*/ | wc -l | tr -d ' ')"
}
running_build_is_not_pruned() {
  local i runner
  repository && printf 'while [[ ! -e %q ]]; do sleep 0.1; done\n' "$scratch/go" >"$repo/build/Program.cs" && rm -f "$scratch/go"
  in_background & runner=$!
  for ((i = 0; i < 50; i++)); do ls -d "$repo"/.nuke/temp/build/*/ >/dev/null 2>&1 && break || sleep 0.1; done
  sleep 0.3
  local running=$(ls -d "$repo"/.nuke/temp/build/*/)
  for i in 1 2 3 4 5; do echo "echo $i" >"$repo/build/Program.cs" && start >/dev/null; done
  [[ -f ${running}Build.dll ]] || { echo "# the running build was pruned" && touch "$scratch/go" && return 1; }
  touch "$scratch/go" && wait "$runner"
}

# ---- How it is called

path_with_spaces() { repository "a 'path' with  \"spaces\" & \$x" && expect output one "$(start)" && settle && expect again one "$(start)"; }
from_another_directory() {
  repository && echo 'pwd' >"$repo/build/Program.cs" && mkdir -p "$scratch/where" && cd "$scratch/where" || return 1
  expect absolute "$scratch/where" "$(start)" && expect relative "$scratch/where" "$("$bash" ../repo/build.sh)" &&
    expect "inside" "$repo/src" "$(cd "$repo/src" && "$bash" ../build.sh)" && expect "at the root" "$repo" "$(cd "$repo" && "$bash" build.sh)" &&
    expect CDPATH "$scratch" "$(cd "$scratch" && CDPATH=/:/tmp "$bash" repo/build.sh)"
}
by_links() {
  repository && mkdir -p "$scratch/links/deeper" && ln -sf ../../repo/build.sh "$scratch/links/deeper/b" && ln -sf deeper/b "$scratch/links/b" &&
    ln -sfn "$repo" "$scratch/links/folder"
  expect "a link to a link" one "$("$bash" "$scratch/links/b")" && expect "a linked folder" one "$("$bash" "$scratch/links/folder/build.sh")" &&
    expect "by PATH" one "$(PATH=$scratch/links:$PATH b)" && expect compiles 1 "$(compiles)"
}
arguments() {
  repository && echo "printf '<%s>' \"\$#\" \"\$@\"" >"$repo/build/Program.cs"
  local wanted='<7><a b><><it'"'"'s><"><*><$HOME><--version>'
  expect "first start" "$wanted" "$(start 'a b' '' "it's" '"' '*' '$HOME' --version)" && settle &&
    expect "unchanged start" "$wanted" "$(start 'a b' '' "it's" '"' '*' '$HOME' --version)"
}
exit_code() {
  repository && echo 'exit 37' >"$repo/build/Program.cs"
  start; expect "first start" 37 $? && { settle; start; expect "unchanged start" 37 $?; }
}
standard_input() { repository && echo 'cat' >"$repo/build/Program.cs" && expect output "words" "$(echo words | start)"; }
environment() { # nothing of build.sh's own reaches the build, not even in variables that the caller exported by the same name
  local exported expectation shown='env | grep -vE "^(OLDPWD|SHLVL|_)=" | sort' # those three are every bash's own affair
  repository && echo "$shown" >"$repo/build/Program.cs"
  for exported in $(grep -ohE '\b[a-z_0-9]+=|local [a-z_ ]+' "$product/build.sh" "$product/build/start.sh" | grep -oE '[a-z][a-z_0-9]*' | sort -u); do
    export "$exported=mine"
  done
  expectation=$(eval "$shown")
  expect "first start" "$expectation" "$("$bash" "$repo/build.sh")" && settle && expect "unchanged start" "$expectation" "$("$bash" "$repo/build.sh")"
}
signals() {
  local signal pid i code
  repository && cat >"$repo/build/Program.cs" <<END
trap 'echo INT >"$scratch/got"; exit 130' INT
trap 'echo TERM >"$scratch/got"; exit 143' TERM
: >"$scratch/ready"; while :; do sleep 0.05; done
END
  for signal in TERM INT; do
    rm -f "$scratch/got" "$scratch/ready"
    set -m; in_background & pid=$!; set +m # -m: otherwise bash ignores SIGINT for what runs in the background
    for ((i = 0; i < 100; i++)); do [[ -e $scratch/ready ]] && break || sleep 0.1; done
    kill -s $signal $pid; wait $pid; code=$?
    expect "exit code after $signal" $([[ $signal == INT ]] && echo 130 || echo 143) $code && expect got $signal "$(cat "$scratch/got")" || return 1
  done
}
quiet_on_success() { repository && expect "standard error" "" "$(start 2>&1 >/dev/null)" && echo '#' >>"$repo/build/Program.cs" &&
  contains "on CI" "Compiling build/ ... done in" "$(CI=1 start 2>&1 >/dev/null)"; }

# ---- What goes wrong

compile_error() {
  local words
  repository && echo MISTAKE >"$repo/build/Program.cs"
  words=$(start 2>&1); expect "exit code" 2 $? && contains words "error CS1002: ; expected" "$words" || return 1
  start >/dev/null 2>&1; expect "exit code again" 2 $? && expect "compiles again" 2 "$(compiles)" || return 1
  echo 'echo good' >"$repo/build/Program.cs" && expect output good "$(start)" &&
    expect "left behind" "" "$(ls -A "$repo/.nuke/temp/build" | grep making)"
}
killed_compile() { # at several moments, by the signal that nothing can handle
  local delay pid
  for delay in 0.02 0.1 0.2 0.4 0.7 1.0 1.1 1.2; do
    repository
    FAKE_SECONDS=1 in_background >/dev/null 2>&1 & pid=$!
    sleep $delay && kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
    expect "after a kill at $delay s" one "$(start)" && expect "the start after" one "$(start)" || return 1
  done
}
interrupted_compile() {
  local pid
  repository
  set -m; FAKE_SECONDS=20 in_background >/dev/null 2>&1 & pid=$!; set +m
  sleep 0.7 && kill -TERM $pid; wait $pid; expect "exit code" 143 $? && sleep 0.3 || return 1
  kill -0 "$(head -1 "$FAKE_COUNT")" 2>/dev/null && echo "# the compiler survived" && return 1
  expect output one "$(start)"
}
eight_at_once() {
  local i pids=
  repository && export FAKE_SECONDS=1
  for i in 1 2 3 4 5 6 7 8; do in_background >"$scratch/out.$i" 2>"$scratch/err.$i" & pids+=" $!"; done
  for i in $pids; do wait "$i" || { echo "# one failed" && return 1; }; done
  unset FAKE_SECONDS
  expect outputs 8 "$(cat "$scratch"/out.? | grep -c '^one$')" && expect compiles 1 "$(compiles)" &&
    contains "who waits says so" "waiting for it" "$(cat "$scratch"/err.?)"
}
eight_at_once_without_a_lock() { # neither flock nor perl
  local i pids=
  repository && tools_only && ln -s "$here/fake-dotnet" "$few/dotnet"
  for i in 1 2 3 4 5 6 7 8; do PATH=$few FAKE_SECONDS=1 in_background >"$scratch/out.$i" 2>"$scratch/err.$i" & pids+=" $!"; done
  for i in $pids; do wait "$i" || { echo "# one failed: $(cat "$scratch"/err.*)" && return 1; }; done
  expect outputs 8 "$(cat "$scratch"/out.? | grep -c '^one$')"
}
changed_during_compile() {
  local pid
  repository
  FAKE_SECONDS=1 in_background >"$scratch/out" & pid=$!
  sleep 0.5 && echo 'echo newer' >"$repo/build/Program.cs" && wait $pid
  expect "this start" newer "$(cat "$scratch/out")" && expect "the next" newer "$(start)" && echo 'echo one' >"$repo/build/Program.cs" &&
    expect "and the older content" one "$(start)" && expect compiles 3 "$(compiles)"
}
changed_and_back_during_compile() {
  local pid
  repository
  FAKE_SECONDS=1 in_background >"$scratch/out" & pid=$!
  sleep 0.3 && echo 'echo other' >"$repo/build/Program.cs" && sleep 0.3 && echo 'echo one' >"$repo/build/Program.cs" && wait $pid
  expect output one "$(cat "$scratch/out")" && expect compiles 2 "$(compiles)"
}
sdk_missing() {
  local words code
  repository && tools_only flock
  words=$(PATH=$few HOME=$scratch SDK_PLACES= start 2>&1); code=$?
  expect "exit code" 2 $code && contains words "10.0.100 (global.json)" "$words" && contains words "--provision" "$words"
}
sdk_too_old() {
  local words code
  repository && tools_only flock && ln -s "$here/fake-dotnet" "$few/dotnet"
  words=$(PATH=$few HOME=$scratch SDK_PLACES= FAKE_VERSION=none start 2>&1); code=$?
  expect "exit code" 2 $code && contains words "8.0.404" "$words" && contains words "10.0.100 (global.json)" "$words" || return 1
  rm "$repo/global.json"
  PATH=$few HOME=$scratch SDK_PLACES= FAKE_VERSION=9.0.306 start >/dev/null 2>&1
  expect "9.0 without a global.json" 2 $?
}
sdk_provisioned() { # by Microsoft's script, here a stand-in that the stand-in for curl brings
  local words
  repository && tools_only flock chmod cp && cat >"$few/curl" <<END
#!/usr/bin/env bash
echo 'mkdir -p "\$4" && cp "$here/fake-dotnet" "\$4/dotnet"' >"\${@: -1}"
END
  chmod 755 "$few/curl"
  words=$(PATH=$few HOME=$scratch SDK_PLACES= start --provision 2>&1)
  contains "says what it does" "installing the .NET SDK" "$words" && contains output one "$words" && [[ -x $repo/.nuke/temp/dotnet/dotnet ]]
}
sdk_found_in_DOTNET_ROOT() {
  repository && tools_only flock && mkdir -p "$scratch/sdk" && cp "$here/fake-dotnet" "$scratch/sdk/dotnet"
  echo 'type -P dotnet; echo $DOTNET_ROOT' >"$repo/build/Program.cs"
  expect "what the build finds" "$scratch/sdk/dotnet"$'\n'"$scratch/sdk" "$(PATH=$few DOTNET_ROOT=$scratch/sdk start)"
}
sdk_removed_after_compile() { # the remembered dotnet is gone: another one is found
  repository && mkdir -p "$scratch/gone" && cp "$here/fake-dotnet" "$scratch/gone/dotnet"
  PATH=$scratch/gone:$PATH start >/dev/null && sleep 2.1 && PATH=$scratch/gone:$PATH start >/dev/null && rm -r "$scratch/gone" && expect output one "$(start)"
}
home_missing() { repository && expect unset one "$(unset HOME; start)" && echo '#' >>"$repo/build/Program.cs" && expect "not there" one "$(HOME=/nonexistent/home start)"; }
read_only_temp() { # an unchanged start writes nothing
  repository && start >/dev/null && settle && chmod -R a-w "$repo/.nuke" && expect output one "$(start 2>&1)"; local result=$?
  chmod -R u+w "$repo/.nuke" && return $result
}
build_folder_missing() { repository && rm -r "$repo/build"; start >/dev/null 2>&1; expect "exit code" 2 $?; }
worktree() {
  repository && git -C "$repo" init -q . && git -C "$repo" add . && git -C "$repo" -c user.name=t -c user.email=t@example.org commit -qm t &&
    rm -rf "$scratch/tree" && git -C "$repo" worktree add -q "$scratch/tree" && start >/dev/null && repo=$scratch/tree && expect output one "$(start)"
}

# ---- The real compiler

real_repository() { # made once: the cases build on each other, as a user's edits do
  PATH=$real_path repo=$scratch/real
  [[ -d $repo ]] && return
  mkdir -p "$repo/src/Lib" && cp -R "$product/build" "$repo/" && cp "$product"/{build.sh,global.json,Directory.Build.props,Directory.Packages.props,.editorconfig} "$repo/"
  # This build's settings with another content: one library, one file.
  sed -i.bak -e '/<ProjectReference /d' -e 's#</Project>#<ItemGroup><ProjectReference Include="../src/Lib/Lib.csproj" /></ItemGroup></Project>#' "$repo/build/Build.csproj"
  rm -f "$repo/build/Build.csproj.bak" "$repo/build/packages.lock.json" "$repo"/build/*.cs
  echo '<Project Sdk="Microsoft.NET.Sdk" />' >"$repo/src/Lib/Lib.csproj"
  echo 'namespace Lib; public static class Word { public static string Said => "first"; }' >"$repo/src/Lib/Word.cs"
  echo 'System.Console.WriteLine(Lib.Word.Said + " " + string.Join("|", args));' >"$repo/build/Program.cs"
}
real_first_start() {
  real_repository && expect output "first a b|" "$(start 'a b' '')" && expect "nothing beside the sources" "" "$(find "$repo/build" "$repo/src" -name obj -o -name bin)"
}
real_unchanged() { real_repository && expect output "first x" "$(start x)"; }
real_edit_with_old_time() { # MSBuild alone would not see it
  real_repository && start >/dev/null && sed -i.bak s/first/other/ "$repo/src/Lib/Word.cs" && rm "$repo/src/Lib/Word.cs.bak" && touch -d 2001-01-01 "$repo/src/Lib/Word.cs"
  expect "in a library" "other x" "$(start x)" || return 1
  sed -i.bak 's/Said + /Said + "!" + /' "$repo/build/Program.cs" && rm "$repo/build/Program.cs.bak" && touch -d 2001-01-01 "$repo/build/Program.cs"
  expect "in build/" "other! x" "$(start x)"
}
real_compile_error() {
  local words
  real_repository && cp "$repo/build/Program.cs" "$scratch/good" && echo 'nonsense' >>"$repo/build/Program.cs"
  words=$(start 2>&1); expect "exit code" 2 $? && contains words "error CS" "$words" && contains words "Program.cs(2," "$words" || return 1
  cp "$scratch/good" "$repo/build/Program.cs" && echo '// again' >>"$repo/build/Program.cs" && contains output " x" "$(start x)"
}
real_killed() {
  local delay pid
  real_repository
  for delay in 1 3; do
    echo "// $delay" >>"$repo/build/Program.cs"
    in_background >/dev/null 2>&1 & pid=$!
    sleep $delay && kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null
    contains "after a kill at $delay s" " x" "$(start x)" || return 1
  done
}
real_home_missing() {
  real_repository && echo '// home' >>"$repo/build/Program.cs" &&
    contains output " x" "$(export NUGET_PACKAGES=${NUGET_PACKAGES:-$HOME/.nuget/packages} && unset HOME && start x)"
}

# ---- Run them

cases=$(sed -n 's/^\([a-zA-Z_0-9]*\)() .*/\1/p' "${BASH_SOURCE[0]}" | grep -vxE 'repository|start|compiles|expect|contains|settle|started_and|real_repository|in_background|tools_only')
passed=0 failed=0
for case in $cases; do
  [[ $# == 0 ]] || { for word in "$@"; do [[ $case == *"$word"* ]] && break; done && [[ $case == *"$word"* ]]; } || continue
  if words=$( ($case) 2>&1); then passed=$((passed + 1)) && echo "ok - $case"; else failed=$((failed + 1)) && echo "not ok - $case"; fi
  [[ -z $words ]] || grep '^#' <<<"$words" || [[ -z $words ]] || echo "# $words"
done
echo "$passed passed, $failed failed"
((failed == 0))
