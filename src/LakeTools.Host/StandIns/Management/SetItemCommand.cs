namespace Microsoft.PowerShell.Commands;

/// <summary>Set-Item: gives an item a value, such as a variable, a function or an environment variable.</summary>
[Cmdlet(VerbsCommon.Set, "Item", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
public sealed class SetItemCommand : PathCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipelineByPropertyName = true)]
    public override string[]? Path { get; set; }

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths)
        {
            ForPath(path, () =>
            {
                var set = InvokeProvider.Item.Set([path], Value, Force, IsLiteral);
                if (PassThru) WriteObject(set, enumerateCollection: true);
            });
        }
    }
}
