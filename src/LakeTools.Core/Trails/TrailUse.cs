using System.Text.Json;

namespace LakeTools.Core.Trails;

/// <summary>
/// An event by which a principal may have needed a grant: it got data of a table, or asked for a table or database by name.
/// </summary>
/// <param name="Principal">The ARN that grants name.</param>
/// <param name="Time">When, in local time.</param>
/// <param name="Database">The database, in lower case.</param>
/// <param name="Table">The table, in lower case; null if the event names the database alone.</param>
internal sealed record TrailUse(string Principal, DateTime Time, string Database, string? Table)
{
    private const string Glue = "glue.amazonaws.com";
    private const string LakeFormation = "lakeformation.amazonaws.com";

    /// <summary>
    /// What the call found by its name, which can have been a resource link: the table, or with a null table the database. Null for an
    /// event that found nothing, or that names what has the data.
    /// </summary>
    public (string Database, string? Table)? Found { get; init; }

    /// <summary>Whether the call created it, and not as a resource link.</summary>
    public bool IsCreation { get; init; }

    /// <summary>Whether bytes may hold such a record.</summary>
    public static bool MayMatter(ReadOnlySpan<byte> content) =>
        content.IndexOf("glue.amazonaws.com"u8) >= 0 || content.IndexOf("lakeformation.amazonaws.com"u8) >= 0;

    /// <summary>The use in an event of Lake Formation's GetDataAccess.</summary>
    /// <param name="item">The event; a refused one counts too, because the principal wanted the data.</param>
    /// <param name="catalog">The account whose catalog is looked at.</param>
    /// <param name="region">Its region.</param>
    /// <returns>Null if it is about another catalog, or tells no principal.</returns>
    public static TrailUse? Of(LakeAccessEvent item, string catalog, string region) =>
        item is { Principal: { } principal, DatabaseName: { } database, TableName: { } table }
            && item.CatalogId == catalog && item.Region == region
            ? new TrailUse(principal, item.Time, database.ToLowerInvariant(), table.ToLowerInvariant()) : null;

    /// <summary>The use in a record of a trail: data of Lake Formation, and calls of Glue and Lake Formation that name a table
    /// or a database. Calls that list visible resources name none, and need no grant.</summary>
    /// <param name="record">The record.</param>
    /// <param name="catalog">The account whose catalog is looked at.</param>
    /// <param name="region">Its region.</param>
    /// <returns>Null for any other record.</returns>
    public static TrailUse? Of(JsonElement record, string catalog, string region)
    {
        if (TrailRecord.Read(record, null) is { } access) return Of(access, catalog, region);
        if (TrailRecord.Text(record, "eventSource") is not (Glue or LakeFormation)
            || TrailRecord.Text(record, "awsRegion") != region || TrailRecord.Principal(record) is not { } principal) return null;
        var asked = TrailRecord.Member(record, "requestParameters");
        var resource = TrailRecord.Member(asked, "resource");
        var name = TrailRecord.Text(record, "eventName") ?? "";
        JsonElement?[] things =
        [
            TrailRecord.Member(resource, "table"),
            TrailRecord.Member(resource, "tableWithColumns"),
            TrailRecord.Member(resource, "database"),
            asked,
        ];
        for (var index = 0; index < things.Length; index++)
        {
            var named = things[index];
            if ((TrailRecord.Text(named, "catalogId") ?? catalog) != catalog) continue;
            var isDatabase = (index == 2 && named is not null) || name.EndsWith("Database", StringComparison.Ordinal);
            var input = TrailRecord.Member(named, isDatabase ? "databaseInput" : "tableInput");
            var database = TrailRecord.Text(named, "databaseName") ?? (isDatabase ? TrailRecord.Text(named, "name") : null)
                ?? TrailRecord.Text(TrailRecord.Member(named, "databaseInput"), "name");
            if (database is null) continue;
            var table = isDatabase ? null : TrailRecord.Text(named, "tableName") ?? TrailRecord.Text(named, "name")
                ?? TrailRecord.Text(input, "name");
            var use = new TrailUse(principal, TrailRecord.Time(record), database.ToLowerInvariant(), table?.ToLowerInvariant());
            return name switch
            {
                _ when TrailRecord.Text(record, "errorCode") == "EntityNotFoundException" => use,
                "CreateDatabase" => use with { IsCreation = IsMade(record, input, "targetDatabase") },
                // The database of a new table was there before, and may be a link. The table was not.
                "CreateTable" => use with { Found = (use.Database, null), IsCreation = IsMade(record, input, "targetTable") },
                _ => use with { Found = (use.Database, use.Table) },
            };
        }

        return null;
    }

    private static bool IsMade(JsonElement record, JsonElement? input, string target) =>
        TrailRecord.Member(record, "errorCode") is null && TrailRecord.Member(input, target) is null or { ValueKind: JsonValueKind.Null };
}
