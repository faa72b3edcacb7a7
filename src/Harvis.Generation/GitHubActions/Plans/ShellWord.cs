namespace Harvis.Generation.GitHubActions.Plans;

/// <summary>One argument of a command, as a shell takes it: bare where no shell sees more in it than itself, else between single quotes.</summary>
static class ShellWord
{
    /// <summary>For bash and every POSIX shell: a quote ends the quotes, stands escaped, and opens them again.</summary>
    /// <remarks>https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02.</remarks>
    public static string Posix(string argument) =>
        IsBare(argument) ? argument : $"'{argument.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>For PowerShell, which takes curly quotes for quotes too: each is doubled.</summary>
    /// <remarks>https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules.</remarks>
    public static string PowerShell(string argument) =>
        IsBare(argument) ? argument : $"'{string.Concat(argument.Select(c => c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b' ? $"{c}{c}" : $"{c}"))}'";

    static bool IsBare(string argument) =>
        argument.Length > 0 && char.IsAsciiLetter(argument[0]) && argument.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':' or '/');
}
