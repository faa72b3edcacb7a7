using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Harvis.Model.Triggers;

/// <summary>
/// Five cron fields in UTC: minute, hour, day of the month, month, day of the week (0 is Sunday). Each is <c>*</c>, numbers, ranges, lists and
/// steps. See https://pubs.opengroup.org/onlinepubs/9799919799/utilities/crontab.html.
/// </summary>
public sealed record CronSchedule : IParsable<CronSchedule>
{
    static readonly (string Name, int Least, int Most)[] Fields =
        [("minute", 0, 59), ("hour", 0, 23), ("day of the month", 1, 31), ("month", 1, 12), ("day of the week", 0, 6)];

    CronSchedule(string text) => Text = text;

    /// <summary>The fields, one space between them.</summary>
    public string Text { get; }

    /// <summary>Reads five fields.</summary>
    /// <exception cref="FormatException">They aren't five cron fields.</exception>
    public static CronSchedule Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var cron) ? cron : throw new FormatException(
            $"\"{s}\" isn't five cron fields ({string.Join(", ", Fields.Select(field => $"{field.Name} {field.Least}-{field.Most}"))}), such as \"0 2 * * 0\".");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CronSchedule result)
    {
        var fields = s?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var valid = fields.Length == Fields.Length && fields.Zip(Fields).All(pair => pair.First.Split(',').All(part => IsPart(part, pair.Second.Least, pair.Second.Most)));
        result = valid ? new CronSchedule(string.Join(' ', fields)) : null;
        return valid;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    static bool IsPart(string part, int least, int most)
    {
        if (part.Split('/') is [var stepped, var step]) return (stepped == "*" || stepped.Contains('-', StringComparison.Ordinal)) && IsPart(stepped, least, most) && IsNumber(step, 1, most);
        if (part.Split('-') is [var first, var last]) return IsNumber(first, least, most) && IsNumber(last, least, most) && Number(first) <= Number(last);
        return part == "*" || IsNumber(part, least, most);
    }

    static bool IsNumber(string text, int least, int most) =>
        text.Length is 1 or 2 && text.All(char.IsAsciiDigit) && Number(text) >= least && Number(text) <= most;

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
