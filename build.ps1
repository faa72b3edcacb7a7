<#
.SYNOPSIS
Starts the pipeline: compiles build/ if anything it is made from changed, and runs the compiled build.

.DESCRIPTION
The same as build.sh, for Windows PowerShell 5.1 and PowerShell 7. All arguments go to the build as they are.

  .nuke/temp/build/<hash>/   a compiled build; <hash> is the SHA-256 of the sources it was made from
  .nuke/temp/bootstrap/      what the compiler keeps from one compile to the next

PowerShell itself takes far longer to start than reading a few hundred files, and .NET shows no inode change time on Windows:
here the content is hashed at every start, and no date is trusted.
#>
# No param() block: PowerShell would take the build's own parameters (-Verbose, -p) for itself.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$temp = Join-Path $root '.nuke/temp'
$builds = Join-Path $temp 'build'
$work = Join-Path $temp 'bootstrap/windows'
$onWindows = [IO.Path]::DirectorySeparatorChar -eq '\'

function Say([string] $words) { [Console]::Error.WriteLine("build.ps1: $words") }

function Get-Sources {
    # Everything that the compiled build is made from; bin, obj and editors' backups are no sources.
    $files = New-Object 'System.Collections.Generic.List[string]'
    foreach ($pattern in 'build.ps1', 'Directory.*', 'global.json', '.editorconfig', '.globalconfig', 'nuget.config') {
        foreach ($file in [IO.Directory]::GetFiles($root, $pattern)) { $files.Add($file) }
    }
    $folders = New-Object 'System.Collections.Generic.Stack[string]'
    foreach ($name in 'build', 'src') {
        $folder = Join-Path $root $name
        if ([IO.Directory]::Exists($folder)) { $folders.Push($folder) }
    }
    while ($folders.Count -gt 0) {
        $folder = $folders.Pop()
        foreach ($file in [IO.Directory]::GetFiles($folder)) {
            $name = [IO.Path]::GetFileName($file)
            if ($name -notlike '*~' -and $name -notlike '.*.sw?' -and $name -ne '.DS_Store') { $files.Add($file) }
        }
        foreach ($child in [IO.Directory]::GetDirectories($folder)) {
            if ([IO.Path]::GetFileName($child) -notin 'bin', 'obj') { $folders.Push($child) }
        }
    }
    $files.Sort([StringComparer]::Ordinal)
    , $files
}

function Get-Listing {
    # One line for each source: its hash and its name. The first line is the kind of machine that the machine code is for.
    $sha = [Security.Cryptography.SHA256]::Create()
    $text = New-Object Text.StringBuilder
    [void] $text.Append("$([Environment]::OSVersion.Platform) $env:PROCESSOR_ARCHITECTURE`n")
    foreach ($file in (Get-Sources)) {
        # Shared for writing and deleting: an editor that saves at this moment must not be disturbed.
        $stream = New-Object IO.FileStream $file, 'Open', 'Read', 'ReadWrite, Delete'
        try { $digest = $sha.ComputeHash($stream) } finally { $stream.Dispose() }
        [void] $text.Append([BitConverter]::ToString($digest)).Append('  ').Append($file.Substring($root.Length + 1).Replace('\', '/')).Append("`n")
    }
    $text.ToString()
}

function Get-Hash([string] $text) {
    $digest = [Security.Cryptography.SHA256]::Create().ComputeHash([Text.Encoding]::UTF8.GetBytes($text))
    [BitConverter]::ToString($digest).Replace('-', '').Substring(0, 32).ToLowerInvariant()
}

function Find-Candidates {
    # Every dotnet that could be meant, the caller's own choice first.
    $name = if ($onWindows) { 'dotnet.exe' } else { 'dotnet' }
    $usual = if (Test-Path Env:SDK_PLACES) { $env:SDK_PLACES -split ' ' }
    else { "$env:ProgramFiles/dotnet", "$env:LOCALAPPDATA/Microsoft/dotnet", '/usr/share/dotnet', '/usr/local/share/dotnet' }
    $places = @($env:PATH -split [IO.Path]::PathSeparator) + $env:DOTNET_ROOT + "$HOME/.dotnet" + "$temp/dotnet" + $usual
    foreach ($place in $places) {
        if ($place) {
            $file = [IO.Path]::Combine($place.Trim('"'), $name)
            if ([IO.File]::Exists($file)) { $file }
        }
    }
}

function Find-Sdk {
    # `dotnet --version` is who reads global.json's version and rollForward.
    Push-Location -LiteralPath $root
    $ErrorActionPreference = 'Continue' # Windows PowerShell makes an error of each line on a redirected standard error
    try {
        foreach ($candidate in (Find-Candidates)) {
            $version = @(& $candidate --version 2>$null)[0] # Select-Object -First would end dotnet, and its exit code with it
            if ($LASTEXITCODE -eq 0 -and [int] ("$version" -split '\.')[0] -ge 10) { return $candidate }
        }
    }
    finally { Pop-Location }
}

function Install-Sdk {
    $script = Join-Path $temp 'dotnet-install.ps1'
    Say "installing the .NET SDK (channel 10.0) into $temp/dotnet with Microsoft's script https://dot.net/v1/dotnet-install.ps1"
    [void] [IO.Directory]::CreateDirectory($temp)
    [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
    Invoke-WebRequest -UseBasicParsing -Uri 'https://dot.net/v1/dotnet-install.ps1' -OutFile $script
    & $script -Channel 10.0 -InstallDir (Join-Path $temp 'dotnet') -NoPath | Out-Host
}

function Invoke-Compile([string] $dotnet, [string] $output, [string] $machineCode) {
    # MSBuild goes by dates, and what Git or an archive brings back has an old one: only packages' machine code is kept.
    Get-ChildItem -LiteralPath $work -Recurse -File -Force -ErrorAction SilentlyContinue |
        Where-Object { $_.FullName -notmatch '[\\/]r2r[\\/]' } | Remove-Item -Force
    $ErrorActionPreference = 'Continue'
    $script:words = & $dotnet publish (Join-Path $root 'build') -c Release -o $output --nologo -v:quiet -tl:off "-p:ArtifactsPath=$work" `
        "-p:CompileToMachineCode=$machineCode" -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false -p:GenerateDocumentationFile=false `
        -p:EnableSourceControlManagerQueries=false -p:IncludeSourceRevisionInInformationalVersion=false 2>&1 | Out-String
    $LASTEXITCODE -eq 0
}

function Remove-OldBuilds {
    # Keeps the last three. Windows refuses to delete what runs; moving first makes that all or nothing.
    $old = Get-ChildItem -LiteralPath $builds -Directory | Where-Object { $_.Name -notlike '.*' } |
        Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 3
    foreach ($folder in $old) {
        try {
            $aside = Join-Path $builds ".old-$($folder.Name)"
            [IO.Directory]::Move($folder.FullName, $aside)
            [IO.Directory]::Delete($aside, $true)
        }
        catch { Write-Verbose "$($folder.Name) is in use" }
    }
}

if (-not [IO.Directory]::Exists((Join-Path $root 'build'))) { Say "there is no folder build/ in $root"; exit 2 }
[void] [IO.Directory]::CreateDirectory($builds)
[void] [IO.Directory]::CreateDirectory($work)

$lock = $null
$dotnet = $null
$tries = 0
while ($true) {
    $listing = Get-Listing
    $hash = Get-Hash $listing
    $assembly = [IO.Path]::Combine($builds, $hash, 'Build.dll')
    if ([IO.File]::Exists($assembly)) { break }

    if ($null -eq $lock) {
        # A file opened for nobody else: the system closes it with its holder, however that ends.
        $told = $false
        while ($null -eq $lock) {
            try { $lock = New-Object IO.FileStream (Join-Path $temp 'bootstrap/lock-windows'), 'OpenOrCreate', 'ReadWrite', 'None' }
            catch [IO.IOException] {
                if (-not $told) { Say 'another start is compiling build/: waiting for it'; $told = $true }
                Start-Sleep -Milliseconds 200
            }
        }
        continue # whoever had the lock may have compiled just this
    }

    $dotnet = Find-Sdk
    if (-not $dotnet -and $args -contains '--provision') { Install-Sdk; $dotnet = Find-Sdk }
    if (-not $dotnet) {
        Say 'the .NET SDK 10.0 (see global.json for the exact version) is not here.'
        foreach ($candidate in (Find-Candidates)) { Say "  found $candidate with $(& $candidate --list-sdks)" }
        Say '  Install it in one of these ways, then start again:'
        Say '    ./build.ps1 --provision              installs it and says how before it does'
        Say '    winget install Microsoft.DotNet.SDK.10'
        Say '    https://dot.net/download'
        exit 2
    }

    $tries++
    if ($tries -gt 5) { Say 'the sources changed during each of several compiles'; exit 2 }
    $loud = $env:CI -or -not [Console]::IsErrorRedirected
    if ($loud) { [Console]::Error.Write('Compiling build/ ... ') }
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $output = Join-Path $builds ".making-$PID"
    $compiled = Invoke-Compile $dotnet $output 'true'
    if (-not $compiled -and $words -match 'error NU.*Crossgen2') {
        Say 'the compiler to machine code (package Microsoft.NETCore.App.Crossgen2) cannot be restored; starts will be slower'
        $compiled = Invoke-Compile $dotnet $output 'false'
    }
    if (-not $compiled) {
        if ($loud) { [Console]::Error.WriteLine('failed') }
        [Console]::Error.Write($words)
        if ([IO.Directory]::Exists($output)) { [IO.Directory]::Delete($output, $true) }
        exit 2
    }
    if ((Get-Listing) -eq $listing) {
        # One rename: a compiled build is there whole, or not at all.
        [IO.Directory]::Move($output, (Join-Path $builds $hash))
        if ($loud) { [Console]::Error.WriteLine('done in {0:0.0} s', $watch.Elapsed.TotalSeconds) }
        Remove-OldBuilds
    }
    else {
        if ($loud) { [Console]::Error.WriteLine('changed meanwhile, again') }
        [IO.Directory]::Delete($output, $true)
    }
}
if ($lock) { $lock.Dispose() }

if (-not $dotnet) { $dotnet = Find-Candidates | Select-Object -First 1 }
if (-not $dotnet) { Say 'there is no dotnet on PATH, in DOTNET_ROOT or a usual place: ./build.ps1 --provision'; exit 2 }
$folder = [IO.Path]::GetDirectoryName($dotnet)
if (@($env:PATH -split [IO.Path]::PathSeparator) -notcontains $folder) {
    $env:DOTNET_ROOT = $folder
    $env:PATH += [IO.Path]::PathSeparator + $folder
}
$passed = $args
if ($PSVersionTable.PSVersion.Major -lt 7) {
    # Windows PowerShell neither escapes quotes nor passes empty arguments; it does put quotes around what has spaces.
    $passed = foreach ($argument in $args) {
        $text = "$argument" -replace '(\\*)"', '$1$1\"'
        if ($text -eq '') { '""' } elseif ($text -match '\s') { $text -replace '(\\+)$', '$1$1' } else { $text }
    }
}
# Only what stands in quotes is left alone: of anything else PowerShell on Unix makes the names that match * or ~.
$line = '& "$dotnet" "$assembly"'
$passed = @($passed)
for ($i = 0; $i -lt $passed.Count; $i++) { $line += ' "$($passed[' + $i + '])"' }
. ([scriptblock]::Create($line))
exit $LASTEXITCODE
