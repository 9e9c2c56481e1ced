using LakeTools.Core.Definitions.Facts;
using LakeTools.Core.Definitions.States;

namespace LakeTools.Core.Definitions.Stores;

/// <summary>
/// A kind of things that a definition names in a map of their own, each with its properties. Reading, writing, the schema and ownership
/// walk <see cref="All"/>.
/// </summary>
/// <param name="Kind">The kind in a state.</param>
/// <param name="Key">The map's key in a definition.</param>
/// <param name="Owned">The kind of ownership of such resources.</param>
/// <param name="OwnedKey">The key under <c>owns</c>.</param>
/// <param name="Facts">The properties.</param>
/// <param name="Check">Refuses a thing that the service does not take, given its name and facts.</param>
/// <param name="Description">The schema's description of the map.</param>
internal sealed record NamedKind(
    StateKind Kind,
    string Key,
    OwnedKind Owned,
    string OwnedKey,
    FactList Facts,
    Action<string, IReadOnlyDictionary<string, string>> Check,
    string Description)
{
    /// <summary>The kinds, in the order in which they are written.</summary>
    public static IReadOnlyList<NamedKind> All { get; } =
    [
        new(StateKind.Role, "roles", OwnedKind.Role, "role", RoleState.Facts, RoleState.Check, "Roles of IAM with their policies."),
        new(StateKind.Bucket, "buckets", OwnedKind.Bucket, "bucket", BucketState.Facts, BucketState.Check, "Buckets of S3."),
        new(StateKind.Secret, "secrets", OwnedKind.Secret, "secret", SecretState.Facts, SecretState.Check,
            "Secrets of Secrets Manager, without their values."),
        new(StateKind.Connection, "connections", OwnedKind.Connection, "connection", ConnectionState.Facts, ConnectionState.Check,
            "Connections of Glue, without their passwords."),
        new(StateKind.Catalog, "catalogs", OwnedKind.Catalog, "catalog", CatalogState.Facts, CatalogState.Check,
            "Catalogs in the account's own: of S3 Tables, of Redshift, or of another source."),
        new(StateKind.Job, "jobs", OwnedKind.Job, "job", JobState.Facts, JobState.Check, "Jobs of Glue."),
        new(StateKind.Crawler, "crawlers", OwnedKind.Crawler, "crawler", CrawlerState.Facts, CrawlerState.Check, "Crawlers of Glue."),
        new(StateKind.Trigger, "triggers", OwnedKind.Trigger, "trigger", TriggerState.Facts, TriggerState.Check, "Triggers of Glue."),
    ];

    /// <summary>Whether the service treats names that differ in case only as one name.</summary>
    public bool IsFolded => Kind == StateKind.Role;

    /// <summary>A thing of this kind.</summary>
    public StateItem Item(string name, IReadOnlyDictionary<string, string> facts) => new(new StateKey(Kind, name), facts);
}
