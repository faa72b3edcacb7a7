using System.Runtime.InteropServices;

namespace Harvis.Benchmarks.Processes;

/// <summary>What the kernel counted for an ended process and the children it waited for: <c>struct rusage</c> of 64-bit Linux.</summary>
/// <remarks>https://man7.org/linux/man-pages/man2/getrusage.2.html</remarks>
[StructLayout(LayoutKind.Sequential, Size = 144)]
struct ResourceUsage
{
    long _userSeconds;
    long _userMicroseconds;
    long _systemSeconds;
    long _systemMicroseconds;
    long _maxResidentKiB;

    /// <summary>Processor time in user and system mode.</summary>
    public readonly TimeSpan Cpu => TimeSpan.FromMicroseconds(((_userSeconds + _systemSeconds) * 1_000_000) + _userMicroseconds + _systemMicroseconds);

    /// <summary>The most memory that the process, or the largest of those it waited for, held at once.</summary>
    public readonly long MaxResidentBytes => _maxResidentKiB * 1024;
}
