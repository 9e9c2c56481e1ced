namespace LakeTools.Core.Data.Json;

/// <summary>Finds where an item of a JSON array ends, while more and more of it comes; whether the item is right is
/// not looked at.</summary>
internal struct ItemScan
{
    private int _position;
    private int _depth;
    private bool _isInText;

    /// <summary>Looks on.</summary>
    /// <param name="json">The item from its beginning, as far as it is there.</param>
    /// <returns>The item's length; less than 0 where its end is not there yet.</returns>
    public int FindEnd(ReadOnlySpan<byte> json)
    {
        for (; _position < json.Length; _position++)
        {
            var c = json[_position];
            if (_isInText)
            {
                if (c == (byte)'"') _isInText = false;
                else if (c == (byte)'\\' && _position + 1 == json.Length) return -1;
                else if (c == (byte)'\\') _position++;
                continue;
            }

            switch (c)
            {
                case (byte)'"':
                    _isInText = true;
                    break;
                case (byte)'{' or (byte)'[':
                    _depth++;
                    break;
                case (byte)'}' or (byte)']' when _depth > 0:
                    if (--_depth == 0) return _position + 1;
                    break;
                case (byte)',' or (byte)']' when _depth == 0:
                    return _position;
            }
        }

        return -1;
    }
}
