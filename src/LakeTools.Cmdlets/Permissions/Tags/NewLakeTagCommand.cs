using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Creates an LF-Tag: a key, and the values of which a resource may have one.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "LakeTag", SupportsShouldProcess = true)]
[OutputType(typeof(LakeTag))]
public sealed class NewLakeTagCommand : TagCmdlet
{
    /// <summary>The key; kept in lower case.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [ValidateNotNullOrEmpty]
    public string Key { get; set; } = "";

    /// <summary>The values; kept in lower case.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TagValue", "TagValues")]
    [ValidateNotNullOrEmpty]
    [WordList]
    public string[] Value { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (key, values) = (TagNames.Key(Key), TagNames.Values(Value));
        WarnOfLength(key, values);
        if (!ShouldProcess($"{key} = {values}", "Create the LF-Tag")) return;
        WriteObject(await new TagService(Lake).CreateAsync(key, values, Account, cancellationToken).ConfigureAwait(false));
    }
}
