namespace LakeTools.Host.Terminal;

/// <summary>Reads a command with the usual keys: arrows, Home, End, history, and Tab through the engine's completion.</summary>
internal sealed class LineEditor(TextWriter output)
{
    /// <summary>What <see cref="Read"/> gives after Ctrl+C.</summary>
    public const string Abandoned = "\u0003";

    private readonly List<string> _history = [];
    private string _text = "";
    private int _cursor;
    private int _recalled;
    private CommandCompletion? _completion;

    /// <returns>The line; null after Ctrl+D on an empty line.</returns>
    public string? Read()
    {
        _text = "";
        _cursor = 0;
        _recalled = _history.Count;
        bool before = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys();
        }
        finally
        {
            Console.TreatControlCAsInput = before;
        }
    }

    private string? ReadKeys()
    {
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key != ConsoleKey.Tab) _completion = null;
            bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    output.WriteLine();
                    if (_text.Length > 0) _history.Add(_text);
                    return _text;
                case ConsoleKey.C when control:
                    output.WriteLine("^C");
                    return Abandoned;
                case ConsoleKey.D when control && _text.Length == 0:
                    output.WriteLine();
                    return null;
                case ConsoleKey.Tab: Complete((key.Modifiers & ConsoleModifiers.Shift) == 0); break;
                case ConsoleKey.LeftArrow: MoveTo(_cursor - 1); break;
                case ConsoleKey.RightArrow: MoveTo(_cursor + 1); break;
                case ConsoleKey.Home: MoveTo(0); break;
                case ConsoleKey.End: MoveTo(_text.Length); break;
                case ConsoleKey.UpArrow: Recall(-1); break;
                case ConsoleKey.DownArrow: Recall(1); break;
                case ConsoleKey.Escape: Replace("", 0); break;
                case ConsoleKey.Backspace when _cursor > 0: Replace(_text.Remove(_cursor - 1, 1), _cursor - 1); break;
                case ConsoleKey.Delete when _cursor < _text.Length: Replace(_text.Remove(_cursor, 1), _cursor); break;
                default:
                    if (key.KeyChar >= ' ') Replace(_text.Insert(_cursor, key.KeyChar.ToString()), _cursor + 1);
                    break;
            }
        }
    }

    private void Recall(int step)
    {
        int index = _recalled + step;
        if (index < 0 || index > _history.Count) return;
        _recalled = index;
        var text = index == _history.Count ? "" : _history[index];
        Replace(text, text.Length);
    }

    private void Complete(bool forward)
    {
        _completion ??= CommandCompletion.CompleteInput(_text, _cursor, options: null);
        if (_completion.CompletionMatches.Count == 0 || _completion.GetNextResult(forward) is not { } match) return;
        int start = _completion.ReplacementIndex;
        var text = string.Concat(_text.AsSpan(0, start), match.CompletionText, _text.AsSpan(start + _completion.ReplacementLength));
        _completion.ReplacementLength = match.CompletionText.Length;
        Replace(text, start + match.CompletionText.Length);
    }

    private void MoveTo(int cursor) => Replace(_text, Math.Clamp(cursor, 0, _text.Length));

    private void Replace(string text, int cursor)
    {
        if (_cursor > 0) output.Write($"\x1b[{_cursor}D");
        output.Write(text + "\x1b[K");
        if (text.Length > cursor) output.Write($"\x1b[{text.Length - cursor}D");
        _text = text;
        _cursor = cursor;
    }
}
