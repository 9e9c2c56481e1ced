using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>A writer that hands on whole lines.</summary>
internal sealed class LineWriter(Action<string> line) : TextWriter
{
    private readonly StringBuilder _open = new();

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        if (value == '\n') EndLine();
        else if (value != '\r') _open.Append(value);
    }

    public override void Write(string? value)
    {
        foreach (char character in value ?? "") Write(character);
    }

    public override void WriteLine(string? value)
    {
        Write(value);
        EndLine();
    }

    public override void WriteLine() => EndLine();

    private void EndLine()
    {
        line(_open.ToString());
        _open.Clear();
    }
}
