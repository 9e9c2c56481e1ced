using Amazon.Glue.Model;
using LakeTools.Core.Calls;
using LakeTools.Core.Catalog.Iceberg;

namespace LakeTools.Core.Catalog;

/// <summary>Converts between the shapes of Glue and the output.</summary>
internal static class TableMapping
{
    /// <summary>The text of parameters of columns, which no property has.</summary>
    public const string ColumnParameters = "parameters of columns";

    /// <summary>The parameter with the number of lines before the first row of a file.</summary>
    public const string SkipHeader = "skip.header.line.count";

    /// <summary>The parameter in which Glue's jobs find the delimiter.</summary>
    public const string DelimiterParameter = "delimiter";

    /// <summary>The parameters of a table that depend on its format.</summary>
    public static IReadOnlyList<string> FormatParameters { get; } = ["classification", DelimiterParameter, SkipHeader];

    /// <summary>The delimiter of fields. Null if the SerDe has none, or one of several characters.</summary>
    public static char? Delimiter(SerDeInfo? serde) => Character(serde, "separatorChar") ?? Character(serde, "field.delim")
        ?? (serde?.SerializationLibrary == TableFormat.OpenCsvSerde ? ',' : null);

    /// <summary>A table as people see it.</summary>
    public static GlueTable ToTable(Table table)
    {
        var storage = table.StorageDescriptor;
        var serde = storage?.SerdeInfo;
        var parameters = table.Parameters ?? [];
        var delimiter = Delimiter(serde);
        return new GlueTable
        {
            CatalogId = table.CatalogId,
            DatabaseName = table.DatabaseName,
            Name = table.Name,
            Description = table.Description,
            Owner = table.Owner,
            Column = Columns(storage?.Columns),
            PartitionKey = Columns(table.PartitionKeys),
            PartitionTransform = IcebergState.Of(table)?.PartitionTransforms,
            Location = storage?.Location,
            Format = OpenTableFormat.NameOf(table) is { } open && OpenTableFormat.Names.Contains(open) ? open
                : TableFormat.NameOf(serde?.SerializationLibrary, delimiter, parameters.GetValueOrDefault("classification")),
            Delimiter = delimiter,
            QuoteCharacter = serde?.SerializationLibrary == TableFormat.OpenCsvSerde ? Character(serde, "quoteChar") ?? '"' : null,
            Header = parameters.GetValueOrDefault(SkipHeader) is { } lines && lines != "0",
            TableType = table.TableType,
            ViewOriginalText = table.ViewOriginalText,
            ViewExpandedText = table.ViewExpandedText,
            ViewDialect = [.. (table.ViewDefinition?.Representations ?? []).Select(one => one.Dialect?.Value ?? "").Distinct()],
            TargetCatalogId = table.TargetTable?.CatalogId,
            TargetRegion = table.TargetTable?.Region,
            TargetDatabaseName = table.TargetTable?.DatabaseName,
            TargetTableName = table.TargetTable?.Name,
            Parameter = parameters,
            VersionId = table.VersionId,
            CreateTime = table.CreateTime?.ToLocalTime(),
            UpdateTime = table.UpdateTime?.ToLocalTime(),
            CreatedBy = table.CreatedBy,
            IsRegistered = table.IsRegisteredWithLakeFormation ?? false,
            InputFormat = storage?.InputFormat,
            OutputFormat = storage?.OutputFormat,
            SerdeLibrary = serde?.SerializationLibrary,
            SerdeParameter = serde?.Parameters ?? [],
            Further = [.. Further(table), .. UnknownMembers.Names(table)],
            ColumnWithParameters = [.. WithParameters(table)],
        };
    }

    private static IEnumerable<string> WithParameters(Table table) =>
        Enumerable.Concat(table.StorageDescriptor?.Columns ?? [], table.PartitionKeys ?? [])
            .Where(column => column.Parameters?.Keys.Any(name => !name.StartsWith("iceberg.", StringComparison.Ordinal)) == true)
            .Select(column => column.Name);

    // What programs write by themselves, and the values that mean none, is nothing that a copy lacks. Athena names a table's SerDe as the
    // table.
    private static IEnumerable<string> Further(Table table)
    {
        var storage = table.StorageDescriptor;
        if (storage?.AdditionalLocations is { Count: > 0 }) yield return "additional locations";
        if (storage?.BucketColumns is { Count: > 0 } || storage?.NumberOfBuckets > 0) yield return "buckets";
        if (storage?.SortColumns is { Count: > 0 }) yield return "sort columns";
        if (storage?.SkewedInfo is { } skewed && (skewed.SkewedColumnNames is { Count: > 0 } || skewed.SkewedColumnValues is { Count: > 0 }
            || skewed.SkewedColumnValueLocationMaps is { Count: > 0 })) yield return "skewed values";
        if (storage?.Parameters?.Any(pair => !EngineParameters.Has(pair.Key) && table.Parameters?.GetValueOrDefault(pair.Key) != pair.Value)
            == true) yield return "parameters of the storage descriptor";
        if (storage?.Compressed == true) yield return "mark of compressed files";
        if (storage?.StoredAsSubDirectories == true) yield return "mark of folders within folders";
        if (storage?.SchemaReference is not null) yield return "reference to a schema of a registry";
        if (WithParameters(table).Any()) yield return ColumnParameters;
        if (storage?.SerdeInfo?.Name is { Length: > 0 } serde && !serde.Equals(table.Name, StringComparison.OrdinalIgnoreCase))
            yield return "name of the SerDe";
        if (table.Retention > 0) yield return "retention";
        if (table.ViewDefinition is { Representations: null or [] }) yield return "definition of a view";
        if (table.FederatedTable is not null) yield return "federation with another catalog";
        if (IcebergState.Of(table) is not { } iceberg) yield break;
        if (iceberg.Order is not null) yield return "sort order";
        if (iceberg.Schema.Fields.Any(field => field.IsRequired)) yield return "marks of required columns";
    }

    /// <summary>The input of Glue for a new table.</summary>
    public static TableInput ToInput(NewTableOptions options)
    {
        if (options.Target is { } target) return new TableInput
        {
            Name = options.Name,
            Description = options.Description,
            TargetTable = target,
        };
        if (options.IsIceberg) return new TableInput
        {
            Name = options.Name,
            TableType = IcebergRequests.TableType,
            Parameters = new() { [IcebergRequests.Reserved[0]] = "ICEBERG" },
            StorageDescriptor = new StorageDescriptor { Columns = [.. options.Column.Select(ToGlue)], Location = options.Location },
        };
        if (options.Copy is not null) return Copy(options, out _);
        var format = TableFormat.Of(options.Format);
        var delimiter = options.Delimiter ?? format.Delimiter;
        var serdeParameters = SerdeParameters(format, delimiter, options.QuoteCharacter);
        foreach (var pair in options.SerdeParameter ?? new Dictionary<string, string>()) serdeParameters[pair.Key] = pair.Value;
        var parameters = new Dictionary<string, string> { ["classification"] = format.Classification, ["EXTERNAL"] = "TRUE" };
        if (options.Header) parameters[SkipHeader] = "1";
        if (format.Classification == "csv" && delimiter is { } sign) parameters[DelimiterParameter] = sign.ToString();
        foreach (var pair in options.Parameter ?? new Dictionary<string, string>()) parameters[pair.Key] = pair.Value;
        return new TableInput
        {
            Name = options.Name,
            Description = options.Description,
            Owner = options.Owner,
            TableType = options.TableType ?? "EXTERNAL_TABLE",
            Parameters = parameters,
            PartitionKeys = [.. options.PartitionKey.Select(ToGlue)],
            StorageDescriptor = new StorageDescriptor
            {
                Columns = [.. options.Column.Select(ToGlue)],
                Location = options.Location,
                InputFormat = options.InputFormat ?? format.InputFormat,
                OutputFormat = options.OutputFormat ?? format.OutputFormat,
                SerdeInfo = new SerDeInfo
                {
                    SerializationLibrary = options.SerdeLibrary
                        ?? (options.QuoteCharacter is not null && format.Classification == "csv"
                        ? TableFormat.OpenCsvSerde : format.SerdeLibrary),
                    Parameters = serdeParameters,
                },
            },
        };
    }

    /// <summary>The input of Glue for the copy of a table.</summary>
    /// <param name="options">The table and what the copy changes.</param>
    /// <param name="lost">The parameters of the SerDe that its replacement does not have.</param>
    public static TableInput Copy(NewTableOptions options, out IReadOnlyList<string> lost)
    {
        var (input, change) = (Exact(options), options.Copy!);
        var table = new Table
        {
            DatabaseName = change.DatabaseName,
            Name = change.Name,
            TableType = input.TableType,
            Parameters = input.Parameters,
            StorageDescriptor = input.StorageDescriptor,
        };
        TableChanges.RefuseHarm(table, change.HasClasses, hasColumns: false, hasLocation: false);
        lost = TableChanges.SetClasses(input, $"{change.DatabaseName}.{change.Name}", change);
        if (change.Parameter is not null) input.Parameters = TableChanges.Merged(input.Parameters, change.Parameter);
        return input;
    }

    private static TableInput Exact(NewTableOptions options) => new()
    {
        Name = options.Name,
        Description = options.Description,
        Owner = options.Owner,
        TableType = options.TableType,
        Parameters = new Dictionary<string, string>(options.Parameter ?? new Dictionary<string, string>()),
        PartitionKeys = [.. options.PartitionKey.Select(ToGlue)],
        StorageDescriptor = new StorageDescriptor
        {
            Columns = [.. options.Column.Select(ToGlue)],
            Location = options.Location,
            InputFormat = options.InputFormat,
            OutputFormat = options.OutputFormat,
            SerdeInfo = options is { SerdeLibrary: null, SerdeParameter: null or { Count: 0 } } ? null : new SerDeInfo
            {
                SerializationLibrary = options.SerdeLibrary,
                Parameters = new Dictionary<string, string>(options.SerdeParameter ?? new Dictionary<string, string>()),
            },
        },
    };

    private static Dictionary<string, string> SerdeParameters(TableFormat format, char? delimiter, char? quote)
    {
        if (delimiter is not { } sign) return [];
        if (quote is { } mark && format.Classification == "csv")
            return new() { ["separatorChar"] = sign.ToString(), ["quoteChar"] = mark.ToString(), ["escapeChar"] = "\\" };
        return new() { ["field.delim"] = sign.ToString(), ["serialization.format"] = sign.ToString() };
    }

    /// <summary>Columns as people see them.</summary>
    public static GlueColumn[] Columns(List<Column>? columns) =>
        columns is null ? [] : [.. columns.Select(column =>
            new GlueColumn(column.Name, column.Type ?? "", string.IsNullOrEmpty(column.Comment) ? null : column.Comment))];

    /// <summary>A column as Glue has it.</summary>
    public static Column ToGlue(GlueColumn column) => new() { Name = column.Name, Type = column.Type, Comment = column.Comment };

    private static char? Character(SerDeInfo? serde, string name) =>
        serde?.Parameters is { } parameters && parameters.TryGetValue(name, out var text) && text.Length == 1 ? text[0] : null;
}
