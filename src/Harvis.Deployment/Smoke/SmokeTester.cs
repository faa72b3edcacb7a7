using System.Globalization;
using System.Net;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Environments;

namespace Harvis.Deployment.Smoke;

/// <summary>Makes an environment's smoke tests, side by side, and says of each that fails what was expected and what came.</summary>
public sealed class SmokeTester : IDisposable
{
    const int BodyCharsShown = 300;

    /// <summary>How long one answer may take: 15 seconds.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(15);

    readonly IRunLog _log;
    readonly HttpClient _http;
    readonly ServedValueReader _values;

    /// <summary>A tester.</summary>
    /// <param name="log">Is told what passed.</param>
    /// <param name="answerTime">How long a server has to answer; the default is <see cref="AnswerTime"/>.</param>
    public SmokeTester(IRunLog log, TimeSpan? answerTime = null)
    {
        _log = log;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = answerTime ?? AnswerTime };
        _values = new ServedValueReader(_http);
    }

    /// <summary>Makes all tests.</summary>
    /// <exception cref="DiagnosticException">At least one failed.</exception>
    public async Task TestAsync(IReadOnlyList<SmokeTest> tests, CancellationToken cancellationToken)
    {
        var failures = await Task.WhenAll(tests.Select(test => FailureAsync(test, cancellationToken)));
        var found = failures.OfType<Diagnostic>().ToList();
        if (found.Count > 0) throw new DiagnosticException(found) { IsTransient = true };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    async Task<Diagnostic?> FailureAsync(SmokeTest test, CancellationToken cancellationToken)
    {
        try
        {
            return await ProblemAsync(test, cancellationToken) is { } problem ? Failed(test, problem) : null;
        }
        catch (HttpRequestException unreachable)
        {
            return Failed(test, $"can't be reached: {unreachable.Message}");
        }
        catch (InvalidDataException without)
        {
            return Failed(test, $"can't be judged: {without.Message}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(test, string.Create(CultureInfo.InvariantCulture, $"didn't answer within {_http.Timeout.TotalSeconds:0.#} s"));
        }
    }

    async Task<string?> ProblemAsync(SmokeTest test, CancellationToken cancellationToken)
    {
        // The values first: what is stored meanwhile must not make the page the older of the two.
        var values = await Task.WhenAll(test.ExpectedValues.Select(value => _values.ReadAsync(value, cancellationToken)));
        using var answer = await _http.GetAsync(test.Url, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        if ((int)answer.StatusCode != test.ExpectedStatus) return $"answered {Status(answer.StatusCode)} instead of {test.ExpectedStatus}: {Start(body)}";
        if (test.ExpectedTexts.FirstOrDefault(text => !body.Contains(text, StringComparison.Ordinal)) is { } missing)
            return $"answered without \"{missing}\": {Start(body)}";
        if (values.Zip(test.ExpectedValues).FirstOrDefault(pair => !Shows(body, pair.First)) is ({ } text, { } value))
            return $"answered without \"{text}\", which is {value}: {Start(body)}";
        var shown = string.Concat(values.Select(value => $", and shows \"{value}\""));
        _log.Info($"{test.Description}: {test.Url} answers {Status(answer.StatusCode)}{shown}.");
        return null;
    }

    static Diagnostic Failed(SmokeTest test, string what) => new(
        DeploymentCodes.SmokeTestFailed,
        $"{test.Description}: {test.Url} {what}.",
        "See the logs of the workload behind it.");

    static bool Shows(string body, string text) =>
        body.Contains(text, StringComparison.Ordinal) || WebUtility.HtmlDecode(body).Contains(text, StringComparison.Ordinal);

    static string Status(HttpStatusCode status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    static string Start(string body)
    {
        var line = body.ReplaceLineEndings(" ").Trim();
        return line.Length <= BodyCharsShown ? line : $"{line[..BodyCharsShown]}…";
    }
}
