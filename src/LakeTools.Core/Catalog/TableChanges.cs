using Amazon.Glue.Model;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Iceberg;

namespace LakeTools.Core.Catalog;

/// <summary>
/// Creates the input of UpdateTable. Glue replaces the whole table, so everything that is not changed is copied from
/// the table as it was read: sort and bucket columns, views, owner, retention, parameters of other programs.
/// </summary>
internal static class TableChanges
{
    /// <summary>The input that changes nothing of a table.</summary>
    public static TableInput Keep(Table table) => new()
    {
        Name = table.Name,
        Description = table.Description,
        Owner = table.Owner,
        LastAccessTime = table.LastAccessTime,
        LastAnalyzedTime = table.LastAnalyzedTime,
        Retention = table.Retention,
        StorageDescriptor = table.StorageDescriptor,
        PartitionKeys = table.PartitionKeys,
        ViewOriginalText = table.ViewOriginalText,
        ViewExpandedText = table.ViewExpandedText,
        TableType = table.TableType,
        Parameters = table.Parameters,
        TargetTable = table.TargetTable,
        FederatedTable = table.FederatedTable,
        ViewDefinition = table.ViewDefinition is { } view ? Keep(view) : null,
    };

    /// <summary>The input for a table with a change made to it.</summary>
    /// <param name="table">The table as Glue has it; its parts are changed in place.</param>
    /// <param name="change">The change.</param>
    /// <param name="lost">The parameters of the SerDe that its replacement does not have.</param>
    /// <exception cref="LakeException"><c>DuplicateColumn</c>, <c>ColumnNotFound</c>, <c>ColumnsMissing</c>,
    /// <c>ColumnRenameNotSupported</c>, <c>PartitionKeysStay</c>, <c>ResourceLinkNotChangeable</c>, <c>SerdeNotDelimited</c> or
    /// <c>TableFormatNotSupported</c>.
    /// </exception>
    public static TableInput Apply(Table table, TableChange change, out IReadOnlyList<string> lost)
    {
        RefuseLink(table);
        RefuseHarm(table, change.HasClasses, change.HasColumns, hasLocation: change.Location is not null);
        var name = $"{table.DatabaseName}.{table.Name}";
        if (change.RenameColumn.Count > 0) throw Fault.ColumnRenameNotSupported(name);
        if (change.PartitionTransform is not null) throw Fault.PartitionKeysStay(name);
        var input = Keep(table);
        if (change.Description is not null) input.Description = change.Description;
        if (change.TableType is not null) input.TableType = change.TableType;
        var storage = input.StorageDescriptor ??= new StorageDescriptor();
        if (change.Location is not null) storage.Location = change.Location;
        storage.Columns = Columns(table, change);
        lost = SetClasses(input, name, change);
        if (change.Parameter is not null) input.Parameters = Merged(input.Parameters, change.Parameter);
        return input;
    }

    /// <summary>Changes the format of a table's files, its classes and their parameters, and nothing else of it.</summary>
    /// <param name="input">The table, which is changed.</param>
    /// <param name="table">Its full name.</param>
    /// <param name="change">The change.</param>
    /// <returns>The parameters of the SerDe that its replacement does not have.</returns>
    /// <exception cref="LakeException"><c>SerdeNotDelimited</c>.</exception>
    public static IReadOnlyList<string> SetClasses(TableInput input, string table, TableChange change)
    {
        var lost = change.Format is { } format ? TableFormat.Of(format).Replace(input) : [];
        // Delimiter, quotes and header are those of the SerDe that a new format has; a class beside it is set in its place.
        if (change.Format is not null) SetText();
        var storage = input.StorageDescriptor ??= new StorageDescriptor();
        storage.InputFormat = change.InputFormat ?? storage.InputFormat;
        storage.OutputFormat = change.OutputFormat ?? storage.OutputFormat;
        if (change.SerdeLibrary is not null) (storage.SerdeInfo ??= new SerDeInfo()).SerializationLibrary = change.SerdeLibrary;
        if (change.Format is null) SetText();
        if (change.SerdeParameter is not null) storage.SerdeInfo = Merged(storage.SerdeInfo, change.SerdeParameter);
        return lost;

        void SetText() => TableFormat.SetText(input, table, change.Delimiter, change.QuoteCharacter, change.Header);
    }

    /// <summary>Whether a table's columns are changed by its metadata.</summary>
    public static bool IsIceberg(Table table) => OpenTableFormat.NameOf(table) == OpenTableFormat.Iceberg;

    /// <summary>The change of an Iceberg table's metadata for a change of its columns; null if they are so already.</summary>
    /// <param name="table">The table, with its metadata; its parts are changed in place.</param>
    /// <param name="change">The change; all but the columns is left for <see cref="Apply"/>.</param>
    /// <exception cref="LakeException">
    /// <c>DuplicateColumn</c>, <c>ColumnNotFound</c>, <c>ColumnsMissing</c>, <c>ResourceLinkNotChangeable</c>,
    /// <c>TableFormatNotSupported</c>, or what <see cref="IcebergRequests.ToUpdate"/> refuses.
    /// </exception>
    public static UpdateTableRequest? ToIceberg(Table table, TableChange change)
    {
        RefuseLink(table);
        RefuseHarm(table, change.HasClasses, hasColumns: false, hasLocation: change.Location is not null);
        return IcebergRequests.ToUpdate(table, TableMapping.Columns(Columns(table, change)), change.PartitionTransform,
            schema => IcebergEvolution.Rename(schema, change.RemoveColumn, change.RenameColumn));
    }

    private static void RefuseLink(Table table)
    {
        if (table.TargetTable is { Name: { } target } link)
            throw Fault.ResourceLinkNotChangeable($"{table.DatabaseName}.{table.Name}", $"{table.DatabaseName}.{table.Name}",
                $"table {link.DatabaseName}.{target}", $"{link.DatabaseName} {target}");
    }

    /// <summary>Refuses a change of a property that the format stores elsewhere.</summary>
    /// <param name="table">The table.</param>
    /// <param name="hasClasses">True if Hive's classes or their parameters change.</param>
    /// <param name="hasColumns">True if columns or partition keys change.</param>
    /// <param name="hasLocation">True if the location changes.</param>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c>.</exception>
    /// <remarks>
    /// If a log has the columns, the catalog's are a copy that engines overwrite; other classes would make every file rows. The
    /// columns of an Iceberg table are changed in its metadata, by Glue.
    /// </remarks>
    public static void RefuseHarm(Table table, bool hasClasses, bool hasColumns, bool hasLocation)
    {
        var isRefused = OpenTableFormat.NameOf(table) switch
        {
            OpenTableFormat.Iceberg => hasClasses || hasLocation,
            OpenTableFormat.Delta => hasClasses || hasColumns,
            null => false,
            _ => hasClasses,
        };
        if (isRefused) OpenTableFormat.Refuse(table);
    }

    private static ViewDefinitionInput Keep(ViewDefinition view) => new()
    {
        IsProtected = view.IsProtected,
        Definer = view.Definer,
        ViewVersionId = view.ViewVersionId,
        ViewVersionToken = view.ViewVersionToken,
        RefreshSeconds = view.RefreshSeconds,
        LastRefreshType = view.LastRefreshType,
        IsManaged = view.IsManaged,
        SubObjectsStatistics = view.SubObjectsStatistics,
        SparkPipelineInfo = view.SparkPipelineInfo,
        SubObjects = view.SubObjects,
        SubObjectVersionIds = view.SubObjectVersionIds,
        Representations = view.Representations?.ConvertAll(representation => new ViewRepresentationInput
        {
            Dialect = representation.Dialect,
            DialectVersion = representation.DialectVersion,
            ViewOriginalText = representation.ViewOriginalText,
            ViewExpandedText = representation.ViewExpandedText,
            ValidationConnection = representation.ValidationConnection,
        }),
    };

    /// <summary>The map after some keys are set and others removed.</summary>
    public static Dictionary<string, string> Merged(Dictionary<string, string>? old, IReadOnlyDictionary<string, string?> change)
    {
        var merged = old is null ? [] : new Dictionary<string, string>(old);
        foreach (var (key, value) in change)
        {
            if (value is null) merged.Remove(key);
            else merged[key] = value;
        }

        return merged;
    }

    private static SerDeInfo Merged(SerDeInfo? old, IReadOnlyDictionary<string, string?> change)
    {
        old ??= new SerDeInfo();
        old.Parameters = Merged(old.Parameters, change);
        return old;
    }

    /// <summary>Columns in the place of others. Those that stay keep the parameters that other programs have set.</summary>
    /// <param name="old">The columns of the table. Null for a new one.</param>
    /// <param name="columns">The columns that it is to have.</param>
    public static List<Column> Columns(List<Column>? old, IEnumerable<GlueColumn> columns) => [.. columns.Select(column =>
    {
        var next = TableMapping.ToGlue(column);
        next.Parameters = old?.Find(known => Same(known.Name, column.Name))?.Parameters;
        return next;
    })];

    private static List<Column> Columns(Table table, TableChange change)
    {
        var there = table.StorageDescriptor?.Columns ?? [];
        var columns = change.Column is { } all ? Columns(there, all) : there;
        foreach (var name in change.RemoveColumn)
            if (columns.RemoveAll(column => Same(column.Name, name)) == 0) throw NotFound(table, name, columns);
        foreach (var name in change.RenameColumn.Keys)
            if (!there.Exists(column => Same(column.Name, name))) throw NotFound(table, name, there);
        // All in one step, so that two columns can exchange their names.
        if (change.Column is null)
            foreach (var column in columns)
                column.Name = change.RenameColumn.GetValueOrDefault(column.Name.ToLowerInvariant(), column.Name);

        foreach (var added in change.AddColumn)
        {
            var known = columns.Find(column => Same(column.Name, added.Name));
            if (known is null)
            {
                columns.Add(TableMapping.ToGlue(added));
                continue;
            }

            known.Type = added.Type;
            known.Comment = added.Comment ?? known.Comment;
        }

        // A table may have none, and be changed in other ways.
        if (columns.Count == 0 && change.HasColumns)
            throw Fault.ColumnsMissing(table.Name);
        ColumnSpec.CheckDistinct(TableMapping.Columns(columns), TableMapping.Columns(table.PartitionKeys));
        return columns;
    }

    private static LakeException NotFound(Table table, string name, IEnumerable<Column> columns) => Fault.ColumnNotFound(
        name, table.DatabaseName + "." + table.Name, name, string.Join(", ", columns.Select(column => column.Name)));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
