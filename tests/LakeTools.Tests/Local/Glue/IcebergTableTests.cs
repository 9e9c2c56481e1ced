using System.Text.Json.Nodes;
using LakeTools.Local.Glue;
using LakeTools.Local.S3.Storage;

namespace LakeTools.Tests.Local.Glue;

/// <summary>
/// Iceberg tables by the wire. What a metadata file must have: Iceberg's specification, 'Table Metadata Fields'. Errors: reports of AWS's
/// answers, which docs/embedded-lake/glue.md names.
/// </summary>
public sealed class IcebergTableTests : IDisposable
{
    private const string Place = "s3://ice/t/";

    private static readonly object s_id = Field(1, "id", "long", isRequired: true);
    private static readonly object s_ts = Field(2, "ts", "timestamp");

    private readonly TestLake _lake = new();
    private readonly GlueApi _api = new();
    private readonly ApiDriver _glue;

    public IcebergTableTests()
    {
        _glue = new ApiDriver(_lake, _api);
        _lake.Lake.Instance.Store.Write(session => Buckets.Create(session, "ice", "eu-central-1", TestLake.Account, DateTimeOffset.UtcNow));
        _glue.Call("CreateDatabase", new { DatabaseInput = new { Name = "d" } });
    }

    public void Dispose()
    {
        _api.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public void Columns_of_a_table_input_become_a_schema()
    {
        Create(new
        {
            DatabaseName = "d",
            TableInput = new
            {
                Name = "T",
                TableType = "EXTERNAL_TABLE",
                StorageDescriptor = new
                {
                    Location = Place,
                    Columns = new[] { new { Name = "Id", Type = "bigint" }, new { Name = "a", Type = "array<int>" } },
                },
            },
            OpenTableFormatInput = new { IcebergInput = new { MetadataOperation = "CREATE" } },
        });
        var (table, metadata) = Read("t");
        Assert.Equal("ICEBERG", Text(table, "Parameters", "table_type"));
        Assert.Equal("id a", Names(Fields(metadata), "name"));
        Assert.Equal(
            """{"type":"list","element-id":3,"element":"int","element-required":false}""", Fields(metadata)[1]!["type"]!.ToJsonString());
        Assert.Equal("1", table["StorageDescriptor"]!["Columns"]![0]!["Parameters"]!["iceberg.field.id"]!.GetValue<string>());
    }

    [Fact]
    public void Metadata_has_every_member_that_the_specification_requires()
    {
        Create(New());
        var (_, metadata) = Read("t");
        string[] required =
        [
            "format-version", "table-uuid", "location", "last-sequence-number", "last-updated-ms", "last-column-id", "schemas",
            "current-schema-id", "partition-specs", "default-spec-id", "last-partition-id", "sort-orders", "default-sort-order-id",
        ];
        Assert.All(required, member => Assert.NotNull(metadata[member]));
        Assert.Equal(
            """{"order-id":1,"fields":[{"transform":"identity","source-id":1,"direction":"asc","null-order":"nulls-last"}]}""",
            Current(metadata, "sort-orders", "order-id", "default-sort-order-id").ToJsonString());
        Assert.Equal("zstd", Text(metadata, "properties", "write.parquet.compression-codec"));
        Assert.Equal([1], metadata["schemas"]![0]!["identifier-field-ids"]!.AsArray().Select(id => id!.GetValue<int>()));
    }

    public static TheoryData<string, object> Refused => new()
    {
        { "both", OfInput(new { Name = "t", TableType = "EXTERNAL_TABLE" }, Spec()) },
        { "no location", OfInput(new { Name = "t", TableType = "EXTERNAL_TABLE" }) },
        { "another type", OfInput(new { Name = "t", StorageDescriptor = new { Location = Place } }) },
        {
            "a reserved parameter",
            OfInput(new
            {
                Name = "t",
                TableType = "EXTERNAL_TABLE",
                Parameters = new { table_type = "ICEBERG" },
                StorageDescriptor = new { Location = Place },
            })
        },
        { "no name", new { DatabaseName = "d", OpenTableFormatInput = Format(Spec()) } },
        { "nothing of Iceberg", new { DatabaseName = "d", TableInput = new { Name = "t" }, OpenTableFormatInput = new { } } },
        { "format version 3", New(version: "3") },
        { "an id twice", New(Spec(fields: [Field(1, "a", "int"), Field(1, "b", "int")])) },
        { "a type of version 3", New(Spec(fields: [Field(1, "a", "variant")])) },
        { "decimals beyond 38 digits", New(Spec(fields: [Field(1, "a", "decimal(39, 2)")])) },
        { "a partition of no field", New(Spec(partitions: [new { SourceId = 9, Transform = "day", Name = "p" }])) },
        { "days of a number", New(Spec(partitions: [new { SourceId = 1, Transform = "day", Name = "p" }])) },
        { "a transform that there is not", New(Spec(partitions: [new { SourceId = 1, Transform = "bucket[0]", Name = "p" }])) },
        { "a bucket of S3 that is not there", New(Spec(location: "s3://nowhere/t/")) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_Glue_does_not_take_is_invalid_and_leaves_nothing(string what, object request)
    {
        Assert.Equal((what, "InvalidInputException"), (what, _glue.Refused("CreateTable", request)));
        Assert.Empty(Objects());
        Assert.Equal("EntityNotFoundException", _glue.Refused("GetTable", new { DatabaseName = "d", Name = "t" }));
    }

    [Fact]
    public void Actions_change_what_they_name_one_after_another()
    {
        Create(New());
        var none = Array.Empty<object>();
        var months = new { Fields = new[] { new { SourceId = 2, Transform = "month", Name = "m" } } };
        var schema = new { SchemaId = 5, Fields = new[] { s_id, s_ts, Field(3, "note", "string") } };
        var codec = new Dictionary<string, string> { ["write.parquet.compression-codec"] = "" };
        Update(
            new { Action = "add-schema", Schema = schema, Location = Place },
            new { Action = "set-current-schema", Schema = new { SchemaId = 1, Fields = none }, Location = Place },
            new { Action = "add-spec", Schema = schema, Location = Place, PartitionSpec = months },
            new { Action = "set-default-spec", Schema = schema, Location = Place, PartitionSpec = new { SpecId = 1, Fields = none } },
            new { Action = "set-properties", Schema = schema, Location = Place, Properties = new { owner = "me" } },
            new { Action = "remove-properties", Schema = schema, Location = Place, Properties = codec });
        var (table, metadata) = Read("t");
        Assert.Equal([1, 2, 3], Fields(metadata).Select(field => field!["id"]!.GetValue<int>()));
        Assert.Equal((1, 1001), (metadata["default-spec-id"]!.GetValue<int>(), metadata["last-partition-id"]!.GetValue<int>()));
        Assert.Equal("""{"owner":"me"}""", metadata["properties"]!.ToJsonString());
        Assert.Null(table["Parameters"]!["write.parquet.compression-codec"]);
        Assert.Equal("me", Text(table, "Parameters", "owner"));
        Assert.Equal("id ts note", Names(table["StorageDescriptor"]!["Columns"]!.AsArray(), "Name"));
        Assert.Equal(2, Objects().Count);
    }

    public static TheoryData<string, object> RefusedChanges => new()
    {
        { "an id of a field that is gone", Change(s_id, s_ts, Field(3, "n", "int")) },
        { "a narrower type", Change(Field(1, "id", "int", isRequired: true), s_ts) },
        { "a required column that is new", Change(s_id, s_ts, Field(3, "n", "int", isRequired: true)) },
        { "a column that becomes required", Change(s_id, Field(2, "ts", "timestamp", isRequired: true)) },
        { "no source of the partition", Change(s_id) },
        { "no identifier", Change(s_ts) },
        {
            "a key for encryption",
            new
            {
                Action = "add-encryption-key",
                Spec().Schema,
                Location = Place,
                EncryptionKey = new { KeyId = "k", EncryptedKeyMetadata = "m" },
            }
        },
    };

    [Theory]
    [MemberData(nameof(RefusedChanges))]
    public void What_Iceberg_does_not_allow_changes_nothing(string what, object update)
    {
        Create(New(Spec([s_id, s_ts, Field(3, "gone", "string")], [new { SourceId = 2, Transform = "day", Name = "ts_day" }])));
        Update(Change(s_id, s_ts));
        var before = Read("t").Table.ToJsonString();
        Assert.Equal((what, "InvalidInputException"), (what, _glue.Refused("UpdateTable", Request(update))));
        Assert.Equal(before, Read("t").Table.ToJsonString());
        Assert.Equal(2, Objects().Count);
    }

    [Fact]
    public void A_change_is_for_the_version_that_it_names_and_for_an_Iceberg_table()
    {
        Create(New());
        var request = Request(Change(s_id, s_ts, Field(3, "n", "int")));
        Assert.Equal("ConcurrentModificationException", _glue.Refused("UpdateTable", request with { VersionId = "7" }));
        _glue.Call("CreateTable", new { DatabaseName = "d", TableInput = new { Name = "plain" } });
        Assert.Equal("InvalidInputException", _glue.Refused("UpdateTable", request with { Name = "plain" }));
        _glue.Call("UpdateTable", request with { VersionId = "0" });
        Assert.Equal("1", Read("t").Table["VersionId"]!.GetValue<string>());
    }

    /// <summary>What an engine committed stays: its snapshots and members that nobody here knows.</summary>
    [Fact]
    public void A_change_keeps_what_it_does_not_know()
    {
        Create(New());
        var (table, metadata) = Read("t");
        metadata["snapshots"] = new JsonArray(new JsonObject { ["snapshot-id"] = 7, ["manifest-list"] = "s3://ice/t/metadata/snap.avro" });
        metadata["current-snapshot-id"] = 7;
        metadata["next-row-id"] = 3;
        var place = $"{Place}metadata/00004-engine.metadata.json";
        Put(place, metadata);
        var input = new JsonObject
        {
            ["Name"] = "t",
            ["Parameters"] = table["Parameters"]!.DeepClone(),
            ["StorageDescriptor"] = table["StorageDescriptor"]!.DeepClone(),
        };
        input["Parameters"]!["metadata_location"] = place;
        _glue.Call("UpdateTable", new JsonObject { ["DatabaseName"] = "d", ["TableInput"] = input });
        Update(Change(s_id, s_ts, Field(3, "n", "int")));
        var (changed, after) = Read("t");
        Assert.StartsWith($"{Place}metadata/00005-", Text(changed, "Parameters", "metadata_location"), StringComparison.Ordinal);
        Assert.Equal(place, Text(changed, "Parameters", "previous_metadata_location"));
        Assert.Equal(7, after["snapshots"]![0]!["snapshot-id"]!.GetValue<int>());
        Assert.Equal((7, 3), (after["current-snapshot-id"]!.GetValue<int>(), after["next-row-id"]!.GetValue<int>()));
    }

    [Fact]
    public void A_table_of_many_columns_has_metadata_of_any_size()
    {
        Create(New(Spec(fields: [s_id, s_ts,
            .. Enumerable.Range(3, 400).Select(id => Field(id, $"column_with_a_name_{id}", "string"))])));
        Assert.True(Assert.Single(Objects()).Size > 3 * Segment.MaxInStore);
        Assert.Equal(402, Fields(Read("t").Metadata).Count);
    }

    private static object Field(int id, string name, string type, bool isRequired = false) =>
        new { Id = id, Name = name, Type = type, Required = isRequired };

    private static SpecInput Spec(object[]? fields = null, object[]? partitions = null, string? location = null) => new(
        location ?? Place,
        new { Fields = fields ?? [s_id, s_ts], IdentifierFieldIds = fields is null ? new[] { 1 } : [] },
        new { Fields = partitions ?? (fields is null ? [new { SourceId = 2, Transform = "day", Name = "ts_day" }] : []) },
        new { OrderId = 1, Fields = new[] { new { SourceId = 1, Transform = "identity", Direction = "asc", NullOrder = "nulls-last" } } },
        new Dictionary<string, string> { ["write.parquet.compression-codec"] = "zstd" });

    private static object OfInput(object input, SpecInput? spec = null) =>
        new { DatabaseName = "d", Name = "t", TableInput = input, OpenTableFormatInput = Format(spec) };

    private static object Format(SpecInput? spec, string version = "2") =>
        new { IcebergInput = new { MetadataOperation = "CREATE", Version = version, CreateIcebergTableInput = spec } };

    private static object New(SpecInput? spec = null, string version = "2") =>
        new { DatabaseName = "d", Name = "T", OpenTableFormatInput = Format(spec ?? Spec(), version) };

    private static object Change(params object[] fields) =>
        new { Schema = new { Fields = fields, IdentifierFieldIds = new[] { 1 } }, Location = Place };

    private static UpdateRequest Request(params object[] updates) =>
        new("d", "t", new { UpdateIcebergInput = new { UpdateIcebergTableInput = new { Updates = updates } } });

    private void Create(object request) => _glue.Call("CreateTable", request);

    private void Update(params object[] updates) => _glue.Call("UpdateTable", Request(updates));

    private (JsonObject Table, JsonObject Metadata) Read(string name)
    {
        var table = _glue.Call("GetTable", new { DatabaseName = "d", Name = name })["Table"]!.AsObject();
        return (table, Get(Text(table, "Parameters", "metadata_location")!));
    }

    private JsonObject Get(string place)
    {
        var instance = _lake.Lake.Instance;
        var (_, bytes) = instance.Context.Objects.OpenRead(instance.Store, "ice", place["s3://ice/".Length..])!.Value;
        using (bytes) return JsonNode.Parse(bytes)!.AsObject();
    }

    private void Put(string place, JsonObject metadata)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(metadata.ToJsonString());
        var item = new StoredObject(
            place["s3://ice/".Length..], Guid.NewGuid().ToString("N"), bytes.Length, "e", DateTimeOffset.UtcNow, ObjectHeaders.None, null);
        _lake.Lake.Instance.Store.Write(session =>
            LakeTools.Local.S3.Storage.Objects.Put(session, "ice", item, [Segment.InStore(bytes)]));
    }

    private List<StoredObject> Objects() =>
        _lake.Lake.Instance.Store.Read(session => LakeTools.Local.S3.Storage.Objects.From(session, "ice", "", inclusive: true, 100));

    private static JsonArray Fields(JsonObject metadata) =>
        Current(metadata, "schemas", "schema-id", "current-schema-id")["fields"]!.AsArray();

    private static JsonNode Current(JsonObject metadata, string list, string id, string current) =>
        metadata[list]!.AsArray().Single(item => item![id]!.GetValue<int>() == metadata[current]!.GetValue<int>())!;

    private static string Names(JsonArray items, string member) =>
        string.Join(' ', items.Select(item => item![member]!.GetValue<string>()));

    private static string? Text(JsonObject json, string member, string name) => json[member]?[name]?.GetValue<string>();

    private sealed record UpdateRequest(string DatabaseName, string Name, object UpdateOpenTableFormatInput, string? VersionId = null);

    /// <summary>CreateIcebergTableInput.</summary>
    private sealed record SpecInput(
        string Location, object Schema, object PartitionSpec, object WriteOrder, Dictionary<string, string> Properties);
}
