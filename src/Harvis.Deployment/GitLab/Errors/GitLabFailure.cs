using System.Net;
using Harvis.Engine.Http;
using Harvis.Model.Diagnostics;

namespace Harvis.Deployment.GitLab.Errors;

/// <summary>Makes the exceptions of failed requests to GitLab.</summary>
static class GitLabFailure
{
    public static GitLabException Answered(FailedCall call)
    {
        var code = CodeOf(call.Status);
        return Make(call, code, call.Answer(), RemedyOf(code, call));
    }

    public static GitLabException NotReachable(FailedCall call, Exception fault) =>
        Make(call, GitLabCodes.NotReachable, ConnectionFault.Describe(fault), "Check GitLab's address, the network between it and this machine, and that its certificate is trusted here.", fault);

    public static GitLabException Unexpected(FailedCall call, string what) =>
        Make(call, GitLabCodes.UnexpectedAnswer, what, "Check that this is the address of GitLab and not of something in front of it.");

    public static GitLabException Uncertain(FailedCall call, string why, Exception? fault) =>
        Make(call, GitLabCodes.TriggerUncertain, why, "Look at the project's pipelines in GitLab before running this again.", fault);

    public static GitLabException NoReadToken(FailedCall call) =>
        Make(call, GitLabCodes.ReadTokenMissing, "no read token", "Give the build a token with the scope read_api.");

    static GitLabException Make(FailedCall call, DiagnosticCode code, string what, string remedy, Exception? inner = null) =>
        new(new Diagnostic(code, call.Sentence(what), remedy), inner)
        {
            Method = call.Method,
            Address = call.Address,
            StatusCode = call.Status,
            ServerCode = call.Said,
            RetryAfter = call.RetryAfter,
            Attempts = call.Attempts,
            IsTransient = code == GitLabCodes.NotReachable || code == GitLabCodes.TooManyRequests || (code == GitLabCodes.Refused && (int?)call.Status >= 500),
            IsFinding = code == GitLabCodes.TriggerUncertain,
        };

    static DiagnosticCode CodeOf(HttpStatusCode? status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => GitLabCodes.Unauthorized,
        HttpStatusCode.NotFound => GitLabCodes.NotFound,
        HttpStatusCode.TooManyRequests => GitLabCodes.TooManyRequests,
        _ => GitLabCodes.Refused,
    };

    static string RemedyOf(DiagnosticCode code, FailedCall call) => code.Number switch
    {
        6203 when call.Status == HttpStatusCode.Unauthorized => "The token isn't good: renew it.",
        6203 => "The token may not do this: reading needs read_api, cancelling api, and its role must allow it in this project.",
        6204 when call.Method == HttpMethod.Post => "Check the project's id, and that the trigger token belongs to it (GitLab answers 404 to a wrong one).",
        6204 => "Check the project's id, and that the token's user sees the project.",
        6205 => "Wait; GitLab limits requests by user and address.",
        _ when (int?)call.Status >= 500 => "GitLab is failing: look at its status and run this again.",
        _ => "GitLab doesn't accept this request; its own words say why.",
    };
}
