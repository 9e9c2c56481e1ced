using System.Management.Automation;
using LakeTools.Cmdlets.Catalog;
using LakeTools.Core.Catalog;
using LakeTools.Core.Permissions.TagAssignments;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Resources;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Gets the LF-Tags that hold on databases, tables and columns: their own, and those that they inherit.</para>
/// </summary>
[Cmdlet(VerbsCommon.Get, "LakeTagAssignment")]
[OutputType(typeof(LakeTagAssignment))]
public sealed class GetLakeTagAssignmentCommand : TagCmdlet
{
    /// <summary>Databases. Wildcards are permitted. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string DatabaseName { get; set; } = "*";

    /// <summary>
    /// Tables. Wildcards are permitted. Default: the database itself. A table shows what its columns have of their own as well.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(TableNameCompleter))]
    public string? TableName { get; set; }

    /// <summary>Columns. Wildcards are permitted: all that holds on them.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [NotEmptyIfTyped]
    [WordList]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[]? ColumnName { get; set; }

    /// <summary>Excludes what is inherited.</summary>
    [Parameter]
    public SwitchParameter Own { get; set; }

    private bool NamesColumns => ColumnName is { Length: > 0 } and not [""];

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (NamesColumns && string.IsNullOrEmpty(TableName)) throw Fault.ResourceIncomplete("-ColumnName", "-TableName");
        if (Names.Literal(DatabaseName) is { } one)
        {
            await InDatabaseAsync(one, cancellationToken).ConfigureAwait(false);
            return;
        }

        var pattern = Names.Pattern(DatabaseName);
        await foreach (var database in new DatabaseService(Lake).ListAsync(Account, cancellationToken).ConfigureAwait(false))
            if (pattern.IsMatch(database.Name)) await InDatabaseAsync(database.Name, cancellationToken).ConfigureAwait(false);
    }

    private async Task InDatabaseAsync(string database, CancellationToken cancellationToken)
    {
        var table = string.IsNullOrEmpty(TableName) ? null : TableName;
        if (table is null)
        {
            await ShowAsync(LakeResource.Database(database, Account), cancellationToken).ConfigureAwait(false);
        }
        else if (Names.Literal(table) is { } one)
        {
            await InTableAsync(database, one, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await TryAsync(async () =>
            {
                var tables = MatchingTables.ListAsync(new TableService(Lake), database, table, Account, cancellationToken);
                await foreach (var found in tables.ConfigureAwait(false))
                    await InTableAsync(database, found.Name, cancellationToken).ConfigureAwait(false);
            }, database).ConfigureAwait(false);
        }
    }

    private async Task InTableAsync(string database, string table, CancellationToken cancellationToken)
    {
        if (!NamesColumns)
        {
            await ShowAsync(LakeResource.Table(database, table, Account), cancellationToken).ConfigureAwait(false);
            return;
        }

        await TryAsync(async () =>
        {
            var columns = ColumnName!.Select(name => Names.Literal(name) ?? name);
            if (ColumnName!.Any(Names.IsPattern))
            {
                var found = await new TableService(Lake).GetAsync(database, table, Account, cancellationToken).ConfigureAwait(false);
                columns = found.Column.Concat(found.PartitionKey).Select(column => column.Name)
                    .Where(column => ColumnName!.Any(name => Names.Pattern(name).IsMatch(column)));
                if (!columns.Any()) return;
            }

            await ShowAsync(LakeResource.Columns(database, table, columns, null, Account), cancellationToken).ConfigureAwait(false);
        }, $"{database}.{table}").ConfigureAwait(false);
    }

    private Task<bool> ShowAsync(LakeResource resource, CancellationToken cancellationToken) => TryAsync(async () =>
        WriteObject(await new TagAssignmentService(Lake).ListAsync(resource, Own, cancellationToken)
            .ConfigureAwait(false), enumerateCollection: true), resource);
}
