using System.Globalization;
using System.Text;
using Harvis.Engine.Parameters;
using Harvis.Model.Names;
using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>The text of <c>--help</c>.</summary>
static class HelpText
{
    public static string Of(object build, TargetGraph graph, string? defaultTarget, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var text = new StringBuilder();
        text.Append("Usage: ./build.sh [targets] [--parameter value] [options]\n\nTargets (the default is marked *):\n");
        var targets = graph.Targets.Where(target => target.Listed).ToList();
        AppendTable(text, targets.Select(target => (Mark(target, defaultTarget), Describe(target))));
        if (parameters.Count > 0)
        {
            text.Append("\nParameters (also as a variable, or in .nuke/parameters.json):\n");
            AppendTable(text, parameters.Select(parameter => (Usage(parameter), Describe(build, parameter))));
        }

        text.Append("\nOptions:\n");
        AppendTable(text, EngineOption.All.Select(option => (option.Value is null ? option.Name : $"{option.Name} {option.Value}", option.Description)));
        text.Append("\nExit codes: 0 done, 1 a target failed, 2 the build or its arguments are wrong, 130 cancelled.\n");
        return text.ToString();
    }

    static string Mark(TargetNode target, string? defaultTarget) => target.Name == defaultTarget ? $"{target.Name} *" : target.Name;

    static string Describe(TargetNode target)
    {
        var dependencies = target.Joins.Count > 0 ? target.Joins : target.DependsOn;
        var after = dependencies.Count == 0 ? "" : $" <- {string.Join(", ", dependencies)}";
        return target.Description + after;
    }

    static string Usage(ParameterDeclaration parameter)
    {
        if (parameter.IsSecret) return parameter.Variables[0];
        return parameter.IsSwitch ? parameter.Option : $"{parameter.Option} {Placeholder(parameter)}";
    }

    static string Placeholder(ParameterDeclaration parameter)
    {
        var allowed = ParameterConversion.Allowed(parameter);
        return allowed.Count is > 0 and <= 6 ? string.Join('|', allowed) : $"<{parameter.ValueType.Name.ToLowerInvariant()}>";
    }

    static string Describe(object build, ParameterDeclaration parameter)
    {
        if (parameter.IsSecret) return $"{parameter.Description} (secret)";
        var value = parameter.Get(build);
        return value is null or false || Show(value).Length == 0 ? parameter.Description : $"{parameter.Description} (now: {Show(value)})";
    }

    static string Show(object value) => value switch
    {
        string text => text,
        INamed named => named.Name,
        System.Collections.IEnumerable items => string.Join(", ", items.Cast<object>().Select(Show)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    static void AppendTable(StringBuilder text, IEnumerable<(string Left, string Right)> rows)
    {
        var list = rows.ToList();
        var width = Math.Min(list.Select(row => row.Left.Length).DefaultIfEmpty().Max(), 44);
        foreach (var (left, right) in list)
            text.Append("  ").Append(left.PadRight(width)).Append("  ").Append(right).Append('\n');
    }
}
