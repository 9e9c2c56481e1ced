using Amazon.Glue.Model;
using LakeTools.Rules.Iceberg;
using RulesSchema = LakeTools.Rules.Iceberg.IcebergSchema;

namespace LakeTools.Core.Catalog.Iceberg;

/// <summary>The schema of an Iceberg table in its newest metadata, as GetTable answers it.</summary>
/// <param name="Location">The location of the table.</param>
/// <param name="Schema">The schema in use.</param>
/// <param name="Schemas">The number of present and former schemas: the next one's id, or more.</param>
/// <param name="LastColumnId">The highest id of a field that was ever given.</param>
/// <param name="Partitions">The partition fields in use.</param>
/// <param name="KnownPartitions">The partition fields of all specs.</param>
/// <param name="LastPartitionId">The highest id of a partition field that was ever given.</param>
/// <param name="Order">The sort order in use; null if rows have none.</param>
internal sealed record IcebergState(
    string Location,
    RulesSchema Schema,
    int Schemas,
    int LastColumnId,
    IReadOnlyList<IcebergPartition> Partitions,
    IReadOnlyList<IcebergPartition> KnownPartitions,
    int LastPartitionId,
    IcebergSortOrder? Order)
{
    /// <summary>The partitions as people write them.</summary>
    public IReadOnlyList<string> PartitionTransforms => [.. Partitions.Where(part => part.Transform != "void")
        .Select(part => IcebergTransform.Of(part, Schema)?.ToString() ?? part.Name)];

    /// <summary>The state of a table; null if the answer has no metadata, or one that is not understood.</summary>
    public static IcebergState? Of(Table table)
    {
        if (table.IcebergTableMetadata is not { Schemas.Count: > 0 } metadata) return null;
        try
        {
            var schema = metadata.Schemas.Find(schema => schema.SchemaId == metadata.CurrentSchemaId) ?? metadata.Schemas[^1];
            var specs = metadata.PartitionSpecs ?? [];
            var known = specs.SelectMany(Fields).ToList();
            return new IcebergState(
                metadata.Location ?? table.StorageDescriptor?.Location ?? "",
                new RulesSchema(schema.SchemaId ?? 0, [.. schema.Fields.Select(Field)], schema.IdentifierFieldIds ?? []),
                metadata.Schemas.Max(one => one.SchemaId ?? 0) + 1,
                metadata.LastColumnId ?? 0,
                [.. specs.Where(spec => spec.SpecId == metadata.DefaultSpecId).SelectMany(Fields)],
                known,
                metadata.LastPartitionId ?? known.Select(field => field.FieldId).Append(IcebergPartition.LastIdOfNone).Max(),
                metadata.SortOrders?.Find(order => order.OrderId == metadata.DefaultSortOrderId && order.Fields?.Count > 0));
        }
        catch (FormatException)
        {
            return null; // types of a later specification
        }
    }

    /// <summary>A schema as Glue takes it.</summary>
    public static Amazon.Glue.Model.IcebergSchema ToGlue(RulesSchema schema) => new()
    {
        SchemaId = schema.Id,
        Type = Amazon.Glue.IcebergStructTypeEnum.Struct,
        IdentifierFieldIds = schema.IdentifierIds.Count == 0 ? null : [.. schema.IdentifierIds],
        Fields = [.. schema.Fields.Select(field => new IcebergStructField
        {
            Id = field.Id,
            Name = field.Name,
            Type = IcebergDocuments.Of(IcebergJson.Write(field.Type)),
            Required = field.IsRequired,
            Doc = field.Doc,
            InitialDefault = IcebergDocuments.Parse(field.InitialDefault),
            WriteDefault = IcebergDocuments.Parse(field.WriteDefault),
        })],
    };

    /// <summary>Partition fields as Glue takes them.</summary>
    public static IcebergPartitionSpec ToGlue(int specId, IEnumerable<IcebergPartition> fields) => new()
    {
        SpecId = specId,
        Fields = [.. fields.Select(field => new IcebergPartitionField
        {
            SourceId = field.SourceId, Transform = field.Transform, Name = field.Name, FieldId = field.FieldId,
        })],
    };

    private static IcebergField Field(IcebergStructField field) => new(
        field.Id ?? 0, field.Name, IcebergJson.Read(IcebergDocuments.ToJson(field.Type)), field.Required == true, field.Doc)
    {
        InitialDefault = IcebergDocuments.ToJson(field.InitialDefault)?.ToJsonString(),
        WriteDefault = IcebergDocuments.ToJson(field.WriteDefault)?.ToJsonString(),
    };

    private static IEnumerable<IcebergPartition> Fields(IcebergPartitionSpec spec) => (spec.Fields ?? []).Select(field =>
        new IcebergPartition(field.SourceId ?? 0, field.Transform, field.Name, field.FieldId ?? IcebergPartition.LastIdOfNone));
}
