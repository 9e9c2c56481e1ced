using System.Collections;
using System.Management.Automation;
using LakeTools.Core.Secrets;

namespace LakeTools.Cmdlets.Secrets;

/// <summary>
/// <para type="synopsis">Describes secrets: names, tags, rotation and versions, never values.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeSecretInfo")]
[OutputType(typeof(LakeSecretInfo))]
public sealed class GetLakeSecretInfoCommand : LakeCmdlet
{
    /// <summary>A name or ARN, or a pattern of names. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SecretId", "Arn", "Name")]
    [AllowNull]
    [AllowEmptyString]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(SecretNameCompleter))]
    public string[]? Id { get; set; }

    /// <summary>
    /// Chooses by the service's filters: <c>@{ 'tag-key' = 'team' }</c>; keys are name, description, tag-key, tag-value,
    /// primary-Region, owning-service, all.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? Filter { get; set; }

    /// <summary>Shows secrets that wait for their recovery window to end, too.</summary>
    [Parameter]
    public SwitchParameter IncludeDeleted { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // An unset variable must not mean 'all'.
        string?[] ids = Id is { Length: > 0 } ? Id : [MyInvocation.BoundParameters.ContainsKey(nameof(Id)) ? "" : "*"];
        var filters = SecretFilterTable.Of(Filter);
        foreach (var id in ids)
        {
            await TryAsync(() => WriteAllAsync(new SecretService(Lake).DescribeAsync(id ?? "", IncludeDeleted, filters, cancellationToken)),
                id)
                .ConfigureAwait(false);
        }
    }
}
