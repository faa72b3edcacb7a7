# The slow half of build.sh (which sources it): hash the sources, find the SDK, compile, prune. Needs the same care for bash 3.2.
#
# What makes it safe, whatever is killed when: a compiled build appears under its hash by one rename, after the sources were
# found to be the same before and after the compile. The lock only spares work: without one, two compiles don't meet either,
# because each claims its own folder in .nuke/temp/bootstrap by mkdir. A claim that nobody released was killed half-way, and
# its folder is never used again.

say() { echo "build.sh: $*" >&2; }
fail() { say "$@" && exit 2; }
now() { local t=${EPOCHREALTIME:-$SECONDS.000000} && echo "${t//[.,]/}"; } # microseconds

hash_sources() { # sets listing, sums and hash, of the same moment or an earlier one for the listing
  _listing=$(metadata)
  sums=$(cd "$_root" && sources -print0 | LC_ALL=C sort -z | xargs -0 $sha256 2>/dev/null)
  _hash=$(printf '%s\n' "$MACHTYPE" "$sums" | $sha256) _hash=${_hash:0:32} # machine code is for one kind of machine
}

remember() { # makes the next start a fast one
  printf '%s\n' "$_hash" "$_dotnet" "$_listing" 2>/dev/null >"$_builds/current.$$" && mv -f "$_builds/current.$$" "$_builds/current"
}

candidates() { # every dotnet that could be meant, the caller's own choice first
  local place
  type -aP dotnet
  for place in "$DOTNET_ROOT" "$HOME/.dotnet" "$_temp/dotnet" ${SDK_PLACES-/usr/share/dotnet /usr/lib/dotnet /usr/lib64/dotnet \
    /usr/local/share/dotnet /opt/dotnet /opt/homebrew/opt/dotnet/libexec /usr/local/opt/dotnet/libexec /snap/bin}; do
    [[ -n $place ]] && echo "$place/dotnet"
  done
}

find_sdk() { # sets dotnet; `dotnet --version` is who reads global.json's version and rollForward
  found= version=
  while IFS= read -r _dotnet; do
    [[ -x $_dotnet ]] || continue
    version=$(cd "$_root" && "$_dotnet" --version 2>/dev/null) && ((${version%%.*} >= 10)) && return
    found+="    $_dotnet: $("$_dotnet" --list-sdks 2>/dev/null | while read -r v _; do printf '%s ' "$v"; done)"$'\n'
  done < <(candidates)
  _dotnet=
  return 1
}

explain_missing_sdk() {
  local wanted=10.0 version='"version"[[:space:]]*:[[:space:]]*"([^"]+)' # unquoted where it is used, for bash 3.2
  [[ -f $_root/global.json && $(<"$_root/global.json") =~ $version ]] && wanted="${BASH_REMATCH[1]} (global.json)"
  say "the .NET SDK $wanted or a newer one that fits isn't here."
  if [[ -n $found ]]; then printf '  Found, with these SDKs:\n%s' "$found"; else echo "  No dotnet on PATH, in DOTNET_ROOT, ~/.dotnet or a usual place."; fi >&2
  cat >&2 <<'END'
  Install it in one of these ways, then start again:
    ./build.sh --provision               installs it and says how before it does
    sudo apt-get install dotnet-sdk-10.0 (Debian, Ubuntu; where the configured sources have it)
    brew install dotnet                  (macOS)
    https://dot.net/download             (everything else)
END
  exit 2
}

provision_sdk() {
  local sudo= package=dotnet-sdk-10.0 script=$_temp/dotnet-install.sh
  ((EUID == 0)) || sudo=sudo
  if type apt-get >/dev/null 2>&1 && apt-cache show "$package" 2>/dev/null | grep -q ^Package &&
    { [[ -z $sudo ]] || type sudo >/dev/null 2>&1; }; then
    say "installing the .NET SDK: ${sudo:+sudo }apt-get install -y $package"
    $sudo apt-get install -y "$package" >&2 && find_sdk && return
  fi
  say "installing the .NET SDK (channel 10.0) into $_temp/dotnet with Microsoft's script https://dot.net/v1/dotnet-install.sh"
  mkdir -p "$_temp"
  if type curl >/dev/null 2>&1; then curl -fsSL https://dot.net/v1/dotnet-install.sh -o "$script"; else wget -qO "$script" https://dot.net/v1/dotnet-install.sh; fi &&
    bash "$script" --channel 10.0 --install-dir "$_temp/dotnet" --no-path >&2 && find_sdk
}

lock() { # on file descriptor 9: the system releases it when the last process that has it ends, however it ends
  if type flock >/dev/null 2>&1; then flock "$@" 9
  else perl -MFcntl=:flock -e 'open F, ">&=9" or die; exit !flock F, LOCK_EX | (@ARGV ? LOCK_NB : 0)' -- "$@"; fi 2>/dev/null
}

claim_work() { # sets work: the folder that the last compile left in order, or a new one
  for work in "$_temp"/bootstrap/[0-9]*[0-9] "$_temp/bootstrap/$$$RANDOM"; do
    { [[ -d $work ]] || [[ $work == *"/$$"* ]]; } && mkdir "$work.busy" 2>/dev/null && return
  done
  fail "can't write to $_temp/bootstrap"
}

# MSBuild goes by dates, and what Git or tar brings back has an old one: drop what was made from a file whose content changed.
# Sets options for what needn't be done. A compile that failed leaves its changes in the file `dirty` for the next one.
drop_stale() {
  local IFS= path project
  options="--no-restore -p:BuildProjectReferences=false"
  mkdir -p "$work" && : >>"$work/dirty"
  made_from="at  $_root, SDK $version"$'\n'$sums # another folder or another SDK makes all of it stale
  if [[ -f $work/sums ]]; then printf '%s\n' "$made_from" | sort - "$work/sums" | uniq -u >>"$work/dirty"; else options=; fi
  while [[ -n $options ]] && read -r path; do
    path=${path#* ?}
    case $path in
      build/*.cs) project=Build ;;
      src/*/*.cs) project=${path#src/} project=${project%%/*} options=--no-restore ;;
      *) options= && break ;; # a project, a package version, a setting: nothing is kept but packages' machine code
    esac
    [[ -d $work/obj/$project ]] && rm -f "$work/obj/$project"/*/*.dll "$work/obj/$project"/*/*.resources || options=
  done <"$work/dirty"
  [[ -n $options ]] || find "$work" -type f -not -path '*/r2r/*' -exec rm -f {} +
}

compile() { # $1: true or false, for CompileToMachineCode; compiles into $output, its words into $log
  local home=$HOME status
  if [[ ! -d $home || ! -w $home ]]; then # no home, or one that can't be written: dotnet and NuGet need one
    home=$_temp/home && mkdir -p "$home/.nuget/NuGet"
    cp "$HOME/.nuget/NuGet/NuGet.Config" "$home/.nuget/NuGet/" 2>/dev/null
  fi
  # Analyzers and the revision in the version are for the real build: here they cost seconds, or recompile at each commit.
  HOME=$home DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false "$_dotnet" publish "$_root/build" -c Release -o "$output" \
    $options --nologo -v:quiet -tl:off -p:ArtifactsPath="$work" -p:CompileToMachineCode="$1" -p:RunAnalyzers=false \
    -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false -p:EnableSourceControlManagerQueries=false \
    -p:IncludeSourceRevisionInInformationalVersion=false >"$log" 2>&1 </dev/null 9>&- &
  child=$!
  wait "$child"
  status=$? child=
  return "$status"
}

compile_as_well_as_possible() {
  local machine_code=true
  [[ -n $options && -f $work/no-machine-code ]] && machine_code=false
  compile $machine_code && return
  if [[ -n $options ]] && ! grep -q 'error CS' "$log"; then # not the user's mistake: what was kept may be at fault
    options= && rm -rf "$work" && mkdir -p "$work" && compile $machine_code && return
  fi
  if [[ $machine_code == true ]] && grep -q 'error NU.*Crossgen2' "$log"; then
    say "the compiler to machine code (package Microsoft.NETCore.App.Crossgen2) can't be restored; starts will be slower"
    options= && compile false && : >"$work/no-machine-code" && return
  fi
  return 1
}

prune() { # keeps the last three compiled builds and those that run
  local old name
  for old in $(cd "$_builds" && ls -1dt -- */ 2>/dev/null | tail -n +4); do
    name=${old%/}
    grep -qsF -f - /proc/[0-9]*/cmdline <<<"/build/$name/" && continue
    [[ $(ps -A -o args= 2>/dev/null) == *"/build/$name/"* ]] && continue
    rm -rf "${_builds:?}/$name"
  done
  for old in "$_temp"/bootstrap/[0-9]*; do [[ $old == "$work" || $old == "$work.busy" ]] || rm -rf "$old"; done
}

start() {
  local locked= try began before before_sums output log=$_temp/bootstrap/log.$$ child= loud= sums work options made_from found version
  local sha256=sha256sum && type sha256sum >/dev/null 2>&1 || sha256='shasum -a 256'
  [[ -t 2 || -n $CI || " $* " == *" --provision "* ]] && loud=1
  mkdir -p "$_builds" "$_temp/bootstrap" || fail "can't write to $_temp"
  trap '[[ -n $child ]] && kill "$child" && wait "$child"; rm -rf "$output" "$log"; exit 130' INT
  trap '[[ -n $child ]] && kill "$child" && wait "$child"; rm -rf "$output" "$log"; exit 143' TERM HUP
  for try in 1 2 3 4 5 6; do
    hash_sources
    if [[ -f $_builds/$_hash/Build.dll ]]; then # these sources were compiled before: touched, a branch and back, a cache on CI
      [[ -x $_dotnet ]] || find_sdk || _dotnet=$(candidates | while read -r d; do [[ -x $d ]] && echo "$d" && break; done)
      [[ -x $_dotnet ]] || explain_missing_sdk
      touch "$_builds/$_hash" 2>/dev/null
      # What changed a moment ago may change again within the same tick of the file system's clock: then don't trust dates yet.
      [[ -n $(sources -newerct '2 seconds ago' -print) ]] || remember
      trap - INT TERM HUP
      # Here, not at run's exec: bash 3.2 would keep a copy open, and the next compile would wait until the build ends.
      [[ -z $locked ]] || exec 9>&-
      return 0
    fi
    if [[ -z $locked ]]; then
      exec 9>"$_temp/bootstrap/lock" && { lock -n || { say "another start is compiling build/: waiting for it" && lock; }; }
      locked=1 && continue # whoever had the lock may have compiled just this
    fi
    find_sdk || { [[ " $* " == *" --provision "* ]] && provision_sdk; } || explain_missing_sdk
    began=$(now) before=$_listing before_sums=$sums output=$_builds/.making-$$
    [[ -n $loud ]] && printf 'Compiling build/ ... ' >&2
    claim_work
    drop_stale
    if ! compile_as_well_as_possible; then
      [[ -n $loud ]] && echo "failed" >&2
      cat "$log" >&2
      grep -q 'error CS' "$log" && rm -rf "$work.busy" # the compiler ended in good order
      rm -rf "$output" "$log"
      exit 2
    fi
    hash_sources
    if [[ $sums == "$before_sums" && $_listing == "$before" ]]; then
      printf '%s\n' "$sums" >"$output/sources.sha256"
      mv "$output" "$_builds/$_hash" && printf '%s\n' "$made_from" >"$work/sums" && rm -f "$work/dirty" && remember
      [[ -n $loud ]] && began=$((($(now) - began) / 100000)) && echo "done in $((began / 10)).$((began % 10)) s" >&2
    else
      [[ -n $loud ]] && echo "changed meanwhile, again" >&2
      rm -rf "$output"
    fi
    rm -rf "$work.busy" "$log"
    prune
  done
  fail "the sources changed during each of several compiles"
}
