using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Iceberg;
using LakeTools.Rules.Names;

namespace LakeTools.Local.Glue.Iceberg;

/// <summary>Makes Iceberg tables, and changes what they are made of: the metadata first, and the catalog's copy after it.</summary>
/// <remarks>
/// Source: API reference, OpenTableFormatInput and UpdateOpenTableFormatInput; errors of a location, type and reserved parameters as others
/// saw them (apache/iceberg-go#410, go-to-k/cdkd#1408, terraform-provider-aws#46843). Undocumented: what an update without an Action does
/// (here what it says and is not so), that its Location may stay, which parameters the table has beside those of its properties, and that
/// ids of fields that are gone are refused.
/// </remarks>
internal static class IcebergTables
{
    private const string Parameters = "Parameters";
    private const string TableType = "table_type";
    private const string MetadataLocation = "metadata_location";
    private const string PreviousLocation = "previous_metadata_location";
    private const string Comment = "comment";

    /// <summary>The document of a new table, whose metadata is written; null if the call makes no Iceberg table.</summary>
    /// <param name="call">CreateTable.</param>
    public static JsonObject? Input(ApiCall call)
    {
        if (call.Input["OpenTableFormatInput"] is not JsonObject format) return null;
        if (format["IcebergInput"] is not JsonObject iceberg) throw Invalid("IcebergInput must be present.");
        if (iceberg.Text("Version") is { } version && version != "2")
            throw Invalid($"The embedded lake supports Iceberg tables of format version 2, and not {version}.");
        var table = call.Input["TableInput"] as JsonObject;
        if (iceberg["CreateIcebergTableInput"] is not JsonObject spec) return OfTableInput(table);
        if (table is not null) throw Invalid("Table metadata information present at multiple parts of input request");
        if (call.Input.Text("Name") is not { Length: > 0 } name) throw Invalid("Name must be present.");
        return new JsonObject
        {
            ["Name"] = name,
            ["TableType"] = "EXTERNAL_TABLE",
            ["StorageDescriptor"] = new JsonObject { ["Location"] = Location(spec.Text("Location")) },
            [Parameters] = new JsonObject(),
        };
    }

    /// <summary>Writes a new table's metadata, and completes its document.</summary>
    public static void Begin(ApiCall call, JsonObject input)
    {
        var spec = call.Input["OpenTableFormatInput"]!["IcebergInput"]!["CreateIcebergTableInput"] as JsonObject;
        var storage = input["StorageDescriptor"]!.AsObject();
        var location = storage.Required("Location");
        var metadata = Read(() =>
            IcebergMetadata.Create(location, spec is null ? Columns(storage) : NewSchema(spec), call.Lake.Clock.Now()));
        if (spec is not null) Read(() => Add(metadata, spec, "WriteOrder"));
        foreach (var (name, value) in spec?["Properties"] as JsonObject ?? []) metadata.Properties[name] = value?.DeepClone();
        Show(input, metadata, IcebergFiles.Write(call, metadata.Document, location, null));
    }

    /// <summary>The document of a table whose metadata is changed and written.</summary>
    /// <param name="call">UpdateTable.</param>
    /// <param name="table">The table.</param>
    public static JsonObject Change(ApiCall call, TableRecord table)
    {
        var input = call.Input["UpdateOpenTableFormatInput"]!.AsObject()["UpdateIcebergInput"] as JsonObject
            ?? throw Invalid("UpdateIcebergInput must be present.");
        var place = Place(table) ?? throw Invalid($"{table.Name} is not an Iceberg table.");
        var metadata = Metadata(call, place)
            ?? throw Invalid($"The metadata of the table at {place} does not exist, or does not have the format version 2.");
        metadata.Follow(place, call.Lake.Clock.Now());
        var before = metadata.Properties.DeepClone().AsObject();
        foreach (var update in input["UpdateIcebergTableInput"]!.AsObject().Items("Updates")) Read(() => Apply(metadata, update));
        var document = table.Document.DeepClone().AsObject();
        foreach (var (name, _) in before)
            if (!metadata.Properties.ContainsKey(name)) document[Parameters]?.AsObject().Remove(name);
        document["StorageDescriptor"]!.AsObject()["Location"] = metadata.Location == table.Location?.TrimEnd('/')
            ? table.Location : metadata.Location;
        Show(document, metadata, IcebergFiles.Write(call, metadata.Document, metadata.Location, place));
        document[Parameters]!.AsObject()[PreviousLocation] = place;
        return document;
    }

    /// <summary>The metadata of a table; null if it is no Iceberg table, or its metadata cannot be read.</summary>
    public static IcebergMetadata? Metadata(ApiCall call, TableRecord table) => Place(table) is { } place ? Metadata(call, place) : null;

    private static IcebergMetadata? Metadata(ApiCall call, string place)
    {
        if (IcebergFiles.Read(call, place) is not { } file || file["format-version"]?.ToJsonString() != "2") return null;
        try
        {
            var metadata = new IcebergMetadata(file);
            _ = (metadata.Schema, metadata.Partitions, metadata.AllOrders.Count(), metadata.Location);
            return metadata;
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            return null; // JSON of another form
        }
    }

    private static string? Place(TableRecord table) => table.Document[Parameters] is JsonObject parameters
        && string.Equals(parameters.Text(TableType), "ICEBERG", StringComparison.OrdinalIgnoreCase)
        ? parameters.Text(MetadataLocation) : null;

    private static JsonObject OfTableInput(JsonObject? given)
    {
        var input = given?.DeepClone().AsObject() ?? throw Invalid("CreateIcebergTableInput cannot be equal to null");
        if (input.Text("TableType") != "EXTERNAL_TABLE") throw Invalid("Iceberg table type has to be EXTERNAL_TABLE");
        if (input[Parameters] is JsonObject parameters && (parameters.ContainsKey(TableType) || parameters.ContainsKey(MetadataLocation)))
            throw Invalid("Cannot use reserved parameters table_type or metadata_location while creating an iceberg table");
        if (input.Items("PartitionKeys").Any())
            throw Invalid("An Iceberg table has no PartitionKeys. Specify them in CreateIcebergTableInput.PartitionSpec.");
        Location((input["StorageDescriptor"] as JsonObject)?.Text("Location"));
        return input;
    }

    private static string Location(string? location) => location is { Length: > 0 } && S3Uri.LooksLikeOne(location)
        ? location : throw Invalid("Location information cannot be null while creating an iceberg table");

    private static IcebergSchema Columns(JsonObject storage)
    {
        return Checked(IcebergSchema.Of(storage.Items("Columns").Select(column => new IcebergField(
            0,
            column.Required("Name").ToLowerInvariant(),
            IcebergHive.Read(column.Required("Name"), column.Text("Type") ?? "string"),
            Doc: column.Text("Comment")))));
    }

    private static IcebergSchema NewSchema(JsonObject spec)
    {
        var schema = Checked(IcebergWire.Schema(spec["Schema"]!.AsObject()));
        foreach (var id in schema.IdentifierIds)
            if (schema.Find(id) is not { IsRequired: true })
                throw IcebergMetadata.Invalid($"the identifier field {id} is not a required field of the schema");
        return schema;
    }

    private static IcebergSchema Checked(IcebergSchema schema) =>
        IcebergEvolution.Duplicate(schema) is { } reason ? throw IcebergMetadata.Invalid(reason) : schema;

    private static void Add(IcebergMetadata metadata, JsonObject spec, string order)
    {
        if (spec["PartitionSpec"] is JsonObject partitions)
            metadata.UsePartitions(metadata.AddPartitions(IcebergWire.Partitions(partitions)));
        if (spec[order] is JsonObject fields) metadata.UseOrder(metadata.AddOrder(IcebergWire.Order(fields)));
    }

    private static void Apply(IcebergMetadata metadata, JsonObject update)
    {
        if (update["EncryptionKey"] is not null || update["KeyId"] is not null || update.Text("Action") is "add-encryption-key"
            or "remove-encryption-key") throw Invalid("The embedded lake does not support encryption keys of Iceberg tables.");
        var properties = update["Properties"] as JsonObject ?? [];
        switch (update.Text("Action"))
        {
            case "add-schema":
                metadata.AddSchema(IcebergWire.Schema(update["Schema"]!.AsObject()));
                break;
            case "set-current-schema":
                metadata.UseSchema((int)(update["Schema"]!.AsObject().Number("SchemaId") ?? metadata.AllSchemas.Max(schema => schema.Id)));
                break;
            case "add-spec":
                metadata.AddPartitions(IcebergWire.Partitions(Member(update, "PartitionSpec")));
                break;
            case "set-default-spec":
                metadata.UsePartitions(
                    (int)(Member(update, "PartitionSpec").Number("SpecId") ?? metadata.AllPartitions.Max(spec => spec.Id)));
                break;
            case "add-sort-order":
                metadata.AddOrder(IcebergWire.Order(Member(update, "SortOrder")));
                break;
            case "set-default-sort-order":
                metadata.UseOrder((int)Member(update, "SortOrder").Number("OrderId")!);
                break;
            case "set-location":
                metadata.Move(update.Required("Location"));
                break;
            case "set-properties":
                foreach (var (name, value) in properties) metadata.Properties[name] = value?.DeepClone();
                break;
            case "remove-properties":
                foreach (var (name, _) in properties) metadata.Properties.Remove(name);
                break;
            default:
                metadata.UseSchema(metadata.AddSchema(IcebergWire.Schema(update["Schema"]!.AsObject())));
                Add(metadata, update, "SortOrder");
                if (update.Required("Location").TrimEnd('/') is var location && location != metadata.Location) metadata.Move(location);
                foreach (var (name, value) in properties) metadata.Properties[name] = value?.DeepClone();
                break;
        }
    }

    private static JsonObject Member(JsonObject update, string member) =>
        update[member] as JsonObject ?? throw Invalid($"{member} must be present for {update.Text("Action")}.");

    // The catalog's copy of what the metadata says.
    private static void Show(JsonObject document, IcebergMetadata metadata, string place)
    {
        document["StorageDescriptor"]!.AsObject()["Columns"] = metadata.Schema.Fields.Select(field => new JsonObject
        {
            ["Name"] = field.Name.ToLowerInvariant(),
            ["Type"] = IcebergHive.Write(field.Type),
            [Parameters] = new JsonObject
            {
                ["iceberg.field.id"] = field.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["iceberg.field.optional"] = field.IsRequired ? "false" : "true",
                ["iceberg.field.current"] = "true",
            },
        }.With("Comment", field.Doc)).ToJsonArray();
        var parameters = document[Parameters] as JsonObject ?? [];
        document[Parameters] = parameters;
        foreach (var (name, value) in metadata.Properties.Where(property => property.Key != Comment)) parameters[name] = value?.DeepClone();
        parameters[TableType] = "ICEBERG";
        parameters[MetadataLocation] = place;
        if (metadata.Properties.Text(Comment) is { } comment) document["Description"] = comment;
    }

    private static void Read(Action action) => Read(() =>
    {
        action();
        return true;
    });

    // An invalid type or schema is the caller's error.
    private static T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException error)
        {
            throw IcebergMetadata.Invalid(error.Message.TrimEnd('.'));
        }
        catch (LakeException error)
        {
            throw Invalid(error.Message);
        }
    }

    private static ApiException Invalid(string message) => new("InvalidInputException", message);
}
