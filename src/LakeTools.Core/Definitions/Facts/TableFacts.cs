using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Core.Definitions.States;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>A table's facts: those of Glue's own shape, so a table that something else made is the same to it.</summary>
internal static class TableFacts
{
    public const string Location = "location";
    public const string Columns = "columns";
    public const string Partitions = "partitions";
    public const string Transforms = "partitionTransforms";

    public const string TableType = "tableType";
    public const string ViewText = "viewOriginalText";
    public const string ViewExpandedText = "viewExpandedText";
    public const string Parameters = "parameters";
    public const string SerdeParameters = "serdeParameters";
    private const string InputFormat = "inputFormat";
    private const string OutputFormat = "outputFormat";
    private const string SerdeLibrary = "serdeLibrary";
    private const string ParameterPrefix = "parameter.";

    /// <summary>The facts that a view has.</summary>
    public static IReadOnlyList<string> OfView { get; } = [ViewText, ViewExpandedText];

    /// <summary>The facts that name Hive's classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = [InputFormat, OutputFormat, SerdeLibrary];

    /// <summary>The facts of an Iceberg table that are in its metadata.</summary>
    public static IReadOnlyList<string> InMetadata { get; } = [Columns, Transforms];

    /// <summary>A table's properties, those of its format's preset left out.</summary>
    public static ServiceFacts<GlueTable, TableInput> All { get; } = new()
    {
        {
            "description", Shapes.Text, table => table.Description, (input, text) => input.Description = text,
            Fact.Optional, "The description."
        },
        {
            Location, Shapes.Text, table => table.Location, (input, text) => Storage(input).Location = text,
            Fact.Optional, "The location of the files: an S3 URI."
        },
        {
            TableType, Shapes.Text, table => table.TableType, (input, text) => input.TableType = text,
            Fact.Optional, "EXTERNAL_TABLE, VIRTUAL_VIEW, or another type of an engine."
        },
        {
            ViewText, Shapes.Text, table => table.ViewOriginalText, (input, text) => input.ViewOriginalText = text, Fact.Optional,
            "For a view: its text, in the language of its engine."
        },
        {
            ViewExpandedText, Shapes.Text, table => table.ViewExpandedText, (input, text) => input.ViewExpandedText = text, Fact.Optional,
            "For a view: its text with qualified names, or another text of its engine."
        },
        {
            InputFormat, Shapes.Text, table => table.InputFormat, (input, text) => Storage(input).InputFormat = text,
            Fact.Optional, "The class name of the input format."
        },
        {
            OutputFormat, Shapes.Text, table => table.OutputFormat, (input, text) => Storage(input).OutputFormat = text,
            Fact.Optional, "The class name of the output format."
        },
        {
            SerdeLibrary, Shapes.Text, table => table.SerdeLibrary, (input, text) => Serde(input).SerializationLibrary = text,
            Fact.Optional, "The class name of the SerDe."
        },
        {
            Parameters, new TextMap(ParameterPrefix, except: EngineParameters.Has), table => TextMap.Of(table.Parameter),
            (input, pairs) => input.Parameters = TableChanges.Merged(input.Parameters, pairs),
            Fact.Optional, "Free parameters."
        },
        {
            SerdeParameters, new TextMap("serde."), table => TextMap.Of(table.SerdeParameter),
            (input, pairs) => Serde(input).Parameters = TableChanges.Merged(Serde(input).Parameters, pairs),
            Fact.Optional, "Parameters of the SerDe."
        },
        {
            Columns, new ColumnList(isEmptyToo: true), table => table.Column,
            (input, columns) => Storage(input).Columns = TableChanges.Columns(Storage(input).Columns, columns ?? []),
            Fact.Required, "The columns, without partition keys: names with types. {} for none."
        },
        {
            Partitions, new ColumnList(), table => table.PartitionKey is { Count: > 0 } keys ? keys : null,
            (input, keys) => input.PartitionKeys = TableChanges.Columns(input.PartitionKeys, keys ?? []),
            Fact.Optional, "The partition keys: columns whose values are in the paths of the files."
        },
        {
            Transforms, Shapes.Transforms,
            table => table is { SerdeLibrary: null, InputFormat: null, OutputFormat: null } ? table.PartitionTransform : null,
            (_, _) => { }, // what CreateTable and UpdateTable take of them is no part of a TableInput
            Fact.Optional, "The partition transforms of an Iceberg table, such as day(ts)."
        },
        {
            LinkFacts.TargetDatabase, Shapes.TargetName, table => table.TargetDatabaseName?.ToLowerInvariant(),
            (input, text) => Target(input).DatabaseName = text,
            Fact.Optional, "For a resource link: the database of the target table."
        },
        {
            LinkFacts.TargetTable, Shapes.TargetName, table => table.TargetTableName?.ToLowerInvariant(),
            (input, text) => Target(input).Name = text,
            Fact.Optional, "For a resource link: the target table."
        },
        {
            LinkFacts.TargetCatalog, Shapes.TargetCatalog,
            table => table.TargetCatalogId == table.CatalogId ? null : table.TargetCatalogId,
            (input, text) => Target(input).CatalogId = text,
            Fact.Optional, "For a resource link: the catalog of the target, such as another account."
        },
        {
            LinkFacts.TargetRegion, Shapes.Text, table => table.TargetRegion, (input, text) => Target(input).Region = text,
            Fact.Optional, "Of a resource link: the region of its target."
        },
        {
            "tags", new NoFact("""{ "$ref": "#/$defs/map" }"""),
            Fact.Optional, "LF-Tags that are assigned to it, with one value each."
        },
        {
            "columnTags", new NoFact("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/map" } }"""),
            Fact.Optional, "LF-Tags that are assigned to columns."
        },
        {
            "filters",
            new NoFact("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/filter" } }"""),
            Fact.Optional, "Data filters: rows and columns that may be granted."
        },
    };

    /// <summary>A table's properties in a definition: its own, and after its location those of its format's preset.</summary>
    public static FactList InDefinition { get; } = new([.. All.Take(2), .. TablePreset.All, .. All.Skip(2)]);

    // The owners that Athena and crawlers write into each table.
    private static readonly string[] s_usualOwners = ["", "hadoop", "owner"];

    /// <summary>The settings of a table that are no facts, in words.</summary>
    public static IEnumerable<string> Unsaid(GlueTable table) =>
        s_usualOwners.Contains(table.Owner ?? "") ? TableService.NotShown(table) : [.. TableService.NotShown(table), "owner"];

    /// <summary>The settings of a table's columns that are not among those of facts, in words.</summary>
    public static IEnumerable<string> Unsaid(GlueTable table, IReadOnlyDictionary<string, string> facts) =>
        table.ColumnWithParameters.Except(NamesIn(facts), StringComparer.OrdinalIgnoreCase).Any() ? [TableMapping.ColumnParameters] : [];

    /// <summary>The facts of a wanted table with the types of columns in the form that the lake has.</summary>
    public static IReadOnlyDictionary<string, string> InFormOf(StateItem wanted, StateItem there) =>
        wanted.Key.Kind != StateKind.Table ? wanted.Facts
        : StateItem.FactsOf(wanted.Facts.Select(fact => (fact.Key, (string?)(fact.Key is Columns or Partitions
            ? ColumnList.InFormOf(fact.Value, there.Facts.GetValueOrDefault(fact.Key)) : fact.Value))));

    /// <summary>The names of the columns and the partition keys in facts.</summary>
    public static IEnumerable<string> NamesIn(IReadOnlyDictionary<string, string> facts) => new[] { Columns, Partitions }
        .SelectMany(fact => ColumnList.Read(facts.GetValueOrDefault(fact))).Select(column => column.Name);

    /// <summary>Whether facts are those of an Iceberg table that Glue makes and changes: one without classes of Hive.</summary>
    public static bool IsIceberg(IReadOnlyDictionary<string, string> facts) => !Classes.Any(facts.ContainsKey)
        && string.Equals(facts.GetValueOrDefault(IcebergMark), TableFormat.Iceberg, StringComparison.OrdinalIgnoreCase);

    /// <summary>The new Iceberg table that facts describe.</summary>
    public static NewTableOptions Iceberg(string database, string name, IReadOnlyDictionary<string, string> facts)
    {
        var input = All.Make(new TableInput { Parameters = [] }, facts);
        input.Parameters.Remove(IcebergRequests.Reserved[0]);
        return new NewTableOptions
        {
            DatabaseName = database,
            Name = name,
            Format = TableFormat.Iceberg,
            Description = input.Description,
            Location = input.StorageDescriptor?.Location,
            TableType = input.TableType,
            Column = ColumnList.Read(facts.GetValueOrDefault(Columns)),
            PartitionKey = ColumnList.Read(facts.GetValueOrDefault(Partitions)),
            PartitionTransform = TransformsOf(facts),
            Parameter = input.Parameters,
            SerdeParameter = input.StorageDescriptor?.SerdeInfo?.Parameters,
        };
    }

    /// <summary>The partition transforms of an Iceberg table.</summary>
    public static IReadOnlyList<string> TransformsOf(IReadOnlyDictionary<string, string> facts) =>
        facts.GetValueOrDefault(Transforms) is { } text ? FactJson.Texts(text) : [];

    /// <summary>The fact that makes a table an Iceberg one.</summary>
    public static string IcebergMark => ParameterPrefix + IcebergRequests.Reserved[0];

    /// <summary>The fact of the property that is an Iceberg table's description.</summary>
    public static string IcebergComment => ParameterPrefix + IcebergRequests.Comment;

    private static StorageDescriptor Storage(TableInput input) => input.StorageDescriptor ??= new StorageDescriptor();

    private static TableIdentifier Target(TableInput input) => input.TargetTable ??= new TableIdentifier();

    private static SerDeInfo Serde(TableInput input) => Storage(input).SerdeInfo ??= new SerDeInfo();
}
