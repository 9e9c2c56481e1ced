using System.Management.Automation;
using LakeTools.Core.Permissions.Locations;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the locations that are registered with Lake Formation.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeLocation")]
[OutputType(typeof(LakeLocation))]
public sealed class GetLakeLocationCommand : LakeCmdlet
{
    /// <summary>Locations: s3:// URIs, or ARNs as for Register-LakeLocation; Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DataLocation")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(LocationCompleter))]
    public string[] Path { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new LocationService(Lake);
        foreach (var path in Path)
        {
            await TryAsync(async () =>
            {
                if (Names.Literal(path) is { } literal)
                {
                    WriteObject(await service.GetAsync(literal, cancellationToken).ConfigureAwait(false));
                    return;
                }

                var pattern = Names.ExactPattern(S3Location.ToUri(path));
                await foreach (var location in service.ListAsync(cancellationToken).ConfigureAwait(false))
                    if (pattern.IsMatch(location.Path)) WriteObject(location);
            }, path).ConfigureAwait(false);
        }
    }
}
