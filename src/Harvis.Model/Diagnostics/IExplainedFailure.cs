namespace Harvis.Model.Diagnostics;

/// <summary>An exception whose message says what failed, where and what to do next: logs show it without a stack trace.</summary>
public interface IExplainedFailure
{
    /// <summary>What failed, where and what to do next.</summary>
    string Message { get; }
}
