using Amazon.Glue.Model;
using LakeTools.Core.Catalog;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Definitions.Facts;

/// <summary>A table's facts: those of Glue's own shape, so that a table that something else made is the same to it.</summary>
internal static class TableFacts
{
    public const string Location = "location";
    public const string Columns = "columns";
    public const string Partitions = "partitions";

    public const string TableType = "tableType";
    public const string Parameters = "parameters";
    private const string InputFormat = "inputFormat";
    private const string OutputFormat = "outputFormat";
    private const string SerdeLibrary = "serdeLibrary";

    /// <summary>The facts that name Hive's classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = [InputFormat, OutputFormat, SerdeLibrary];

    /// <summary>A table's properties, those of its format's preset left out.</summary>
    public static ServiceFacts<GlueTable, TableInput> All { get; } = new()
    {
        { "description", Shapes.Text, table => table.Description, (input, text) => input.Description = text },
        { Location, Shapes.Text, table => table.Location, (input, text) => Storage(input).Location = text },
        { TableType, Shapes.Text, table => table.TableType, (input, text) => input.TableType = text },
        { InputFormat, Shapes.Text, table => table.InputFormat, (input, text) => Storage(input).InputFormat = text },
        { OutputFormat, Shapes.Text, table => table.OutputFormat, (input, text) => Storage(input).OutputFormat = text },
        { SerdeLibrary, Shapes.Text, table => table.SerdeLibrary, (input, text) => Serde(input).SerializationLibrary = text },
        {
            Parameters, new TextMap("parameter.", except: EngineParameters.Has), table => TextMap.Of(table.Parameter),
            (input, pairs) => input.Parameters = TableChanges.Merged(input.Parameters, pairs)
        },
        {
            "serdeParameters", new TextMap("serde."), table => TextMap.Of(table.SerdeParameter),
            (input, pairs) => Serde(input).Parameters = TableChanges.Merged(Serde(input).Parameters, pairs)
        },
        {
            Columns, new ColumnList(isEmptyToo: true), table => table.Column, (input, columns) => Storage(input).Columns = Glue(columns),
            Fact.Required
        },
        {
            Partitions, new ColumnList(), table => table.PartitionKey is { Count: > 0 } keys ? keys : null,
            (input, keys) => input.PartitionKeys = Glue(keys)
        },
        {
            LinkFacts.TargetDatabase, Shapes.Text, table => table.TargetDatabaseName,
            (input, text) => Target(input).DatabaseName = text
        },
        { LinkFacts.TargetTable, Shapes.Text, table => table.TargetTableName, (input, text) => Target(input).Name = text },
        {
            LinkFacts.TargetCatalog, Shapes.Text, table => table.TargetCatalogId == table.CatalogId ? null : table.TargetCatalogId,
            (input, text) => Target(input).CatalogId = text
        },
        { LinkFacts.TargetRegion, Shapes.Text, table => table.TargetRegion, (input, text) => Target(input).Region = text },
        { "tags", new NoFact("""{ "$ref": "#/$defs/map" }""") },
        { "columnTags", new NoFact("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/map" } }""") },
        {
            "filters",
            new NoFact("""{ "type": "object", "additionalProperties": { "$ref": "#/$defs/filter" } }""")
        },
    };

    /// <summary>What a definition may say of a table: its properties, and after its location those of its format's preset.</summary>
    public static FactList InDefinition { get; } = new([.. All.Take(2), .. TablePreset.All, .. All.Skip(2)]);

    private static StorageDescriptor Storage(TableInput input) => input.StorageDescriptor ??= new StorageDescriptor();

    private static TableIdentifier Target(TableInput input) => input.TargetTable ??= new TableIdentifier();

    private static SerDeInfo Serde(TableInput input) => Storage(input).SerdeInfo ??= new SerDeInfo();

    private static List<Column> Glue(IReadOnlyList<GlueColumn>? columns) => [.. (columns ?? []).Select(TableMapping.ToGlue)];
}
