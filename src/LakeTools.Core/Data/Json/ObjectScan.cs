using System.Buffers;
using System.Text.Json;

namespace LakeTools.Core.Data.Json;

/// <summary>
/// Finds where a JSON object ends, while more and more of it comes. An object within one line is only counted through; one that continues
/// behind its line is checked line by line, so a broken one is distinguished from a pretty-printed one at once.
/// </summary>
internal struct ObjectScan
{
    private static readonly SearchValues<byte> s_inText = SearchValues.Create("\"\\\n"u8);
    private static readonly SearchValues<byte> s_outside = SearchValues.Create("\"{}[]\n"u8);

    private int _position;
    private int _depth;
    private bool _isInText;
    private int _checked;
    private JsonReaderState _state;

    /// <summary>The number of line ends within the object so far.</summary>
    public int Lines { get; private set; }

    /// <summary>True if the object cannot become one, whatever follows.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>True if only its first line is in question: the second one does not go on with it.</summary>
    public bool IsBrokenInFirstLine { get; private set; }

    /// <summary>The length of the object's first line with its end; 0 while it is not there yet.</summary>
    public int FirstLine { get; private set; }

    /// <summary>The length of the examined part of the object.</summary>
    /// <param name="there">The length of the available part.</param>
    public readonly int Length(int there) => Math.Min(_position, there);

    /// <summary>Looks on.</summary>
    /// <param name="json">The object from its brace on, as far as it is there.</param>
    /// <param name="isAll">True if nothing follows.</param>
    /// <returns>The object's length; less than 0 where its end is not there yet, or it is broken.</returns>
    public int FindEnd(ReadOnlySpan<byte> json, bool isAll)
    {
        while (!IsBroken)
        {
            var found = _position < json.Length ? json[_position..].IndexOfAny(_isInText ? s_inText : s_outside) : -1;
            if (found < 0)
            {
                _position = json.Length;
                IsBroken = isAll;
                return -1;
            }

            _position += found;
            switch (json[_position])
            {
                case (byte)'\n':
                    if (_position + 1 == json.Length && !isAll) return -1; // the next line's first byte is looked at too
                    PassLine(json);
                    break;
                case (byte)'\\':
                    if (_position + 1 == json.Length && !isAll) return -1;
                    _position += 2;
                    break;
                case (byte)'"':
                    _isInText = !_isInText;
                    _position++;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    _position++;
                    break;
                default:
                    _position++;
                    if (--_depth == 0) return _position;
                    break;
            }
        }

        return -1;
    }

    private void PassLine(ReadOnlySpan<byte> json)
    {
        _position++;
        Lines++;
        if (Lines == 1) FirstLine = _position;
        IsBroken = _isInText || !IsBegun(json[..Length(json.Length)], isAhead: false); // no text holds a line's end
        var isNext = Lines == 1 && _position < json.Length && json[_position] == (byte)'{';
        if (!IsBroken && isNext) IsBroken = !IsBegun(json[..(_position + 1)], isAhead: true);
        IsBrokenInFirstLine = IsBroken && Lines == 1;
    }

    private bool IsBegun(ReadOnlySpan<byte> json, bool isAhead)
    {
        try
        {
            var reader = new Utf8JsonReader(json[_checked..], isFinalBlock: false, _state);
            while (reader.Read())
            {
            }

            if (isAhead) return true;
            _checked += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
