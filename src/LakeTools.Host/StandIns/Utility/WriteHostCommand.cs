namespace Microsoft.PowerShell.Commands;

/// <summary>Write-Host: to the information stream, marked so that the engine shows it.</summary>
[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : PSCmdlet
{
    private const ConsoleColor NoColour = (ConsoleColor)(-1);

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    [Parameter]
    public ConsoleColor ForegroundColor { get; set; } = NoColour;

    [Parameter]
    public ConsoleColor BackgroundColor { get; set; } = NoColour;

    protected override void ProcessRecord()
    {
        var message = new HostInformationMessage { Message = Text(Object) ?? "", NoNewLine = NoNewline };
        if (ForegroundColor != NoColour) message.ForegroundColor = ForegroundColor;
        if (BackgroundColor != NoColour) message.BackgroundColor = BackgroundColor;
        WriteInformation(message, ["PSHOST"]);
    }

    private string? Text(object? value)
    {
        if (value is null) return null;
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is string text) return text;
        if (bare is not IDictionary && bare is IEnumerable items)
            return string.Join(Separator.ToString(), items.Cast<object?>().Select(Text).Where(part => part is not null));
        return value.ToString();
    }
}
