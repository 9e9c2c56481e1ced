using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets LF-Tags with those of their values that the caller may see.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeTag")]
[OutputType(typeof(LakeTag))]
public sealed class GetLakeTagCommand : TagCmdlet
{
    /// <summary>Keys, Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] Key { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new TagService(Lake);
        foreach (var key in Key)
        {
            await TryAsync(async () =>
            {
                if (!Names.IsPattern(key))
                {
                    WriteObject(await service.GetAsync(key, Account, cancellationToken).ConfigureAwait(false));
                    return;
                }

                var pattern = Names.Pattern(key);
                await foreach (var tag in service.ListAsync(Account, cancellationToken).ConfigureAwait(false))
                    if (pattern.IsMatch(tag.Key)) WriteObject(tag);
            }, key).ConfigureAwait(false);
        }
    }
}
