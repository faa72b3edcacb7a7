using Harvis.Generation.GitLabCi.Conditions;

namespace Harvis.Generation.GitLabCi;

/// <summary>
/// What a job does first in a pipeline that another system started: it builds the commit that was approved there, not what the branch holds
/// by now. The commit is data: it is compared, quoted, and never run.
/// </summary>
static class GitLabCheckout
{
    // Ranges such as a-f mean other characters in some locales, so each digit is named.
    const string Check =
        """
        case "${HARVIS_COMMIT:-}" in
          "" | *[!0123456789abcdef]*) echo "HARVIS_COMMIT is not a full commit: nothing is built." >&2; exit 1 ;;
        esac
        if [ "${#HARVIS_COMMIT}" -ne 40 ]; then echo "HARVIS_COMMIT is not a full commit: nothing is built." >&2; exit 1; fi
        """;

    const string Fetch = "git fetch --quiet --no-tags --depth 1 origin \"$HARVIS_COMMIT\"";
    const string FetchAll = "git fetch --quiet --tags origin \"$HARVIS_COMMIT\"";

    const string CheckOut =
        """
        git checkout --quiet --force --detach "$HARVIS_COMMIT" || exit 1
        if [ "$(git rev-parse HEAD)" != "$HARVIS_COMMIT" ]; then echo "Another commit than $HARVIS_COMMIT is checked out: nothing is built." >&2; exit 1; fi
        """;

    /// <summary>The commands, as one item of a script.</summary>
    /// <param name="hasHistory">Whether the job needs all of the history and tags.</param>
    /// <param name="isAlways">Whether nothing but the other system starts the job; otherwise the pipeline's own commit is right where it didn't.</param>
    public static string Script(bool hasHistory, bool isAlways)
    {
        var lines = $"{Check}\n{(hasHistory ? FetchAll : Fetch)} || {{ echo \"Commit $HARVIS_COMMIT is not here: has it been mirrored?\" >&2; exit 1; }}\n{CheckOut}";
        return isAlways ? lines : $"if [ \"${GitLabVariables.Source}\" = trigger ]; then\n{Indented(lines)}\nfi";
    }

    static string Indented(string lines) => string.Join('\n', lines.Split('\n').Select(line => $"  {line}"));
}
