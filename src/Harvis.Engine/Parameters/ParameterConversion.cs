using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Harvis.Model.Names;

namespace Harvis.Engine.Parameters;

/// <summary>Reads a parameter's value from text.</summary>
[SuppressMessage("Trimming", "IL2070", Justification = "Builds are not trimmed.")]
[SuppressMessage("Trimming", "IL2075", Justification = "Builds are not trimmed.")]
static class ParameterConversion
{
    const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    /// <summary>The values it can take, by name; empty where any text of the right form will do.</summary>
    public static IReadOnlyList<string> Allowed(ParameterDeclaration parameter)
    {
        if (parameter.ValuesMember is not null) return [.. Named(parameter).Select(value => value.Name)];
        if (parameter.ValueType.IsEnum) return Enum.GetNames(parameter.ValueType);
        return parameter.ValueType == typeof(bool) ? ["true", "false"] : [];
    }

    public static bool CanConvert(ParameterDeclaration parameter) =>
        parameter.ValuesMember is not null
            ? ValuesOf(parameter) is not null
            : parameter.ValueType.IsEnum || parameter.ValueType == typeof(string) || parameter.ValueType == typeof(bool) || ParseOf(parameter.ValueType) is not null;

    /// <summary>The value of some texts: one, or for a list all of its items.</summary>
    /// <exception cref="FormatException">A text can't be read; the message says what is allowed.</exception>
    public static object? Convert(ParameterDeclaration parameter, IReadOnlyList<string> texts)
    {
        if (!parameter.IsList) return One(parameter, texts[0]);
        var items = texts
            .SelectMany(text => text.Split(parameter.Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(text => One(parameter, text))
            .ToList();
        var array = Array.CreateInstance(ListTypes.ItemOf(parameter.Type)!, items.Count);
        ((ICollection)items).CopyTo(array, 0);
        return array;
    }

    static object? One(ParameterDeclaration parameter, string text)
    {
        var type = parameter.ValueType;
        if (parameter.ValuesMember is not null || type.IsEnum) return OneOf(parameter, text);
        if (type == typeof(string)) return text;
        if (type == typeof(bool)) return Bool(text);
        if (type == typeof(double) || type == typeof(decimal)) return Fraction(type, text);
        try
        {
            if (type == typeof(TimeSpan) && Duration(text) is { } duration) return duration;
            return ParseOf(type)!.Invoke(null, [text, CultureInfo.InvariantCulture]);
        }
        catch (TargetInvocationException refused) when (refused.InnerException is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException(Expected(type, refused.InnerException.Message), refused.InnerException);
        }
        catch (OverflowException tooLong)
        {
            throw new FormatException(Expected(type, tooLong.Message), tooLong);
        }
    }

    // Without digit groups: "1,5" must not become 15.
    static object Fraction(Type type, string text)
    {
        if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        if (type == typeof(decimal) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)) return exact;
        throw new FormatException(Expected(type, ""));
    }

    static object OneOf(ParameterDeclaration parameter, string text)
    {
        var name = Allowed(parameter).FirstOrDefault(allowed => string.Equals(allowed, text, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"Allowed: {string.Join(", ", Allowed(parameter))}.");
        return parameter.ValuesMember is null ? Enum.Parse(parameter.ValueType, name) : Named(parameter).First(value => value.Name == name);
    }

    static bool Bool(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "ON" or "1" => true,
        "FALSE" or "NO" or "OFF" or "0" => false,
        _ => throw new FormatException("Allowed: true, false."),
    };

    // 90s, 5m, 2h, 1d, 250ms; otherwise .NET's own form (00:05:00).
    static TimeSpan? Duration(string text)
    {
        var digits = text.TrimEnd('s', 'm', 'h', 'd');
        if (digits.Length == text.Length || !double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        return text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => null,
        };
    }

    static string Expected(Type type, string message) => type switch
    {
        _ when type == typeof(int) || type == typeof(long) => "Expected: a whole number.",
        _ when type == typeof(double) || type == typeof(decimal) => "Expected: a number such as 1.5.",
        _ when type == typeof(TimeSpan) => "Expected: a duration such as 90s, 5m or 2h.",
        _ => message,
    };

    static IEnumerable<INamed> Named(ParameterDeclaration parameter) => ValuesOf(parameter) ?? [];

    static IEnumerable<INamed>? ValuesOf(ParameterDeclaration parameter)
    {
        foreach (var type in new[] { parameter.Member.DeclaringType!, parameter.ValueType })
        {
            if (type.GetProperty(parameter.ValuesMember!, Static)?.GetMethod is { } getter && getter.ReturnType.IsAssignableTo(typeof(IEnumerable<INamed>)))
                return getter.CreateDelegate<Func<IEnumerable<INamed>>>()();
            if (type.GetField(parameter.ValuesMember!, Static)?.GetValue(null) is IEnumerable<INamed> field) return field;
        }

        return null;
    }

    static MethodInfo? ParseOf(Type type) =>
        type.GetMethod("Parse", BindingFlags.Static | BindingFlags.Public, [typeof(string), typeof(IFormatProvider)]);
}
