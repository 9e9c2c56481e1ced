using System.Text.Json;
using System.Text.Json.Nodes;
using LakeTools.Local.Identity;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>A query as the lake keeps it.</summary>
/// <param name="Number">Its place among all queries, the oldest first.</param>
/// <param name="Id">Its id.</param>
/// <param name="Owner">The caller who started the query, see <see cref="OwnerOf"/>.</param>
/// <param name="Host">The process that carries it out.</param>
/// <param name="Request">The call that started it.</param>
/// <param name="Document">The query as GetQueryExecution answers it.</param>
/// <param name="Columns">The columns of its result; null if there is none.</param>
internal sealed record QueryRecord(
    long Number,
    string Id,
    string Owner,
    string Host,
    string Request,
    JsonObject Document,
    JsonArray? Columns)
{
    /// <summary>
    /// The owner of a query: a principal, and for a session also its tags and its policy, because it may see other rows than another
    /// session of the same role.
    /// </summary>
    /// <param name="caller">The caller.</param>
    public static string OwnerOf(Caller caller) => caller is { Tags: null, SessionPolicy: null }
        ? caller.PrincipalArn : JsonSerializer.Serialize(
            new QuerySession(caller.PrincipalArn, caller.Tags, caller.SessionPolicy), QueryJson.Default.QuerySession);

    /// <summary>The state's member of the document.</summary>
    public JsonObject Status => Document["Status"]!.AsObject();

    /// <summary>QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED.</summary>
    public string State => Status.Required("State");

    /// <summary>True if nothing changes any more.</summary>
    public bool IsEnded => State is "SUCCEEDED" or "FAILED" or "CANCELLED";

    /// <summary>The address of the result in S3; null if the lake keeps it itself.</summary>
    public string? OutputLocation => Document["ResultConfiguration"]?.AsObject().Text("OutputLocation");
}
