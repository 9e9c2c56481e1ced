using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Iceberg;

namespace LakeTools.Local.Glue.Iceberg;

/// <summary>Schemas, partition specs and sort orders as Glue's API has them.</summary>
internal static class IcebergWire
{
    /// <summary>Reads an IcebergSchema.</summary>
    public static IcebergSchema Schema(JsonObject schema) => new(
        (int)(schema.Number("SchemaId") ?? 0),
        [.. schema.Items("Fields").Select(Field)],
        [.. (schema["IdentifierFieldIds"] as JsonArray ?? []).Select(id => id!.GetValue<int>())]);

    /// <summary>Reads an IcebergPartitionSpec; a field that has no id gets zero.</summary>
    public static IEnumerable<IcebergPartition> Partitions(JsonObject spec) => spec.Items("Fields").Select(field => new IcebergPartition(
        (int)field.Number("SourceId")!,
        field.Required("Transform"),
        field.Required("Name"),
        (int)(field.Number("FieldId") ?? 0)));

    /// <summary>Reads the fields of an IcebergSortOrder as a metadata file has them.</summary>
    public static JsonArray Order(JsonObject order) => order.Items("Fields").Select(field => new JsonObject
    {
        ["transform"] = field.Required("Transform"),
        ["source-id"] = (int)field.Number("SourceId")!,
        ["direction"] = field.Required("Direction"),
        ["null-order"] = field.Required("NullOrder"),
    }).ToJsonArray();

    /// <summary>Writes an IcebergTableMetadata with the columns that the caller may see, and what is made of them.</summary>
    public static JsonObject Write(IcebergMetadata metadata, IReadOnlySet<string> visible)
    {
        var schemas = metadata.AllSchemas.Select(schema => schema with
        {
            Fields = [.. schema.Fields.Where(field => visible.Contains(field.Name.ToLowerInvariant()))],
        }).ToList();
        var known = schemas.SelectMany(schema => schema.All).Select(field => field.Id).ToHashSet();
        return new JsonObject
        {
            ["FormatVersion"] = metadata.Document["format-version"]?.ToJsonString(),
            ["TableUuid"] = metadata.Document["table-uuid"]?.DeepClone(),
            ["Location"] = metadata.Location,
            ["Properties"] = metadata.Properties.DeepClone(),
            ["Schemas"] = schemas.Select(schema => Write(schema, known)).ToJsonArray(),
            ["CurrentSchemaId"] = metadata.CurrentSchemaId,
            ["LastColumnId"] = metadata.LastColumnId,
            ["PartitionSpecs"] = metadata.AllPartitions.Select(spec => new JsonObject
            {
                ["SpecId"] = spec.Id,
                ["Fields"] = spec.Fields.Where(field => known.Contains(field.SourceId)).Select(field => new JsonObject
                {
                    ["SourceId"] = field.SourceId, ["Transform"] = field.Transform, ["Name"] = field.Name, ["FieldId"] = field.FieldId,
                }).ToJsonArray(),
            }).ToJsonArray(),
            ["DefaultSpecId"] = metadata.DefaultSpecId,
            ["LastPartitionId"] = metadata.LastPartitionId,
            ["SortOrders"] = metadata.AllOrders.Select(order => new JsonObject
            {
                ["OrderId"] = (int)order.Number("order-id")!,
                ["Fields"] = order.Items("fields").Where(field => known.Contains((int)field.Number("source-id")!)).Select(Write)
                    .ToJsonArray(),
            }).ToJsonArray(),
            ["DefaultSortOrderId"] = metadata.DefaultOrderId,
        };
    }

    private static JsonObject Write(IcebergSchema schema, HashSet<int> known) => new JsonObject
    {
        ["SchemaId"] = schema.Id,
        ["Type"] = "struct",
        ["Fields"] = schema.Fields.Select(Write).ToJsonArray(),
        ["IdentifierFieldIds"] = new JsonArray([.. schema.IdentifierIds.Where(known.Contains).Select(id => (JsonNode)id)]),
    };

    // A field of a sort order.
    private static JsonObject Write(JsonObject field) => new()
    {
        ["SourceId"] = (int)field.Number("source-id")!,
        ["Transform"] = field.Required("transform"),
        ["Direction"] = field.Required("direction"),
        ["NullOrder"] = field.Required("null-order"),
    };

    private static JsonObject Write(IcebergField field) => new JsonObject
    {
        ["Id"] = field.Id,
        ["Name"] = field.Name,
        ["Type"] = IcebergJson.Write(field.Type),
        ["Required"] = field.IsRequired,
    }.With("Doc", field.Doc).With("InitialDefault", Parse(field.InitialDefault)).With("WriteDefault", Parse(field.WriteDefault));

    private static JsonNode? Parse(string? json) => json is null ? null : JsonNode.Parse(json);

    private static IcebergField Field(JsonObject field)
    {
        if (field["InitialDefault"] is not null || field["WriteDefault"] is not null)
            throw new FormatException("Default values are of format version 3, and the embedded lake writes version 2");
        return new(
            (int)field.Number("Id")!, field.Required("Name"), IcebergJson.Read(field["Type"]), field.Flag("Required"), field.Text("Doc"));
    }
}
