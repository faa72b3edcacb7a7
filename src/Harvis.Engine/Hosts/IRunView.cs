using Harvis.Engine.Running;

namespace Harvis.Engine.Hosts;

/// <summary>Shows a run to people.</summary>
public interface IRunView : IRunObserver, IDisposable
{
    /// <summary>Somebody asked the run to stop; may be called from any thread, also while an observer's method runs.</summary>
    void CancelRequested();
}
