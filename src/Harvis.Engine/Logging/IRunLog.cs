namespace Harvis.Engine.Logging;

/// <summary>Where a target writes what people should read. Everything is masked before it goes anywhere.</summary>
public interface IRunLog
{
    /// <summary>Writes one entry; it may have several lines.</summary>
    void Write(LogLevel level, string text);
}
