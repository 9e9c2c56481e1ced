namespace Microsoft.PowerShell.Commands;

/// <summary>Get-ChildItem.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Path")]
public sealed class GetChildItemCommand : PathCmdlet
{
    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    [Parameter]
    public string[]? Include { get; set; }

    [Parameter]
    public string[]? Exclude { get; set; }

    [Parameter]
    [Alias("s")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint? Depth { get; set; }

    [Parameter]
    [Alias("af")]
    public SwitchParameter File { get; set; }

    [Parameter]
    [Alias("ad")]
    public SwitchParameter Directory { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var path in Paths) ForPath(path, () => List(path));
    }

    private void List(string path)
    {
        foreach (var item in Children(path))
        {
            if (item.BaseObject is FileSystemInfo file && !Shows(file)) continue;
            WriteObject(Name ? item.Properties["PSChildName"].Value : item);
        }
    }

    private IEnumerable<PSObject> Children(string path) => Depth is { } depth
        ? InvokeProvider.ChildItem.Get([path], true, depth, Force, IsLiteral)
        : InvokeProvider.ChildItem.Get([path], Recurse, Force, IsLiteral);

    private bool Shows(FileSystemInfo file) =>
        (!File || file is FileInfo) && (!Directory || file is DirectoryInfo)
        && (Filter is null || Like(Filter, file.Name))
        && (Include is null || Include.Any(pattern => Like(pattern, file.Name)))
        && (Exclude is null || !Exclude.Any(pattern => Like(pattern, file.Name)));

    private static bool Like(string pattern, string name) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
}
