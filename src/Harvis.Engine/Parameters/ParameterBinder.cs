using Harvis.Engine.Environments;
using Harvis.Model.Diagnostics;
using Harvis.Model.Secrets;

namespace Harvis.Engine.Parameters;

/// <summary>Sets a build's parameters from, in this order: command line, environment, profile files, <c>.nuke/parameters.json</c>; otherwise the default stays.</summary>
sealed class ParameterBinder(IReadOnlyList<ParameterDeclaration> parameters, IEnvironment environment, string root)
{
    /// <summary>Sets all that was found.</summary>
    /// <param name="build">The build.</param>
    /// <param name="arguments">What the command line says, by parameter name.</param>
    /// <param name="profiles">Names of profiles; a later one overrides an earlier one.</param>
    /// <param name="found">Is told each secret before anything can print it.</param>
    public IReadOnlyList<Diagnostic> Bind(
        object build, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IReadOnlyList<string> profiles, Action<Secret> found)
    {
        var diagnostics = new List<Diagnostic>();
        var files = Files(profiles, diagnostics);
        diagnostics.AddRange(files.SelectMany(Unknown));
        foreach (var parameter in parameters)
        {
            if (parameter.IsSecret) BindSecret(build, parameter, files, found, diagnostics);
            else if (Find(parameter, arguments, files) is { } value) BindValue(build, parameter, value, diagnostics);
        }

        return diagnostics;
    }

    /// <summary>Where a value can come from, for messages.</summary>
    public static string Sources(ParameterDeclaration parameter) => parameter.IsSecret
        ? $"the variable {string.Join(" or ", parameter.Variables)}, or a file named by {parameter.Variables[0]}_FILE"
        : $"{parameter.Option}, the variable {string.Join(" or ", parameter.Variables)}, or .nuke/parameters.json";

    static void BindValue(object build, ParameterDeclaration parameter, FoundValue value, List<Diagnostic> diagnostics)
    {
        try
        {
            parameter.Set(build, ParameterConversion.Convert(parameter, value.Texts));
        }
        catch (FormatException wrong)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCodes.InvalidValue,
                $"Parameter \"{parameter.Name}\" can't be \"{string.Join(parameter.Separator, value.Texts)}\" (from {value.Origin}).",
                wrong.Message));
        }
    }

    void BindSecret(object build, ParameterDeclaration parameter, IReadOnlyList<ParametersFile> files, Action<Secret> found, List<Diagnostic> diagnostics)
    {
        if (files.FirstOrDefault(file => file.Values.ContainsKey(parameter.Name)) is { } literal)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCodes.SecretArgument,
                $"Secret \"{parameter.Name}\" stands in a file that is committed.",
                $"Remove it there, replace the secret, and set {Sources(parameter)}.") { Location = new SourceLocation(literal.Name) });
            return;
        }

        foreach (var variable in parameter.Variables)
        {
            if ((environment.Variable(variable) ?? FromFile(variable, parameter, diagnostics)) is not { Length: > 0 } value) continue;
            var secret = new Secret(parameter.Name, value);
            found(secret);
            parameter.Set(build, secret);
            return;
        }
    }

    // The form that container platforms use for mounted secrets; the line break that editors add isn't part of it.
    string? FromFile(string variable, ParameterDeclaration parameter, List<Diagnostic> diagnostics)
    {
        if (environment.Variable(variable + "_FILE") is not { Length: > 0 } path) return null;
        try
        {
            return File.ReadAllText(Path.Combine(root, path)).TrimEnd('\r', '\n');
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticCodes.InvalidValue,
                $"Secret \"{parameter.Name}\" can't be read from the file that {variable}_FILE names: {unreadable.Message}",
                "Correct the path or its permissions."));
            return null;
        }
    }

    FoundValue? Find(ParameterDeclaration parameter, IReadOnlyDictionary<string, IReadOnlyList<string>> arguments, IReadOnlyList<ParametersFile> files)
    {
        if (arguments.TryGetValue(parameter.Name, out var argument)) return new FoundValue(argument, "the command line");
        foreach (var variable in parameter.Variables)
        {
            if (environment.Variable(variable) is { Length: > 0 } value) return new FoundValue([value], $"the variable {variable}");
        }

        var file = files.FirstOrDefault(file => file.Values.ContainsKey(parameter.Name));
        return file is null ? null : new FoundValue(file.Values[parameter.Name], file.Name);
    }

    List<ParametersFile> Files(IReadOnlyList<string> profiles, List<Diagnostic> diagnostics)
    {
        var files = new List<ParametersFile>();
        foreach (var profile in profiles.Reverse())
        {
            var name = $".nuke/parameters.{profile}.json";
            if (ParametersFile.Read(root, name, diagnostics) is { } file) files.Add(file);
            else if (!File.Exists(Path.Combine(root, name))) diagnostics.Add(NoProfile(profile, name));
        }

        if (ParametersFile.Read(root, ".nuke/parameters.json", diagnostics) is { } common) files.Add(common);
        return files;
    }

    Diagnostic NoProfile(string profile, string name)
    {
        var folder = Path.Combine(root, ".nuke");
        var known = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "parameters.*.json").Select(file => Path.GetFileName(file)["parameters.".Length..^".json".Length]).Order(StringComparer.Ordinal).ToList()
            : [];
        return new Diagnostic(
            DiagnosticCodes.InvalidValue,
            $"There is no profile \"{profile}\": {name} doesn't exist.",
            known.Count == 0 ? "Make that file, or leave out --profile." : $"Profiles: {string.Join(", ", known)}.");
    }

    IEnumerable<Diagnostic> Unknown(ParametersFile file) =>
        from name in file.Values.Keys
        where !parameters.Any(parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
        select new Diagnostic(
            DiagnosticCodes.UnknownOption,
            $"\"{name}\" is no parameter of this build.",
            NearestName.Hint(name, parameters.Select(parameter => parameter.Name))) { Location = new SourceLocation(file.Name) };
}
