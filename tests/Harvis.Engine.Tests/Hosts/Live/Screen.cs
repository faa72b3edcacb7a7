using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Harvis.Engine.Tests.Hosts.Live;

/// <summary>What a terminal would show, with all that has scrolled away: knows the sequences that Harvis uses, and refuses others.</summary>
sealed class Screen
{
    readonly List<StringBuilder> _rows = [new()];
    int _row;
    int _column;

    /// <summary>The rows that hold something.</summary>
    public string Text => string.Join('\n', _rows.Select(row => row.ToString().TrimEnd())).TrimEnd();

    public void Write(string text)
    {
        foreach (var part in Regex.EnumerateMatches(text, @"\e\[[?0-9;]*[A-Za-z]|[^\e]"))
        {
            var piece = text.Substring(part.Index, part.Length);
            if (piece[0] == '\e') Obey(piece);
            else Put(piece[0]);
        }
    }

    void Obey(string sequence)
    {
        var number = int.TryParse(sequence[2..^1], CultureInfo.InvariantCulture, out var value) ? value : 0;
        switch (sequence[^1])
        {
            case 'm' or 'h' or 'l':
                break;
            case 'A':
                _row = Math.Max(0, _row - number);
                break;
            case 'K':
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                break;
            case 'J':
                _rows[_row].Length = Math.Min(_rows[_row].Length, _column);
                _rows.RemoveRange(_row + 1, _rows.Count - _row - 1);
                break;
            default:
                throw new InvalidOperationException($"Nobody should write {sequence}.");
        }
    }

    void Put(char c)
    {
        switch (c)
        {
            case '\r':
                _column = 0;
                return;
            case '\n':
                (_row, _column) = (_row + 1, 0);
                if (_row == _rows.Count) _rows.Add(new StringBuilder());
                return;
            default:
                if (_rows[_row].Length <= _column) _rows[_row].Append(' ', _column + 1 - _rows[_row].Length);
                _rows[_row][_column++] = c;
                return;
        }
    }
}
