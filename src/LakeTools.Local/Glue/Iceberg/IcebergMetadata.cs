using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Wire;
using LakeTools.Rules.Iceberg;

namespace LakeTools.Local.Glue.Iceberg;

/// <summary>
/// The metadata of an Iceberg table, and its changes. All unchanged members keep the values of the previous writer: snapshots, statistics,
/// members of a later specification.
/// </summary>
/// <param name="document">A metadata file.</param>
/// <remarks>Source: Apache Iceberg table specification, 'Table Metadata Fields', format version 2.</remarks>
internal sealed class IcebergMetadata(JsonObject document)
{
    /// <summary>The format version that the lake writes.</summary>
    public const int FormatVersion = 2;

    private const string Schemas = "schemas";
    private const string CurrentSchema = "current-schema-id";
    private const string Specs = "partition-specs";
    private const string DefaultSpec = "default-spec-id";
    private const string Orders = "sort-orders";
    private const string DefaultOrder = "default-sort-order-id";
    private const string LastPartition = "last-partition-id";
    private const string LastColumn = "last-column-id";

    /// <summary>The metadata of a table without rows.</summary>
    public static IcebergMetadata Create(string location, IcebergSchema schema, long now) => new(new JsonObject
    {
        ["format-version"] = FormatVersion,
        ["table-uuid"] = Guid.NewGuid().ToString(),
        ["location"] = location.TrimEnd('/'),
        ["last-sequence-number"] = 0,
        ["last-updated-ms"] = now,
        [LastColumn] = schema.All.Select(field => field.Id).DefaultIfEmpty(0).Max(),
        [CurrentSchema] = 0,
        [Schemas] = new JsonArray(Write(schema with { Id = 0 })),
        [DefaultSpec] = 0,
        [Specs] = new JsonArray(new JsonObject { ["spec-id"] = 0, ["fields"] = new JsonArray() }),
        [LastPartition] = IcebergPartition.LastIdOfNone,
        [DefaultOrder] = 0,
        [Orders] = new JsonArray(new JsonObject { ["order-id"] = 0, ["fields"] = new JsonArray() }),
        ["properties"] = new JsonObject(),
        ["current-snapshot-id"] = -1,
        ["refs"] = new JsonObject(),
        ["snapshots"] = new JsonArray(),
        ["statistics"] = new JsonArray(),
        ["partition-statistics"] = new JsonArray(),
        ["snapshot-log"] = new JsonArray(),
        ["metadata-log"] = new JsonArray(),
    });

    /// <summary>The file.</summary>
    public JsonObject Document => document;

    /// <summary>The location of the table.</summary>
    public string Location => document.Required("location");

    /// <summary>The table's properties.</summary>
    public JsonObject Properties => document["properties"] as JsonObject ?? Kept("properties", new JsonObject());

    /// <summary>The schema in use.</summary>
    public IcebergSchema Schema => AllSchemas.First(schema => schema.Id == document.Number(CurrentSchema));

    /// <summary>Every schema that the table has or had.</summary>
    public IReadOnlyList<IcebergSchema> AllSchemas => [.. document.Items(Schemas).Select(Read)];

    /// <summary>The partition fields in use.</summary>
    public IReadOnlyList<IcebergPartition> Partitions =>
        Fields(document.Items(Specs).First(spec => spec.Number("spec-id") == document.Number(DefaultSpec)));

    /// <summary>Every partition spec that the table has or had, by its id.</summary>
    public IReadOnlyList<(int Id, IReadOnlyList<IcebergPartition> Fields)> AllPartitions =>
        [.. document.Items(Specs).Select(spec => ((int)spec.Number("spec-id")!, Fields(spec)))];

    /// <summary>Whether the table is sorted: order 0 is none.</summary>
    public bool HasOrder => document.Number(DefaultOrder) is not (null or 0);

    /// <summary>Every sort order that the table has or had.</summary>
    public IEnumerable<JsonObject> AllOrders => document.Items(Orders);

    public int CurrentSchemaId => (int)document.Number(CurrentSchema)!;

    public int DefaultSpecId => (int)document.Number(DefaultSpec)!;

    public int DefaultOrderId => (int)document.Number(DefaultOrder)!;

    public int LastColumnId => (int)document.Number(LastColumn)!;

    public int LastPartitionId => (int)document.Number(LastPartition)!;

    /// <summary>Adds a schema, unless the table has one with the same fields.</summary>
    /// <returns>Its id.</returns>
    public int AddSchema(IcebergSchema schema)
    {
        if (IcebergEvolution.Refusal(Schema, schema, LastColumnId, Partitions) is { } reason) throw Invalid(reason);
        foreach (var id in schema.IdentifierIds)
            if (schema.Find(id) is not { IsRequired: true }) throw Invalid($"the identifier field {id} is not a required field of "
                + "the schema");
        var schemas = document[Schemas]!.AsArray();
        var wanted = Write(schema with { Id = 0 }).ToJsonString();
        if (AllSchemas.FirstOrDefault(other => Write(other with { Id = 0 }).ToJsonString() == wanted) is { } same) return same.Id;
        var added = AllSchemas.Max(other => other.Id) + 1;
        schemas.Add(Write(schema with { Id = added }));
        document[LastColumn] = Math.Max(LastColumnId, schema.All.Max(field => field.Id));
        return added;
    }

    /// <summary>Puts a schema into use.</summary>
    public void UseSchema(int id)
    {
        if (AllSchemas.All(schema => schema.Id != id)) throw Invalid($"the schema {id} does not exist");
        document[CurrentSchema] = id;
    }

    /// <summary>Adds a partition spec, unless the table has one with the same fields. Fields without an id get one.</summary>
    /// <returns>Its id.</returns>
    public int AddPartitions(IEnumerable<IcebergPartition> fields)
    {
        var (made, last) = (new List<IcebergPartition>(), LastPartitionId);
        var known = AllPartitions.SelectMany(spec => spec.Fields).ToList();
        foreach (var field in fields)
        {
            CheckSource(field, made);
            var former = known.Find(other => other.SourceId == field.SourceId && other.Transform == field.Transform);
            var id = field.FieldId > 0 ? field.FieldId : former?.FieldId ?? ++last;
            if (made.Exists(other => other.FieldId == id)
                || known.Exists(other => other.FieldId == id && (other.SourceId != field.SourceId || other.Transform != field.Transform)))
                throw Invalid($"the partition {field.Name} has the id {id}, which is another field's");
            if (id <= IcebergPartition.LastIdOfNone) throw Invalid($"the partition {field.Name} has the id {id}, and ids begin with 1000");
            made.Add(field with { FieldId = id });
            last = Math.Max(last, id);
        }

        foreach (var (id, others) in AllPartitions)
            if (others.SequenceEqual(made)) return id;
        var added = AllPartitions.Max(spec => spec.Id) + 1;
        // A table without partitions that is being made has the empty spec 0, whose place the first one takes.
        if (document.Items(Specs).Count() == 1 && document.Items("snapshots").FirstOrDefault() is null && Partitions.Count == 0)
        {
            document[Specs]!.AsArray().Clear();
            added = 0;
        }

        document[Specs]!.AsArray().Add(new JsonObject
        {
            ["spec-id"] = added,
            ["fields"] = made.Select(field => new JsonObject
            {
                ["name"] = field.Name, ["transform"] = field.Transform, ["source-id"] = field.SourceId, ["field-id"] = field.FieldId,
            }).ToJsonArray(),
        });
        document[LastPartition] = last;
        return added;
    }

    /// <summary>Puts a partition spec into use.</summary>
    public void UsePartitions(int id)
    {
        if (AllPartitions.All(spec => spec.Id != id)) throw Invalid($"the partition spec {id} does not exist");
        document[DefaultSpec] = id;
    }

    /// <summary>Adds a sort order, unless the table has one with the same fields.</summary>
    /// <returns>Its id.</returns>
    public int AddOrder(JsonArray fields)
    {
        foreach (var field in fields.Select(field => field!.AsObject()))
            if (Schema.Find((int)field.Number("source-id")!) is null) throw Invalid($"the sort order names no field {field["source-id"]}");
        if (document.Items(Orders).FirstOrDefault(order => JsonNode.DeepEquals(order["fields"], fields)) is { } same)
            return (int)same.Number("order-id")!;
        var added = Math.Max(1, document.Items(Orders).Max(order => (int)order.Number("order-id")!) + 1);
        document[Orders]!.AsArray().Add(new JsonObject { ["order-id"] = added, ["fields"] = fields });
        return added;
    }

    /// <summary>Puts a sort order into use.</summary>
    public void UseOrder(int id)
    {
        if (document.Items(Orders).All(order => order.Number("order-id") != id)) throw Invalid($"there is no sort order {id}");
        document[DefaultOrder] = id;
    }

    /// <summary>Moves the table to another place; what is written before stays where it is.</summary>
    public void Move(string location) => document["location"] = location.TrimEnd('/');

    /// <summary>Notes that this metadata follows another one.</summary>
    public void Follow(string previous, long now)
    {
        var log = document["metadata-log"] as JsonArray ?? Kept("metadata-log", new JsonArray());
        log.Add(new JsonObject { ["timestamp-ms"] = document["last-updated-ms"]?.DeepClone(), ["metadata-file"] = previous });
        document["last-updated-ms"] = Math.Max(now, document.Number("last-updated-ms") ?? 0);
    }

    public static ApiException Invalid(string reason) => new("InvalidInputException", $"Iceberg metadata cannot be written: {reason}.");

    private void CheckSource(IcebergPartition field, List<IcebergPartition> before)
    {
        if (Schema.Find(field.SourceId) is not { } source) throw Invalid($"the field {field.SourceId} of the partition "
            + $"{field.Name} does not exist");
        if (field.Transform != "void" && IcebergTransform.Of(field, Schema) is var transform
            && (transform is null || !IcebergTransform.IsKnown(field.Transform) || !transform.Takes(source.Type)))
            throw Invalid($"{source.Name} cannot be partitioned by {field.Transform}");
        if (IcebergTransform.Refusal(before, field, Schema) is { } reason) throw Invalid(reason);
    }

    private T Kept<T>(string member, T node)
        where T : JsonNode
    {
        document[member] = node;
        return node;
    }

    private static JsonObject Write(IcebergSchema schema) => new JsonObject
    {
        ["type"] = "struct",
        ["schema-id"] = schema.Id,
        ["fields"] = IcebergJson.Write(schema.Fields),
    }.With("identifier-field-ids",
        schema.IdentifierIds.Count == 0 ? null : new JsonArray([.. schema.IdentifierIds.Select(id => (JsonNode)id)]));

    private static IcebergSchema Read(JsonObject schema) => new(
        (int)(schema.Number("schema-id") ?? 0),
        IcebergJson.ReadFields(schema["fields"]),
        [.. (schema["identifier-field-ids"] as JsonArray ?? []).Select(id => id!.GetValue<int>())]);

    private static IReadOnlyList<IcebergPartition> Fields(JsonObject spec) => [.. spec.Items("fields").Select(field => new IcebergPartition(
        (int)field.Number("source-id")!,
        field.Required("transform"),
        field.Required("name"),
        (int)(field.Number("field-id") ?? IcebergPartition.LastIdOfNone)))];
}
