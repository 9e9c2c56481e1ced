namespace Microsoft.PowerShell.Commands;

/// <summary>Test-Path.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
public sealed class TestPathCommand : PathCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public override string[]? Path { get; set; }

    [Parameter]
    [Alias("Type")]
    [ValidateSet("Any", "Container", "Leaf")]
    public string PathType { get; set; } = "Any";

    [Parameter]
    public SwitchParameter IsValid { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths) WriteObject(IsValid ? SessionState.Path.IsValid(path) : Exists(path));
    }

    private bool Exists(string? path)
    {
        if (string.IsNullOrEmpty(path)) return false;
        try
        {
            if (!InvokeProvider.Item.Exists(path, Force, IsLiteral)) return false;
            if (PathType == "Any") return true;
            return InvokeProvider.Item.IsContainer(path) == (PathType == "Container");
        }
        catch (Exception e) when (e is DriveNotFoundException or ProviderNotFoundException or ItemNotFoundException)
        {
            return false;
        }
    }
}
