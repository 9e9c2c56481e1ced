using System.Management.Automation.Host;

namespace LakeTools.Host.Terminal;

/// <summary>The window: its size, its cursor, single keys.</summary>
internal sealed class TerminalRawUI(HostedSessionOptions options) : PSHostRawUserInterface
{
    private const int HeightElsewhere = 50;
    private int? _width;

    public override ConsoleColor BackgroundColor { get; set; } = (ConsoleColor)(-1);

    public override ConsoleColor ForegroundColor { get; set; } = (ConsoleColor)(-1);

    public override Size BufferSize
    {
        get => new(Width, options.IsTerminal ? Math.Max(1, Console.WindowHeight) : HeightElsewhere);
        set => _width = value.Width;
    }

    public override Coordinates CursorPosition
    {
        get => options.IsTerminal ? new Coordinates(Console.CursorLeft, Console.CursorTop) : default;
        set
        {
            if (options.IsTerminal) Console.SetCursorPosition(value.X, value.Y);
        }
    }

    public override int CursorSize { get; set; } = 25;

    public override bool KeyAvailable => options.IsTerminal && Console.KeyAvailable;

    public override Size MaxPhysicalWindowSize => BufferSize;

    public override Size MaxWindowSize => BufferSize;

    public override Coordinates WindowPosition { get; set; }

    public override Size WindowSize
    {
        get => BufferSize;
        set => _width = value.Width;
    }

    public override string WindowTitle { get; set; } = "";

    private int Width => _width ?? (options.SupportsVirtualTerminal && !Console.IsOutputRedirected && Console.WindowWidth > 0
        ? Console.WindowWidth
        : options.Width);

    public override void FlushInputBuffer()
    {
        while (KeyAvailable) Console.ReadKey(intercept: true);
    }

    public override KeyInfo ReadKey(ReadKeyOptions readKeyOptions)
    {
        if (options.NonInteractive || !options.IsTerminal)
            throw new PSInvalidOperationException("A key can be read from a terminal only.");
        var key = Console.ReadKey((readKeyOptions & ReadKeyOptions.NoEcho) != 0);
        return new KeyInfo((int)key.Key, key.KeyChar, default, keyDown: true);
    }

    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new PSNotImplementedException();

    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
        throw new PSNotImplementedException();

    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new PSNotImplementedException();

    public override void SetBufferContents(Rectangle rectangle, BufferCell fill)
    {
        // Clear-Host fills the whole buffer with blanks; that much a terminal can do.
        if (options.IsTerminal) options.Output.Write("\x1b[H\x1b[2J\x1b[3J");
    }
}
