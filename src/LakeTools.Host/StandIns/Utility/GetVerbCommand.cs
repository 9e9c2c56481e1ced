namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Verb: the approved verbs, by the engine's own lists of them.</summary>
[Cmdlet(VerbsCommon.Get, "Verb")]
public sealed class GetVerbCommand : PSCmdlet
{
    private static readonly (string Group, Type Verbs)[] s_groups =
    [
        ("Common", typeof(VerbsCommon)), ("Data", typeof(VerbsData)), ("Lifecycle", typeof(VerbsLifecycle)),
            ("Diagnostic", typeof(VerbsDiagnostic)),
        ("Communications", typeof(VerbsCommunications)), ("Security", typeof(VerbsSecurity)), ("Other", typeof(VerbsOther)),
    ];

    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Verb { get; set; } = ["*"];

    [Parameter(Position = 1)]
    public string[]? Group { get; set; }

    protected override void ProcessRecord()
    {
        foreach (var (group, verbs) in s_groups)
        {
            if (Group is not null && !Group.Contains(group, StringComparer.OrdinalIgnoreCase)) continue;
            foreach (var name in verbs.GetFields().Select(field => field.Name).Order(StringComparer.Ordinal))
            {
                if (!Verb.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name))) continue;
                var item = new PSObject();
                item.Properties.Add(new PSNoteProperty("Verb", name));
                item.Properties.Add(new PSNoteProperty("Group", group));
                WriteObject(item);
            }
        }
    }
}
