using System.Text.Json.Nodes;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Logs;

/// <summary>Log groups, streams and events in one transaction.</summary>
internal sealed class LogStore(StoreSession session, LakeContext lake)
{
    public bool GroupExists(string group) => session.Scalar<long>("SELECT count(*) FROM logs_group WHERE name = ?1", group) > 0;

    public bool StreamExists(string group, string stream) =>
        session.Scalar<long>("SELECT count(*) FROM logs_stream WHERE group_name = ?1 AND name = ?2", group, stream) > 0;

    /// <summary>Makes a group.</summary>
    /// <param name="group">Its name.</param>
    /// <param name="settings">The group's other settings.</param>
    /// <returns>False if it already exists.</returns>
    public bool CreateGroup(string group, JsonObject settings) => session.Execute(
        "INSERT INTO logs_group (name, created, settings) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        group, lake.Clock.Now(), settings.ToJsonString()) > 0;

    /// <summary>The settings of a group besides its name.</summary>
    public JsonObject Settings(string group) =>
        JsonNode.Parse(session.Scalar<string>("SELECT settings FROM logs_group WHERE name = ?1", group)!)!.AsObject();

    /// <summary>Makes a stream of a group that exists.</summary>
    /// <returns>False if it already exists.</returns>
    public bool CreateStream(string group, string stream) => session.Execute(
        "INSERT INTO logs_stream (group_name, name, created) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING", group, stream,
            lake.Clock.Now()) > 0;

    public void DeleteGroup(string group) => session.Execute("DELETE FROM logs_group WHERE name = ?1", group);

    public void DeleteStream(string group, string stream) =>
        session.Execute("DELETE FROM logs_stream WHERE group_name = ?1 AND name = ?2", group, stream);

    /// <summary>Adds events to a stream that exists.</summary>
    public void Append(string group, string stream, IEnumerable<LogEvent> events)
    {
        var now = lake.Clock.Now();
        foreach (var item in events)
        {
            session.Execute(
                "INSERT INTO logs_event (group_name, stream_name, timestamp, ingested, message) VALUES (?1, ?2, ?3, ?4, ?5)",
                group, stream, item.Timestamp, now, item.Message);
        }
    }

    /// <summary>Groups by name, after a name.</summary>
    public List<(string Name, long Created, JsonObject Settings)> Groups(string after) =>
        session.Query("SELECT name, created, settings FROM logs_group WHERE name > ?1 ORDER BY name", row =>
            (row.GetString(0), row.GetInt64(1), JsonNode.Parse(row.GetString(2))!.AsObject()), after);

    /// <summary>The streams of a group by name, with the times of their first and last events.</summary>
    public List<LogStreamFacts> Streams(string group) => session.Query(
        """
        SELECT s.name, s.created, min(e.timestamp), max(e.timestamp), max(e.ingested)
        FROM logs_stream s LEFT JOIN logs_event e ON e.group_name = s.group_name AND e.stream_name = s.name
        WHERE s.group_name = ?1 GROUP BY s.name ORDER BY s.name
        """,
        row => new LogStreamFacts(row.GetString(0), row.GetInt64(1), TimeOf(row, 2), TimeOf(row, 3), TimeOf(row, 4)), group);

    /// <summary>Events of a stream after a position, the earliest first.</summary>
    public List<StoredLogEvent> After(string group, string stream, LogPosition position, long from, long until, int limit) => session.Query(
        """
        SELECT id, stream_name, timestamp, ingested, message FROM logs_event
        WHERE group_name = ?1 AND stream_name = ?2 AND (timestamp, id) > (?3, ?4) AND timestamp >= ?5 AND timestamp < ?6
        ORDER BY timestamp, id LIMIT ?7
        """, ReadEvent, group, stream, position.Timestamp, position.Id, from, until, limit);

    /// <summary>The last events of a stream before a position, the earliest first.</summary>
    public List<StoredLogEvent> Before(string group, string stream, LogPosition position, long from, long until, int limit)
    {
        var events = session.Query(
            """
            SELECT id, stream_name, timestamp, ingested, message FROM logs_event
            WHERE group_name = ?1 AND stream_name = ?2 AND (timestamp, id) < (?3, ?4) AND timestamp >= ?5 AND timestamp < ?6
            ORDER BY timestamp DESC, id DESC LIMIT ?7
            """, ReadEvent, group, stream, position.Timestamp, position.Id, from, until, limit);
        events.Reverse();
        return events;
    }

    /// <summary>Events of all streams of a group after a position, the earliest first; unlike for a stream, the end counts.</summary>
    public List<StoredLogEvent> InGroup(string group, LogPosition position, long from, long until, int limit) => session.Query(
        """
        SELECT id, stream_name, timestamp, ingested, message FROM logs_event
        WHERE group_name = ?1 AND (timestamp, id) > (?2, ?3) AND timestamp >= ?4 AND timestamp <= ?5
        ORDER BY timestamp, id LIMIT ?6
        """, ReadEvent, group, position.Timestamp, position.Id, from, until, limit);

    private static StoredLogEvent ReadEvent(SqliteDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3), row.GetString(4));

    private static long? TimeOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
