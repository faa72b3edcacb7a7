using System.Globalization;
using System.Text;
using Harvis.Engine.Parameters;
using Harvis.Model.Names;
using Harvis.Model.Targets;

namespace Harvis.Engine.CommandLines;

/// <summary>The text of <c>--help</c>.</summary>
static class HelpText
{
    // As many as the left column may be wide. Cut from a constant: filling memory with a character is compiled at each start.
    const string Blanks = "                                            ";

    public static string Of(object build, TargetGraph graph, string? defaultTarget, IReadOnlyList<ParameterDeclaration> parameters)
    {
        var text = new StringBuilder();
        text.Append("Usage: ./build.sh [targets] [--parameter value] [options]\n\nTargets (the default is marked *):\n");
        var order = new TargetOrder(graph);
        AppendTable(text, order.Listed.Select(target => new HelpRow(Mark(target, defaultTarget), Describe(target, order.Before(target)))));
        if (parameters.Count > 0)
        {
            text.Append("\nParameters (also as a variable, or in .nuke/parameters.json):\n");
            AppendTable(text, parameters.Select(parameter => new HelpRow(Usage(parameter), Describe(build, parameter))));
        }

        text.Append("\nOptions:\n");
        AppendTable(text, EngineOption.All.Select(option => new HelpRow(option.Value is null ? option.Name : $"{option.Name} {option.Value}", option.Description)));
        text.Append("\nExit codes: 0 done, 1 a target failed, 2 the build or its arguments are wrong, 130 cancelled.\n");
        return text.ToString();
    }

    static string Mark(TargetNode target, string? defaultTarget) => target.Name == defaultTarget ? $"{target.Name} *" : target.Name;

    static string Describe(TargetNode target, IReadOnlyList<TargetNode> before) =>
        target.Description + (before.Count == 0 ? "" : $" <- {string.Join(", ", before.Select(other => other.Name))}");

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

    static void AppendTable(StringBuilder text, IEnumerable<HelpRow> rows)
    {
        var list = rows.ToList();
        var width = 0;
        foreach (var row in list) width = Math.Max(width, row.Left.Length);
        width = Math.Min(width, Blanks.Length);
        foreach (var (left, right) in list)
            text.Append("  ").Append(left).Append(Blanks, 0, Math.Max(0, width - left.Length)).Append("  ").Append(right).Append('\n');
    }
}
