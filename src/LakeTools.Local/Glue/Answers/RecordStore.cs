using System.Text.Json.Nodes;
using LakeTools.Local.Api;
using LakeTools.Local.Glue.Catalog;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Glue.Answers;

/// <summary>The records of one kind, with their tags.</summary>
/// <param name="call">The call, for its transaction.</param>
/// <param name="kind">Such as <c>trigger</c>; also the word before the name in ARNs.</param>
internal sealed class RecordStore(ApiCall call, string kind)
{
    private const int DefaultPage = 100;
    private const string Columns = "name, document, created, updated";

    /// <summary>Its name as errors say it.</summary>
    private string Title => char.ToUpperInvariant(kind[0]) + kind[1..];

    public GlueRecord? Find(string name) =>
        call.Session.First($"SELECT {Columns} FROM glue_record WHERE kind = ?1 AND name = ?2", Read, kind, name);

    public GlueRecord Existing(string name) => Find(name) ?? throw NotFound(name);

    public ApiException NotFound(string name) => new("EntityNotFoundException", $"{Title} {name} not found.");

    /// <summary>Adds one, with its tags.</summary>
    public void Add(string name, JsonObject document, JsonObject? tags)
    {
        if (Find(name) is not null) throw new ApiException("AlreadyExistsException", $"{Title} {name} already exists.");
        var now = call.Lake.Clock.Now();
        Write(new GlueRecord(name, document, now, now));
        CatalogTags.Put(call, TagPath(name), tags);
    }

    /// <summary>Changes one now.</summary>
    /// <returns>The record as it is kept.</returns>
    public GlueRecord Save(GlueRecord record)
    {
        var changed = record with { Updated = call.Lake.Clock.Now() };
        Write(changed);
        return changed;
    }

    /// <summary>Removes one with its tags.</summary>
    /// <returns>True if it was there.</returns>
    public bool Remove(string name)
    {
        CatalogTags.Forget(call, TagPath(name));
        return call.Session.Execute("DELETE FROM glue_record WHERE kind = ?1 AND name = ?2", kind, name) > 0;
    }

    /// <summary>All of them, by name.</summary>
    public List<GlueRecord> All() => call.Session.Query($"SELECT {Columns} FROM glue_record WHERE kind = ?1 ORDER BY name", Read, kind);

    /// <summary>A page of those that are wanted, as the call's MaxResults and NextToken ask.</summary>
    /// <param name="show">One as it is answered; null to leave it out.</param>
    /// <param name="prefix">A name and a slash, for the names that are one word more; empty for all.</param>
    public (JsonArray Items, string? Next) Page(Func<GlueRecord, JsonNode?> show, string prefix = "") =>
        new Page(call.Input, PageForm.Glue, call.Operation, DefaultPage)
            .Walk((name, count) => After(prefix, name, count), record => record.Name, show);

    /// <summary>The records whose names are a name, a slash and one word more, by name.</summary>
    public List<GlueRecord> Under(string prefix) => After(prefix, "", int.MaxValue);

    /// <summary>Whether one carries all of the tags that the call's Tags name.</summary>
    public bool HasTags(string name) => call.Input["Tags"] is not JsonObject { Count: > 0 } wanted
        || (CatalogTags.Of(call, TagPath(name)) is var own && wanted.All(tag => own.Text(tag.Key) == (string?)tag.Value));

    private List<GlueRecord> After(string prefix, string name, int count)
    {
        // '0' is the character after the slash. A name of a workflow may itself hold a slash.
        var end = prefix.Length == 0 ? null : prefix[..^1] + "0";
        return call.Session.Query(
            $"""
            SELECT {Columns} FROM glue_record WHERE kind = ?1 AND name > ?2
            AND (?3 IS NULL OR (name < ?3 AND instr(substr(name, length(?5) + 1), '/') = 0)) ORDER BY name LIMIT ?4
            """,
            Read, kind, name.Length == 0 ? prefix : name, end, count, prefix);
    }

    private string TagPath(string name) => $"{kind}/{name}";

    private void Write(GlueRecord record) => call.Session.Execute(
        "INSERT OR REPLACE INTO glue_record (kind, name, document, created, updated) VALUES (?1, ?2, ?3, ?4, ?5)",
        kind, record.Name, record.Document.ToJsonString(), record.Created, record.Updated);

    private static GlueRecord Read(SqliteDataReader row) =>
        new(row.GetString(0), JsonNode.Parse(row.GetString(1))!.AsObject(), row.GetInt64(2), row.GetInt64(3));
}
