namespace Harvis.Engine.Tools.Machines;

/// <summary>Systems that get their programs in the same way.</summary>
public enum SystemFamily
{
    /// <summary>A system that nothing is known of.</summary>
    Other,

    /// <summary>Debian itself.</summary>
    Debian,

    /// <summary>Ubuntu and what is built on it.</summary>
    Ubuntu,

    /// <summary>Fedora, Red Hat Enterprise Linux and what is built on them.</summary>
    Fedora,

    /// <summary>macOS.</summary>
    MacOS,

    /// <summary>Windows.</summary>
    Windows,
}
