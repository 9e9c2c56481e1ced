using System.Management.Automation;
using LakeTools.Core.Queries;

namespace LakeTools.Cmdlets.Queries;

/// <summary>
/// <para type="synopsis">Gets queries: their state, how much they read, and why they failed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeQuery", DefaultParameterSetName = ListSet)]
[OutputType(typeof(LakeQuery))]
public sealed class GetLakeQueryCommand : LakeCmdlet
{
    private const string IdSet = "Id";
    private const string ListSet = "List";

    /// <summary>Query IDs. Default: all queries of the workgroup, newest first.</summary>
    [Parameter(ParameterSetName = IdSet, Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(QueryIdCompleter))]
    public string[] Id { get; set; } = [];

    /// <summary>The workgroup whose queries are listed. Default: primary.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorkGroupCompleter))]
    public string? WorkGroup { get; set; }

    /// <summary>Looks up who started each query, in the CloudTrail event history, which covers 90 days.</summary>
    [Parameter]
    public SwitchParameter IncludePrincipal { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var service = new QueryService(Lake);
        if (ParameterSetName == ListSet)
            await WriteAsync(service.ListAsync(WorkGroup, WriteFailure, cancellationToken)).ConfigureAwait(false);
        foreach (var id in Id) await TryAsync(() => WriteAsync(OneAsync(id)), id).ConfigureAwait(false);

        async IAsyncEnumerable<LakeQuery> OneAsync(string id)
        {
            yield return await service.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }

        Task WriteAsync(IAsyncEnumerable<LakeQuery> queries) =>
            WriteAllAsync(IncludePrincipal ? service.WithPrincipalsAsync(queries, cancellationToken) : queries);
    }
}
