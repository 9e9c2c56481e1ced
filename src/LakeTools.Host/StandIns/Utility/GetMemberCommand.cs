namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Member: once for each type that comes.</summary>
[Cmdlet(VerbsCommon.Get, "Member")]
public sealed class GetMemberCommand : ObjectCmdlet
{
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    [Parameter(Position = 0)]
    public string[] Name { get; set; } = ["*"];

    [Parameter]
    [Alias("Type")]
    public PSMemberTypes MemberType { get; set; } = PSMemberTypes.All;

    [Parameter]
    public SwitchParameter Static { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is null || !_seen.Add(InputObject.TypeNames[0])) return;
        var members = from member in InputObject.Members
                      where (member.MemberType & MemberType) != 0
                      where Name.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(member.Name))
                      where Force || !(member.Name.StartsWith("get_", StringComparison.Ordinal)
                          || member.Name.StartsWith("set_", StringComparison.Ordinal))
                      orderby member.MemberType, member.Name
                      select new MemberDefinition(InputObject.TypeNames[0], member.Name, member.MemberType, member.ToString() ?? "");
        WriteObject(members, enumerateCollection: true);
    }

    protected override void EndProcessing()
    {
        if (_seen.Count > 0) return;
        var none = new InvalidOperationException("You must specify an object for the Get-Member cmdlet.");
        WriteError(new ErrorRecord(none, "NoObjectInGetMember", ErrorCategory.CloseError, null));
    }
}
