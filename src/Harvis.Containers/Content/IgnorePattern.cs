using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Containers.Content;

/// <summary>
/// One line of a <c>.dockerignore</c> file: Go's <c>filepath.Match</c> syntax, plus <c>**</c> for any number of folders and a
/// leading <c>!</c> that takes files back in. See https://docs.docker.com/build/concepts/context/#dockerignore-files.
/// </summary>
sealed class IgnorePattern
{
    // A character outside the basic plane is two chars here and one in Docker.
    const string AnyButSlash = @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^/])";

    readonly Func<string, bool> _matches;

    IgnorePattern(string text, bool takesBack, Func<string, bool> matches) => (Text, TakesBack, _matches) = (text, takesBack, matches);

    /// <summary>The cleaned pattern, without the <c>!</c>.</summary>
    public string Text { get; }

    /// <summary>Whether it began with <c>!</c>: what it matches is in the context after all.</summary>
    public bool TakesBack { get; }

    /// <summary>Whether it matches this very path; parents are the caller's business.</summary>
    public bool Matches(string path) => _matches(path);

    /// <summary>Reads a pattern, with any leading <c>!</c>.</summary>
    /// <exception cref="FormatException">It isn't a pattern; Docker would refuse the build.</exception>
    public static IgnorePattern Parse(string line)
    {
        var text = GoPath.Clean(line.Trim());
        var takesBack = text.StartsWith('!');
        if (takesBack) text = text[1..];
        if (takesBack && text.Length == 0) throw new FormatException("\"!\" takes nothing back.");
        return new IgnorePattern(text, takesBack, Compile(text));
    }

    static Func<string, bool> Compile(string text)
    {
        var scan = new Scanner(text);
        scan.Translate();
        return scan.Kind switch
        {
            Kind.Exact => path => path == text,
            Kind.Prefix => path => path.StartsWith(text[..^2], StringComparison.Ordinal),
            Kind.Suffix => path => HasSuffix(path, text[2..]),
            _ => Anchored(scan.Regex).IsMatch,
        };
    }

    static bool HasSuffix(string path, string suffix) =>
        path.EndsWith(suffix, StringComparison.Ordinal) || (suffix[0] == '/' && path.AsSpan().SequenceEqual(suffix.AsSpan(1)));

    static Regex Anchored(string regex) => new($"^{regex}\\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    enum Kind
    {
        Exact,
        Prefix,
        Suffix,
        Regex,
    }

    // Docker's rules, by case: what the pattern's first and last "**" mean decides how a path is compared.
    sealed class Scanner(string text)
    {
        readonly StringBuilder _regex = new();
        int _at;

        public Kind Kind { get; private set; } = Kind.Exact;

        public string Regex => _regex.ToString();

        public void Translate()
        {
            while (_at < text.Length)
            {
                switch (text[_at])
                {
                    case '*': Star(); break;
                    case '?': Add(AnyButSlash); break;
                    case '[': Class(); break;
                    case '\\': Escaped(); break;
                    default: _regex.Append(System.Text.RegularExpressions.Regex.Escape(text[_at++].ToString())); break;
                }
            }
        }

        void Add(string regex)
        {
            _regex.Append(regex);
            _at++;
            Kind = Kind.Regex;
        }

        void Star()
        {
            var first = _at == 0;
            if (_at + 1 >= text.Length || text[_at + 1] != '*')
            {
                Add("[^/]*");
                return;
            }

            _at += 2;
            if (_at < text.Length && text[_at] == '/') _at++;
            if (_at == text.Length)
            {
                Kind = Kind == Kind.Exact ? Kind.Prefix : Kind.Regex;
                _regex.Append(".*");
            }
            else
            {
                _regex.Append("(?:.*/)?");
                Kind = Kind.Regex;
            }

            if (first) Kind = _at == text.Length ? Kind.Prefix : Kind.Suffix;
        }

        void Escaped()
        {
            if (++_at == text.Length) throw Malformed("it ends with a backslash");
            Add(System.Text.RegularExpressions.Regex.Escape(text[_at].ToString()));
        }

        void Class()
        {
            _regex.Append('[');
            _at++;
            if (_at < text.Length && text[_at] == '^') _regex.Append(text[_at++]);
            for (var ranges = 0; ranges == 0 || Current() != ']'; ranges++)
            {
                Member();
                if (Current() != '-') continue;
                _regex.Append('-');
                _at++;
                Member();
            }

            Add("]");
        }

        void Member()
        {
            if (Current() is '-' or ']') throw Malformed("a range in [] lacks an end");
            if (Current() == '\\') _at++;
            var c = Current();
            if (c is '[' or ']' or '\\' or '^' or '-') _regex.Append('\\');
            _regex.Append(c);
            _at++;
        }

        char Current() => _at < text.Length ? text[_at] : throw Malformed("a [ has no ]");

        FormatException Malformed(string why) => new($"\"{text}\" isn't a pattern: {why}.");
    }
}
