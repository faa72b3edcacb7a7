namespace Harvis.Engine.Running;

/// <summary>Holds the typed results of targets, in memory and in the run's record.</summary>
interface IResultStore
{
    /// <summary>Keeps a result; a second one of the same node and name replaces the first.</summary>
    void Put(string node, string result, byte[] json);

    /// <summary>Every result of this name, by the node that published it.</summary>
    IReadOnlyList<(string Node, ReadOnlyMemory<byte> Json)> All(string result);

    /// <summary>Keeps a line for the end of the run.</summary>
    void Note(string text);
}
