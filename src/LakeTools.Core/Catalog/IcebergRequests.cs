using System.Text.Json.Nodes;
using Amazon.Glue;
using Amazon.Glue.Model;
using LakeTools.Core.Catalog.Iceberg;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Iceberg;
using RulesSchema = LakeTools.Rules.Iceberg.IcebergSchema;

namespace LakeTools.Core.Catalog;

/// <summary>The requests to create an Iceberg table with its first metadata, and to change the metadata.</summary>
/// <remarks>
/// Source: API reference, OpenTableFormatInput and UpdateOpenTableFormatInput. An update repeats the partitions and the sort order that
/// in use, as that of CloudFormation does. It is not documented whether they may be left out.
/// </remarks>
internal static class IcebergRequests
{
    /// <summary>The type of every Iceberg table.</summary>
    public const string TableType = "EXTERNAL_TABLE";

    /// <summary>The property that is a table's description.</summary>
    public const string Comment = "comment";

    // Format version 2, which is Glue's default, and what every engine of AWS reads and writes.
    private const string Version = "2";

    /// <summary>The parameters of an Iceberg table, which Glue sets.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["table_type", "metadata_location"];

    /// <summary>The attributes to request from GetTable: all, and the newest metadata.</summary>
    public static List<string> Attributes => [TableAttributes.DEFAULT.Value, TableAttributes.LATEST_ICEBERG_METADATA.Value];

    /// <summary>Checks a new Iceberg table, before any call.</summary>
    public static NewTableOptions Check(NewTableOptions options)
    {
        var name = $"{options.DatabaseName}.{options.Name}";
        if (options.Location is not { Length: > 0 }) throw Fault.IcebergLocationMissing(name);
        if (options.Column.Count == 0) throw Fault.ColumnsMissing(options.Name);
        (string Parameter, bool IsSaid)[] hive =
        [
            ("-Delimiter", options.Delimiter is not null),
            ("-QuoteCharacter", options.QuoteCharacter is not null),
            ("-Header", options.Header),
            ("-InputFormat", options.InputFormat is not null),
            ("-OutputFormat", options.OutputFormat is not null),
            ("-SerdeLibrary", options.SerdeLibrary is not null),
            ("-SerdeParameter", options.SerdeParameter is { Count: > 0 }),
        ];
        if (Array.Find(hive, said => said.IsSaid).Parameter is { } parameter)
            throw Fault.IcebergParameterNotAllowed(name, parameter, "its files are read by its metadata and not by classes of Hive");
        if (options.PartitionKey.Count > 0)
            throw Fault.IcebergTransformInvalid(
                options.PartitionKey[0].ToString(),
                "it is a partition key of folders, which has its own type");
        if (options.TableType is { } type && type != TableType)
            throw Fault.IcebergParameterNotAllowed(name, "-TableType " + type, $"its type is {TableType}");
        if (options.Parameter?.Keys.FirstOrDefault(Reserved.Contains) is { } reserved)
            throw Fault.IcebergParameterNotAllowed(name, "-Parameter " + reserved, "Glue sets it");
        _ = Spec(options);
        return options;
    }

    /// <summary>The input of CreateTable.</summary>
    public static OpenTableFormatInput ToCreate(NewTableOptions options)
    {
        var (schema, partitions) = Spec(options);
        var properties = new Dictionary<string, string>(options.Parameter ?? new Dictionary<string, string>());
        if (options.Description is { Length: > 0 } description) properties[Comment] = description;
        return new OpenTableFormatInput
        {
            IcebergInput = new IcebergInput
            {
                MetadataOperation = MetadataOperation.CREATE,
                Version = Version,
                CreateIcebergTableInput = new CreateIcebergTableInput
                {
                    Location = options.Location,
                    Schema = IcebergState.ToGlue(schema),
                    PartitionSpec = partitions.Count == 0 ? null : IcebergState.ToGlue(0, partitions),
                    Properties = properties.Count == 0 ? null : properties,
                },
            },
        };
    }

    /// <summary>The request to UpdateTable for other columns. Null if they are the same.</summary>
    /// <param name="table">The table, with its metadata.</param>
    /// <param name="columns">The desired columns.</param>
    /// <param name="partitions">The desired partitions. Null for no change.</param>
    /// <param name="before">Changes the existing schema before the columns are found in it by their names; null for no change.
    /// </param>
    /// <exception cref="LakeException"><c>TableFormatNotSupported</c> where the metadata cannot be read; <c>IcebergChangeRefused</c>,
    /// <c>IcebergTypeNotSupported</c>, <c>IcebergTransformInvalid</c>.</exception>
    public static UpdateTableRequest? ToUpdate(Table table, IReadOnlyList<GlueColumn> columns, IReadOnlyList<string>? partitions,
        Func<RulesSchema, RulesSchema>? before = null)
    {
        if (IcebergState.Of(table) is not { } state)
        {
            OpenTableFormat.Refuse(table);
            return null;
        }

        var name = $"{table.DatabaseName}.{table.Name}";
        var schema = IcebergEvolution.Merge(
            before is null ? state.Schema : before(state.Schema),
            columns.Select(column => (column.Name, column.Type, column.Comment)),
            state.LastColumnId,
            state.Schemas);
        var fields = partitions is null || partitions.SequenceEqual(state.PartitionTransforms) ? state.Partitions
            : IcebergTransform.Fields(partitions, schema, state.KnownPartitions, state.LastPartitionId);
        if (IcebergEvolution.Refusal(state.Schema, schema, state.LastColumnId, fields) is { } reason)
            throw Fault.IcebergChangeRefused(name, name, reason);
        if (fields.SequenceEqual(state.Partitions) && JsonNode.DeepEquals(
            IcebergJson.Write(schema.Fields), IcebergJson.Write(state.Schema.Fields))) return null;
        return new UpdateTableRequest
        {
            Name = table.Name,
            UpdateOpenTableFormatInput = new UpdateOpenTableFormatInput
            {
                UpdateIcebergInput = new UpdateIcebergInput
                {
                    UpdateIcebergTableInput = new UpdateIcebergTableInput
                    {
                        Updates =
                        [
                            new IcebergTableUpdate
                            {
                                Schema = IcebergState.ToGlue(schema),
                                PartitionSpec = fields.Count == 0 && state.KnownPartitions.Count == 0 ? null
                                    : IcebergState.ToGlue(0, fields),
                                SortOrder = state.Order,
                                Location = state.Location,
                            },
                        ],
                    },
                },
            },
        };
    }

    /// <summary>A table with these columns, to compare with the current one.</summary>
    public static TableInput Expected(IEnumerable<GlueColumn> columns) =>
        new() { StorageDescriptor = new StorageDescriptor { Columns = [.. columns.Select(TableMapping.ToGlue)] } };

    /// <summary>The same for a change of the metadata.</summary>
    public static TableInput Expected(UpdateTableRequest update)
    {
        var schema = update.UpdateOpenTableFormatInput.UpdateIcebergInput.UpdateIcebergTableInput.Updates[0].Schema;
        return Expected(schema.Fields.Select(field => new GlueColumn(
            field.Name, IcebergHive.Write(IcebergJson.Read(IcebergDocuments.ToJson(field.Type))), field.Doc)));
    }

    private static (RulesSchema Schema, IReadOnlyList<IcebergPartition> Partitions) Spec(NewTableOptions options)
    {
        var schema = RulesSchema.Of(options.Column.Select(column =>
            new IcebergField(0, column.Name, IcebergHive.Read(column.Name, column.Type), Doc: column.Comment)));
        return (schema, IcebergTransform.Fields(options.PartitionTransform, schema, [], IcebergPartition.LastIdOfNone));
    }
}
