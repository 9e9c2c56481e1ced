namespace LakeTools.Host;

/// <summary>Where a session reads and writes, and how much it may ask.</summary>
public sealed record HostedSessionOptions
{
    /// <summary>Takes everything but errors. Default: nowhere.</summary>
    public TextWriter Output { get; init; } = TextWriter.Null;

    /// <summary>Takes errors. Default: the same as <see cref="Output"/>.</summary>
    public TextWriter? Error { get; init; }

    /// <summary>Answers prompts. Default: nothing, so that a prompt is an error.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>Output and input are a person's terminal: live progress, keys, no echo of secrets.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Escape sequences reach the output.</summary>
    public bool SupportsVirtualTerminal { get; init; }

    /// <summary>A prompt is an error.</summary>
    public bool NonInteractive { get; init; }

    /// <summary>Columns of the output where it is no terminal. Default: 120.</summary>
    public int Width { get; init; } = 120;

    /// <summary>The session of the program itself: the console, as it is attached.</summary>
    public static HostedSessionOptions ForConsole(bool nonInteractive)
    {
        bool outputIsTerminal = !Console.IsOutputRedirected;
        return new HostedSessionOptions
        {
            Output = Console.Out,
            // As pwsh: errors leave the ordinary stream only where somebody catches them.
            Error = Console.IsErrorRedirected ? Console.Error : Console.Out,
            Input = Console.In,
            IsTerminal = outputIsTerminal && !Console.IsInputRedirected,
            SupportsVirtualTerminal = outputIsTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb",
            NonInteractive = nonInteractive,
            Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int width) && width > 0 ? width : 120,
        };
    }
}
