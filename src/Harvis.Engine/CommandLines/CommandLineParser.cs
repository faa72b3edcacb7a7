using System.Globalization;
using Harvis.Engine.Parameters;
using Harvis.Engine.Running;
using Harvis.Model.Diagnostics;
using Harvis.Model.Names;

namespace Harvis.Engine.CommandLines;

/// <summary>Reads a command line. Nothing is guessed and nothing is ignored: what isn't known is a diagnostic.</summary>
sealed class CommandLineParser(IReadOnlyList<ParameterDeclaration> parameters)
{
    static readonly string[] Shells = ["bash", "zsh", "pwsh"];

    readonly List<Diagnostic> _diagnostics = [];
    readonly List<string> _targets = [];
    readonly List<string> _profiles = [];
    readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    readonly Queue<string> _words = new();
    List<string>? _skip;
    CommandLine _line = new();

    public static CommandLine Parse(IReadOnlyList<string> arguments, IReadOnlyList<ParameterDeclaration> parameters) =>
        new CommandLineParser(parameters).Read(arguments);

    CommandLine Read(IReadOnlyList<string> arguments)
    {
        foreach (var argument in arguments) _words.Enqueue(argument);
        while (_words.TryDequeue(out var word))
        {
            if (word.StartsWith('-') && word.Length > 1) ReadOption(word);
            else _targets.Add(word);
        }

        if (_line.Json && _line.Mode != CommandMode.Plan) Complain(DiagnosticCodes.OptionValue, "--json says how a plan is shown, and none is asked for.", "Add --plan, or leave --json out.");
        return _line with { Diagnostics = _diagnostics, Targets = _targets, Skip = _skip, Profiles = _profiles, Values = _values };
    }

    void ReadOption(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var (name, value) = equals < 0 ? (word, null) : (word[..equals], word[(equals + 1)..]);
        if (name is "-h" or "-?") name = "--help";
        if (EngineOption.All.FirstOrDefault(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            if (value is not null && known.Value is null) Complain(DiagnosticCodes.OptionValue, $"{known.Name} takes no value.", "");
            else ReadEngineOption(known.Name, value);
        }
        else if (parameters.FirstOrDefault(parameter => ParameterName.Same(parameter.Option, name)) is { } parameter) ReadParameter(parameter, value);
        else Complain(DiagnosticCodes.UnknownOption, $"There is no option or parameter \"{name}\".", NearestName.Hint(name, Options()));
    }

    void ReadEngineOption(string name, string? value)
    {
        var run = _line.Run;
        switch (name)
        {
            case "--help": _line = _line with { Mode = CommandMode.Help }; break;
            case "--plan": _line = _line with { Mode = CommandMode.Plan }; break;
            case "--graph": _line = _line with { Mode = CommandMode.Graph }; break;
            case "--json": _line = _line with { Json = true }; break;
            case "--only": _line = _line with { Only = true }; break;
            case "--verbose": _line = _line with { Verbose = true }; break;
            case "--skip": (_skip ??= []).AddRange(Words(value)); break;
            case "--continue": _line = _line with { Run = run with { Continue = true } }; break;
            case "--dry-run": _line = _line with { Run = run with { DryRun = true } }; break;
            case "--check": _line = _line with { Run = run with { Check = true } }; break;
            case "--provision": _line = _line with { Run = run with { Provision = true } }; break;
            case "--profile": if (Word(name, value) is { } profile) _profiles.Add(profile); break;
            case "--parallelism": ReadParallelism(Word(name, value)); break;
            case "--completion": ReadShell(Word(name, value)); break;
        }
    }

    void ReadParallelism(string? text)
    {
        if (text is null) return;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1024)
            _line = _line with { Run = _line.Run with { Parallelism = number } };
        else Complain(DiagnosticCodes.InvalidValue, $"--parallelism can't be \"{text}\".", "Allowed: 1 to 1024.");
    }

    void ReadShell(string? shell)
    {
        if (shell is null) return;
        if (Shells.Contains(shell)) _line = _line with { Mode = CommandMode.Completion, Shell = shell };
        else Complain(DiagnosticCodes.InvalidValue, $"--completion can't be \"{shell}\".", $"Allowed: {string.Join(", ", Shells)}.");
    }

    void ReadParameter(ParameterDeclaration parameter, string? value)
    {
        if (parameter.IsSecret)
        {
            // The word behind it is swallowed unseen: it must not turn up in a message about an unknown target.
            if (value is null) Words(null);
            Complain(
                DiagnosticCodes.SecretArgument,
                $"Secret \"{parameter.Name}\" can't stand on the command line, where every user of the machine can read it.",
                $"Set {ParameterBinder.Sources(parameter)}.");
            return;
        }

        IReadOnlyList<string> texts = parameter switch
        {
            { IsList: true } => [.. Words(value)],
            { IsSwitch: true } => [value ?? (NextIsTruth() ? _words.Dequeue() : "true")],
            _ => Word(parameter.Option, value) is { } text ? [text] : [],
        };
        if (parameter.IsList && texts.Count == 0) Complain(DiagnosticCodes.OptionValue, $"{parameter.Option} lacks its value.", "");
        if (texts.Count == 0) return;
        if (!_values.TryGetValue(parameter.Name, out var earlier)) _values.Add(parameter.Name, texts);
        else if (parameter.IsList) _values[parameter.Name] = [.. earlier, .. texts];
        else Complain(DiagnosticCodes.OptionValue, $"{parameter.Option} is given twice: \"{earlier[0]}\" and \"{texts[0]}\".", "Leave one out.");
    }

    bool NextIsTruth() => _words.TryPeek(out var next) && next.ToUpperInvariant() is "TRUE" or "FALSE";

    string? Word(string option, string? value)
    {
        if (value is not null) return value;
        if (_words.TryPeek(out var next) && !next.StartsWith("--", StringComparison.Ordinal)) return _words.Dequeue();
        Complain(DiagnosticCodes.OptionValue, $"{option} lacks its value.", $"Write {option} VALUE.");
        return null;
    }

    List<string> Words(string? value)
    {
        if (value is not null) return [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var words = new List<string>();
        while (_words.TryPeek(out var next) && !next.StartsWith('-')) words.Add(_words.Dequeue());
        return words;
    }

    IEnumerable<string> Options() => EngineOption.All.Select(option => option.Name).Concat(parameters.Select(parameter => parameter.Option));

    void Complain(DiagnosticCode code, string message, string remedy) => _diagnostics.Add(new Diagnostic(code, message, remedy));
}
