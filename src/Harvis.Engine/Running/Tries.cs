using System.Globalization;
using Harvis.Engine.Dsl;
using Harvis.Engine.Logging;
using Harvis.Model.Diagnostics;
using Harvis.Model.Targets;

namespace Harvis.Engine.Running;

/// <summary>Tries a node's body: within its time limit, again after a failure as often as it allows, with the waits it asks for.</summary>
sealed class Tries(RunServices services, IRunLog log, Backoff backoff)
{
    /// <summary>How often it was tried.</summary>
    public int Count { get; private set; }

    public async Task RunAsync(TargetNode node, Func<int, CancellationToken, Task> body, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count++;
            try
            {
                await WithinLimitAsync(node, ct => body(Count, ct), cancellationToken);
                return;
            }
            catch (Exception failure) when (Count <= node.Retries && IsWorthAnotherTry(failure, cancellationToken))
            {
                var wait = backoff.Before(Count);
                log.Warning(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Try {Count} of {node.Retries + 1} failed: {Failures.Describe(failure)} Trying again in {wait.TotalSeconds:0.#} s."));
                await Task.Delay(wait, services.Time, cancellationToken);
            }
        }
    }

    async Task WithinLimitAsync(TargetNode node, Func<CancellationToken, Task> body, CancellationToken cancellationToken)
    {
        if (node.Timeout is not { } limit)
        {
            await body(cancellationToken);
            return;
        }

        using var timer = new CancellationTokenSource(limit, services.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await body(linked.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"It took longer than {limit.TotalSeconds:0.###} s."));
        }
    }

    // A refusal stays one, however often it is tried.
    static bool IsWorthAnotherTry(Exception failure, CancellationToken cancellationToken) =>
        !cancellationToken.IsCancellationRequested && failure is not (DiagnosticException { IsTransient: false } or OutOfMemoryException);
}
