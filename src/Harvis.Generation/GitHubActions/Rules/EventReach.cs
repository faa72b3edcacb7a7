using Harvis.Generation.GitHubActions.Expressions;

namespace Harvis.Generation.GitHubActions.Rules;

/// <summary>Whether a job can run for a pull request.</summary>
static class EventReach
{
    static readonly string[] Requests = ["pull_request", "pull_request_target"];

    /// <summary>False only where the job's condition surely fails for every pull request, whatever became of other jobs.</summary>
    public static bool IsOpenToRequests(DocumentView view, JobView job) =>
        view.Events.Where(Requests.Contains).Any(happened => job.Job is null || job.Job.If is not { } condition || CanHold(condition, happened));

    // Tried with each text that the condition itself compares with: no other can matter to it.
    static bool CanHold(Expression condition, string happened)
    {
        var texts = Texts(condition).Append("").Distinct().ToList();
        foreach (var into in texts)
        {
            foreach (var result in new[] { "success", "failure", "skipped" })
            {
                try
                {
                    if (new ExpressionEvaluator(path => Value(path, happened, into, result), function => function != "cancelled").Holds(condition)) return true;
                }
                catch (NotSupportedException)
                {
                    return true;
                }
            }
        }

        return false;
    }

    static object? Value(IReadOnlyList<string> path, string happened, string into, string result) => (path[0], path[^1]) switch
    {
        ("github", "event_name") => happened,
        ("github", "base_ref") => into,
        ("github", "ref_type") => "branch",
        ("github", _) => "",
        ("needs", "result") => result,
        _ => null,
    };

    static IEnumerable<string> Texts(Expression expression) => expression switch
    {
        Expression.Text text => [text.Content],
        Expression.Not not => Texts(not.Operand),
        Expression.Same same => Texts(same.Left).Concat(Texts(same.Right)),
        Expression.And and => and.Operands.SelectMany(Texts),
        Expression.Or or => or.Operands.SelectMany(Texts),
        Expression.Call call => call.Arguments.SelectMany(Texts),
        _ => [],
    };
}
