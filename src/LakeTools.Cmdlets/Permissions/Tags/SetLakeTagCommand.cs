using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Changes the values of an LF-Tag.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "LakeTag", SupportsShouldProcess = true, DefaultParameterSetName = AllSet)]
[OutputType(typeof(LakeTag))]
public sealed class SetLakeTagCommand : TagCmdlet
{
    private const string AllSet = "All";
    private const string SomeSet = "Some";

    /// <summary>The key.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string Key { get; set; } = "";

    /// <summary>All the values that it must have: what is missing comes, parameters that you omit are not changed.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = AllSet)]
    [ValidateNotNullOrEmpty]
    [WordList]
    [ArgumentCompleter(typeof(TagValueCompleter))]
    public string[] Value { get; set; } = [];

    /// <summary>Values that come; the others stay.</summary>
    [Parameter(ParameterSetName = SomeSet)]
    [ValidateNotNullOrEmpty]
    [WordList]
    public string[] AddValue { get; set; } = [];

    /// <summary>Values that go; the others stay.</summary>
    [Parameter(ParameterSetName = SomeSet)]
    [ValidateNotNullOrEmpty]
    [WordList]
    [ArgumentCompleter(typeof(TagValueCompleter))]
    public string[] RemoveValue { get; set; } = [];

    /// <summary>Returns the tag as it then is.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var isAll = ParameterSetName == AllSet;
        var change = new TagChange(TagNames.Key(Key), isAll
            ? TagNames.Values(Value) : null, TagNames.Values(AddValue), TagNames.Values(RemoveValue), Account);
        WarnOfLength(change.Key, change.Values ?? change.Add);
        if (!ShouldProcess($"LF-Tag {change.Key}", What(change))) return;
        var (tag, changed) = await new TagService(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
        if (!changed) WriteVerbose($"No change: {tag}.");
        if (PassThru) WriteObject(tag);
    }

    private static string What(TagChange change) => change.Values is { } all ? $"Give it the values {string.Join(", ", all)} and no other"
        : string.Join(", ", change.Add.Select(value => "add " + value).Concat(change.Remove.Select(value => "remove " + value)));
}
