namespace Harvis.Generation.GitLabCi.Rules;

/// <summary>Finds variables whose text anybody can write, where a shell would take that text apart or run it.</summary>
static class UntrustedText
{
    static readonly HashSet<string> Variables = new(StringComparer.Ordinal)
    {
        "CI_COMMIT_MESSAGE", "CI_COMMIT_TITLE", "CI_COMMIT_DESCRIPTION", "CI_COMMIT_AUTHOR", "CI_COMMIT_REF_NAME", "CI_COMMIT_BRANCH",
        "CI_COMMIT_TAG", "CI_COMMIT_TAG_MESSAGE", "CI_MERGE_REQUEST_TITLE", "CI_MERGE_REQUEST_DESCRIPTION", "CI_MERGE_REQUEST_LABELS",
        "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME", "CI_OPEN_MERGE_REQUESTS", "CI_BUILD_REF_NAME",
        "GITLAB_USER_NAME", "GITLAB_USER_EMAIL", "HARVIS_REF", "HARVIS_TARGET_BRANCH", "HARVIS_EVENT", "HARVIS_COMMIT",
    };

    static readonly string[] Interpreters = ["eval ", "sh -c", "bash -c", "-Command"];

    /// <summary>The variables, each once.</summary>
    public static IEnumerable<string> In(string script)
    {
        var isInterpreted = Interpreters.Any(word => script.Contains(word, StringComparison.Ordinal));
        return Uses(script).Where(use => Variables.Contains(use.Name) && (isInterpreted || !use.IsQuoted)).Select(use => use.Name).Distinct(StringComparer.Ordinal);
    }

    // Quotes start anew inside "$(…)"; in '…' the shell sees no variable. See
    // https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02.
    static IEnumerable<(string Name, bool IsQuoted)> Uses(string script)
    {
        var context = new Stack<char>(['(']);
        for (var i = 0; i < script.Length; i++)
        {
            var (c, top) = (script[i], context.Peek());
            if (top == '\'')
            {
                if (c == '\'') context.Pop();
                else if (c == '$' && NameAt(script, i + 1) is { Length: > 0 } hidden) yield return (hidden, true);
            }
            else if (c == '\\') i++;
            else if (c == '"' && top == '"') context.Pop();
            else if (c == '"' || (c == '\'' && top != '"')) context.Push(c);
            else if (c == '$' && i + 1 < script.Length && script[i + 1] == '(') (i, _) = (i + 1, Pushed(context, '('));
            else if (c == '(' && top == '(') context.Push('(');
            else if (c == ')' && top == '(' && context.Count > 1) context.Pop();
            else if (c == '$' && NameAt(script, i + 1) is { Length: > 0 } name) yield return (name, top == '"');
        }
    }

    static char Pushed(Stack<char> context, char c)
    {
        context.Push(c);
        return c;
    }

    // $NAME, ${NAME…}, ${#NAME}
    static string NameAt(string script, int start)
    {
        while (start < script.Length && script[start] is '{' or '#') start++;
        var end = start;
        while (end < script.Length && (char.IsAsciiLetterOrDigit(script[end]) || script[end] == '_')) end++;
        return script[start..end];
    }
}
