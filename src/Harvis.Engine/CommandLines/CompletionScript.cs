namespace Harvis.Engine.CommandLines;

/// <summary>
/// The completion scripts. They hold no names: they ask the build itself (its start takes no longer than a key press), so they never go stale.
/// </summary>
static class CompletionScript
{
    /// <summary>The engine option by which the scripts ask; not for people.</summary>
    public const string Ask = "--complete";

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        _ => PowerShell,
    };

    const string Bash = """
        # Completion of ./build.sh for bash. Use it:  source <(./build.sh --completion bash)
        _harvis_build() {
          local word=${COMP_WORDS[COMP_CWORD]} IFS=$'\n'
          COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)" -- "$word"))
        }
        complete -o nosort -F _harvis_build build.sh ./build.sh

        """;

    const string Zsh = """
        # Completion of ./build.sh for zsh. Use it:  source <(./build.sh --completion zsh)
        _harvis_build() {
          local -a names
          names=("${(@f)$("${words[1]}" --complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
          compadd -V harvis -- "${names[@]}"
        }
        compdef _harvis_build build.sh ./build.sh

        """;

    const string PowerShell = """
        # Completion of build.ps1 for PowerShell. Use it:  ./build.ps1 --completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName build.ps1, ./build.ps1, build.sh, ./build.sh -ScriptBlock {
          param($word, $command, $position)
          $words = @($command.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
          if (-not $word) { $words += '' }
          & $command.CommandElements[0].ToString() --complete @words 2>$null |
            Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }

        """;
}
