using System.Management.Automation;
using LakeTools.Core.Permissions.Tags;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets LF-Tags with those of their values that the caller may see.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeTag")]
[OutputType(typeof(LakeTag))]
public sealed class GetLakeTagCommand : TagCmdlet
{
    /// <summary>Keys. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("TagKey")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[] Key { get; set; } = ["*"];

    /// <summary>Also the LF-Tags that other accounts have granted to this one (All), or these alone (Foreign).</summary>
    [Parameter]
    [ValidateSet(nameof(CatalogShare.All), nameof(CatalogShare.Foreign))]
    public string? Share { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new TagService(Lake);
        CatalogShare? share = Share is null ? null : Enum.Parse<CatalogShare>(Share, ignoreCase: true);
        foreach (var key in Key)
        {
            await TryAsync(async () =>
            {
                if (Share is null && Names.Literal(key) is { } literal)
                {
                    WriteObject(await service.GetAsync(literal, Account, cancellationToken).ConfigureAwait(false));
                    return;
                }

                var pattern = Names.Pattern(key);
                var isFound = false;
                await foreach (var tag in service.ListAsync(Account, share, cancellationToken).ConfigureAwait(false))
                {
                    if (!pattern.IsMatch(tag.Key)) continue;
                    isFound = true;
                    WriteObject(tag);
                }

                if (!isFound && Names.Literal(key) is { } missing)
                    throw await service.NotFoundAsync(missing, Account, cancellationToken).ConfigureAwait(false);
            }, key).ConfigureAwait(false);
        }
    }
}
