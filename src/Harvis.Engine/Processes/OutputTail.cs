namespace Harvis.Engine.Processes;

/// <summary>The last characters of a text of any length, in a bounded amount of memory.</summary>
sealed class OutputTail(int maxChars)
{
    const int BlockChars = 16 * 1024;

    readonly Queue<char[]> _blocks = new();
    char[] _last = [];
    int _used;

    /// <summary>Adds text; what is too old is dropped, block by block.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_used == _last.Length) AddBlock();
            var part = text[..Math.Min(text.Length, _last.Length - _used)];
            part.CopyTo(_last.AsSpan(_used));
            _used += part.Length;
            text = text[part.Length..];
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var held = _blocks.Sum(block => block.Length) - (_last.Length - _used);
        return string.Create(Math.Min(held, maxChars), held, Copy);
    }

    void Copy(Span<char> target, int held)
    {
        var skip = held - target.Length;
        foreach (var block in _blocks)
        {
            var used = block.AsSpan(0, block == _last ? _used : block.Length);
            var part = used[Math.Min(skip, used.Length)..];
            part.CopyTo(target);
            target = target[part.Length..];
            skip -= used.Length - part.Length;
        }
    }

    // The first block is small: most programs say little.
    void AddBlock()
    {
        var full = _blocks.Count * BlockChars >= maxChars + 2 * BlockChars;
        _last = full ? _blocks.Dequeue() : new char[_blocks.Count == 0 ? BlockChars / 16 : BlockChars];
        _blocks.Enqueue(_last);
        _used = 0;
    }
}
