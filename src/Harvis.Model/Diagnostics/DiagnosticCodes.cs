namespace Harvis.Model.Diagnostics;

/// <summary>Every code about targets, arguments and the run; each has a page under <c>docs/diagnostics/</c>.</summary>
public static class DiagnosticCodes
{
    /// <summary>A name on the command line is no target.</summary>
    public static DiagnosticCode UnknownTarget { get; } = new(1001);

    /// <summary>A target names another that isn't there.</summary>
    public static DiagnosticCode UnknownReference { get; } = new(1002);

    /// <summary>Targets wait for each other in a circle.</summary>
    public static DiagnosticCode Cycle { get; } = new(1003);

    /// <summary>Two targets, or two items of one, have the same name.</summary>
    public static DiagnosticCode DuplicateName { get; } = new(1004);

    /// <summary>A node asks for more of a resource than there is.</summary>
    public static DiagnosticCode ResourceTooSmall { get; } = new(1005);

    /// <summary>A target takes files of one that produces none.</summary>
    public static DiagnosticCode NothingProduced { get; } = new(1006);

    /// <summary>There is no target to run.</summary>
    public static DiagnosticCode NothingRequested { get; } = new(1007);

    /// <summary>A target caches outputs without naming inputs.</summary>
    public static DiagnosticCode OutputsWithoutInputs { get; } = new(1008);

    /// <summary>A target's definition threw.</summary>
    public static DiagnosticCode BrokenDefinition { get; } = new(1009);

    /// <summary>The build's own code threw before a target could be looked at.</summary>
    public static DiagnosticCode BrokenBuild { get; } = new(1010);

    /// <summary>An option that doesn't exist.</summary>
    public static DiagnosticCode UnknownOption { get; } = new(1101);

    /// <summary>A value that a parameter can't take.</summary>
    public static DiagnosticCode InvalidValue { get; } = new(1102);

    /// <summary>A parameter or secret that a target requires isn't set.</summary>
    public static DiagnosticCode MissingParameter { get; } = new(1103);

    /// <summary>A condition that a target requires doesn't hold.</summary>
    public static DiagnosticCode UnmetRequirement { get; } = new(1104);

    /// <summary>An option lacks its value, or has one that it doesn't take.</summary>
    public static DiagnosticCode OptionValue { get; } = new(1105);

    /// <summary>A parameters file can't be read.</summary>
    public static DiagnosticCode BrokenParametersFile { get; } = new(1106);

    /// <summary>A parameter is declared in a way that can't work.</summary>
    public static DiagnosticCode BrokenParameter { get; } = new(1107);

    /// <summary>There is nothing to continue.</summary>
    public static DiagnosticCode NothingToContinue { get; } = new(1108);

    /// <summary>A secret stands on the command line, where every user of the machine reads it.</summary>
    public static DiagnosticCode SecretArgument { get; } = new(1109);

    /// <summary>No repository root was found.</summary>
    public static DiagnosticCode NoRoot { get; } = new(1110);

    /// <summary>A secret is too short to be masked.</summary>
    public static DiagnosticCode SecretTooShort { get; } = new(1111);

    /// <summary>A target ended without the files or results that it promised.</summary>
    public static DiagnosticCode PromiseBroken { get; } = new(1301);

    /// <summary>A file or result that a target takes isn't there.</summary>
    public static DiagnosticCode ResultMissing { get; } = new(1302);

    /// <summary>The disk is full.</summary>
    public static DiagnosticCode DiskFull { get; } = new(1303);
}
