using System.Diagnostics.CodeAnalysis;

namespace Harvis.Containers.Registries.Transport;

/// <summary>Runs one piece of work at a time; the others wait for their turn.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "Only a wait handle would need it, and none is asked for.")]
internal sealed class OneAtATime
{
    readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
