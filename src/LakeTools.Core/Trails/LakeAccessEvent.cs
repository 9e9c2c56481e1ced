using LakeTools.Rules.Text;

namespace LakeTools;

/// <summary>
/// A principal got data of a table or location through Lake Formation, or was denied it: an event GetDataAccess of CloudTrail.
/// </summary>
public sealed record LakeAccessEvent
{
    /// <summary>When, in local time.</summary>
    public required DateTime Time { get; init; }

    /// <summary>
    /// The ARN of the role or user; null if another account does not let CloudTrail say it: then see <see cref="PrincipalId"/>.
    /// </summary>
    public string? Principal { get; init; }

    /// <summary>CloudTrail's id of who asked: of a role with the session's name behind a colon.</summary>
    public string? PrincipalId { get; init; }

    /// <summary>The catalog of the table: an account.</summary>
    public string? CatalogId { get; init; }

    /// <summary>The database; null for data of a place.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The table; null for data of a place.</summary>
    public string? TableName { get; init; }

    /// <summary>The columns that were asked for; empty if the engine does not say.</summary>
    public IReadOnlyList<string> ColumnName { get; init => field = Listed.Names(value); } = Listed.None<string>();

    /// <summary>The requested permissions, such as SELECT; empty if the engine does not say.</summary>
    public IReadOnlyList<string> Permission { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>The places that were asked for; empty for a table.</summary>
    public IReadOnlyList<string> Path { get; init => field = Listed.Of(value); } = Listed.None<string>();

    /// <summary>
    /// The service that read, as the event names it: ATHENA, GLUE_JOB, REDSHIFT, EMR_SERVERLESS, EMR_ON_EC2, LAKETOOLS; else where the call
    /// came from.
    /// </summary>
    public string? Service { get; init; }

    /// <summary>The engine's query, where the event tells it.</summary>
    public string? QueryId { get; init; }

    /// <summary>The account in whose trail the event is.</summary>
    public string? AccountId { get; init; }

    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>The event's id.</summary>
    public required string EventId { get; init; }

    /// <summary>The id that copies in other accounts' trails have too; null for an event of one account.</summary>
    public string? SharedEventId { get; init; }

    /// <summary>Why it was refused, such as AccessDenied; null if data was given.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The service's text for it.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>The file that it was read from; null for the event history.</summary>
    public string? Uri { get; init; }

    /// <summary>Shows the event in a line.</summary>
    /// <returns>Such as <c>arn:… got sales.orders by ATHENA</c>.</returns>
    public override string ToString() =>
        $"{Principal ?? PrincipalId} {(ErrorCode is null ? "got" : "was refused")} "
            + $"{(TableName is null ? string.Join(", ", Path) : $"{DatabaseName}.{TableName}")} by {Service}";
}
