using System.Net;
using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitHub.Errors;

/// <summary>Makes the exceptions of failed requests to GitHub.</summary>
static class GitHubFailure
{
    public static GitHubException Answered(FailedCall call, bool tooMany)
    {
        var code = tooMany ? GitHubCodes.TooManyRequests : CodeOf(call.Status);
        return Make(call, code, call.Answer(), RemedyOf(code, call));
    }

    public static GitHubException NotReachable(FailedCall call, Exception fault) =>
        Make(call, GitHubCodes.NotReachable, ConnectionFault.Describe(fault), "Check the API's address, the network between it and this machine, and that its certificate is trusted here.", fault);

    public static GitHubException Unexpected(FailedCall call, Exception fault) =>
        Make(call, GitHubCodes.UnexpectedAnswer, "an answer that isn't GitHub's", "Check that this is the address of GitHub's API and not of something in front of it.", fault);

    public static GitHubException Uncertain(FailedCall call, string why, Exception? fault) =>
        Make(call, GitHubCodes.DeploymentUncertain, why, "Look at the repository's deployments before running this again.", fault);

    static GitHubException Make(FailedCall call, DiagnosticCode code, string what, string remedy, Exception? inner = null) =>
        new(new Diagnostic(code, call.Sentence(what), remedy), inner)
        {
            Method = call.Method,
            Address = call.Address,
            StatusCode = call.Status,
            ServerCode = call.Said,
            RetryAfter = call.RetryAfter,
            Attempts = call.Attempts,
            IsTransient = code == GitHubCodes.NotReachable || code == GitHubCodes.TooManyRequests || (code == GitHubCodes.Refused && (int?)call.Status >= 500),
            IsFinding = code == GitHubCodes.DeploymentUncertain,
        };

    static DiagnosticCode CodeOf(HttpStatusCode? status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => GitHubCodes.Unauthorized,
        HttpStatusCode.NotFound => GitHubCodes.NotFound,
        HttpStatusCode.TooManyRequests => GitHubCodes.TooManyRequests,
        _ => GitHubCodes.Refused,
    };

    static string RemedyOf(DiagnosticCode code, FailedCall call) => code.Number switch
    {
        6252 when call.Status == HttpStatusCode.Unauthorized => "The token isn't good: renew it.",
        6252 => "The token may not do this: give the job the permission, or the token the scope.",
        6253 => "Check the name, and that the token sees the repository: GitHub answers 404 where it doesn't.",
        6254 => "Wait until the limit resets, or use a token with a higher one.",
        _ when (int?)call.Status >= 500 => "GitHub is failing: look at its status and run this again.",
        _ => "GitHub doesn't accept this request; its own words say why.",
    };
}
