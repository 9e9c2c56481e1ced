using System.Text.Json;
using LakeTools.Local.Api;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// Reads and writes the secrets of one region in one transaction. Names, labels and versions; what a label move means is
/// <see cref="StagingLabels"/>'s.
/// </summary>
internal sealed class SecretRepository(StoreSession session, LakeContext lake, string region)
{
    private const string ArnPrefix = "arn:";
    private const string Columns =
        "s.id, s.arn, s.name, s.type, s.description, s.kms_key_id, s.tags, s.policy, s.created, s.changed, s.accessed, s.deleted, "
        + "s.purged, s.rotation, s.replicas, s.region, s.primary_id, "
        + "(SELECT p.arn FROM secretsmanager_secret p WHERE p.id = s.primary_id)";

    public long Now { get; } = lake.Clock.Now();

    /// <summary>The secrets of the region that a call is signed for.</summary>
    public static SecretRepository Of(ApiCall call) => new(call.Session, call.Lake, call.Region);

    /// <summary>The secrets of another region, in the same transaction.</summary>
    public SecretRepository In(string other) => other == region ? this : new(session, lake, other);

    /// <summary>Finds a secret by name, ARN, or ARN without the random suffix.</summary>
    /// <exception cref="ApiException">There is none, or its recovery window has ended.</exception>
    public SecretRecord Get(string secretId) => Find(secretId) ?? throw SecretErrors.NotFound();

    /// <summary>Finds a secret that is not marked for deletion.</summary>
    public SecretRecord GetLive(string secretId)
    {
        var secret = Get(secretId);
        return secret.Deleted is null ? secret : throw SecretErrors.MarkedForDeletion();
    }

    /// <summary>Finds a secret that can be changed: it is not marked for deletion, and no replica.</summary>
    public SecretRecord GetOwn(string secretId)
    {
        var secret = GetLive(secretId);
        return secret.IsReplica ? throw SecretErrors.IsReplica() : secret;
    }

    /// <summary>Finds a secret by its id, whatever its region.</summary>
    public SecretRecord? ById(long id) => session.First(
        $"SELECT {Columns} FROM secretsmanager_secret s WHERE s.id = ?1", ReadSecret, id);

    /// <summary>Finds a secret by name, ARN, or ARN without the random suffix; null if there is none.</summary>
    public SecretRecord? Find(string secretId)
    {
        if (!secretId.StartsWith(ArnPrefix, StringComparison.Ordinal))
            return SecretArn.IsName(secretId) ? ByColumn("name", secretId) : throw SecretErrors.InvalidName();
        var stem = SecretArn.Prefix(lake, region);
        if (ByColumn("arn", secretId) is { } found) return found;

        // Without its suffix too; but one that ends as if it had it is not looked for under its name (recorded).
        return secretId.StartsWith(stem, StringComparison.Ordinal) && !SecretArn.EndsAsWhole(secretId)
            ? ByColumn("name", secretId[stem.Length..])
            : null;
    }

    /// <summary>Secrets in an order, after one of them. Secrets whose recovery window has ended are gone.</summary>
    /// <param name="order">The order.</param>
    /// <param name="last">The sort key and id of the secret that precedes the page; null for the first page.</param>
    /// <param name="withDeleted">Whether those that wait for their deletion come too.</param>
    /// <param name="count">The maximum number of secrets.</param>
    public List<SecretRecord> After(SecretOrder order, (object Key, long Id)? last, bool withDeleted, int count)
    {
        var (by, sign, direction) = (order.Expression, order.Descending ? "<" : ">", order.Descending ? "DESC" : "ASC");
        var after = last is null ? "" : $"AND ({by}, s.id) {sign} (?5, ?6)";
        return session.Query(
            $"""
            SELECT {Columns} FROM secretsmanager_secret s
            WHERE s.region = ?4 AND (s.purged IS NULL OR s.purged > ?1) AND (s.deleted IS NULL OR ?2) {after}
            ORDER BY {by} {direction}, s.id {direction} LIMIT ?3
            """,
            ReadSecret,
            last is { } given ? [Now, withDeleted, count, region, given.Key, given.Id] : [Now, withDeleted, count, region]);
    }

    /// <summary>Makes a secret without a value.</summary>
    public SecretRecord Create(string name, string? type, string? description, string? kmsKeyId,
        IReadOnlyList<KeyValuePair<string, string>>? tags)
    {
        RemoveEnded(name);
        session.Execute(
            "INSERT INTO secretsmanager_secret (region, arn, name, type, description, kms_key_id, tags, created, changed) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)",
            region, SecretArn.Make(lake, region, name), name, type, description, kmsKeyId, Json(tags), Now);
        return Get(name);
    }

    /// <summary>Makes a replica in this region of a secret of another one.</summary>
    public void CreateReplica(SecretRecord primary, string? kmsKeyId)
    {
        RemoveEnded(primary.Name);
        session.Execute(
            "INSERT INTO secretsmanager_secret (region, arn, name, primary_id, type, description, kms_key_id, tags, policy, rotation, "
                + "created, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?11)",
            region, SecretArn.In(primary.Arn, region), primary.Name, primary.Id, primary.Type, primary.Description, kmsKeyId,
            Json(primary.Tags), primary.Policy, Json(primary.Rotation), Now);
    }

    /// <summary>Stores all of a secret but its versions; Changed becomes now. Its replicas have the same but their keys.</summary>
    public void Save(SecretRecord secret)
    {
        session.Execute(
            """
            UPDATE secretsmanager_secret
            SET type = ?2, description = ?3, kms_key_id = ?4, tags = ?5, policy = ?6, changed = ?7,
                deleted = ?8, purged = ?9, rotation = ?10, replicas = ?11
            WHERE id = ?1
            """,
            secret.Id, secret.Type, secret.Description, secret.KmsKeyId, Json(secret.Tags), secret.Policy, Now,
            secret.Deleted, secret.Purged, Json(secret.Rotation),
            JsonSerializer.Serialize(secret.Replicas, SecretJson.Default.IReadOnlyListReplicaRecord));
        session.Execute(
            "UPDATE secretsmanager_secret SET type = ?2, description = ?3, tags = ?4, policy = ?5, changed = ?6, rotation = ?7 "
                + "WHERE primary_id = ?1",
            secret.Id, secret.Type, secret.Description, Json(secret.Tags), secret.Policy, Now, Json(secret.Rotation));
    }

    /// <summary>Makes a replica a secret of its own: it gets versions and labels of its own.</summary>
    /// <param name="replica">The replica.</param>
    /// <param name="seal">Seals a version's value to the replica.</param>
    public void Detach(SecretRecord replica, Func<SecretVersion, SecretVersion> seal)
    {
        var (versions, stages) = (Versions(replica), Stages(replica));
        session.Execute("UPDATE secretsmanager_secret SET primary_id = NULL, changed = ?2 WHERE id = ?1", replica.Id, Now);
        var own = ById(replica.Id)!;
        foreach (var version in versions) AddVersion(own, seal(version));
        foreach (var (stage, versionId) in stages) SetStage(own, stage, versionId);
    }

    /// <summary>Removes a secret with its versions, beyond recovery.</summary>
    public void Purge(SecretRecord secret) => session.Execute("DELETE FROM secretsmanager_secret WHERE id = ?1", secret.Id);

    public SecretVersion? FindVersion(SecretRecord secret, string versionId) => session.First(
        "SELECT version_id, is_binary, value, created, accessed FROM secretsmanager_version WHERE secret_id = ?1 AND version_id = ?2",
        ReadVersion, secret.OwnerId, versionId);

    /// <summary>All versions, the newest first.</summary>
    public List<SecretVersion> Versions(SecretRecord secret) => session.Query(
        "SELECT version_id, is_binary, value, created, accessed FROM secretsmanager_version WHERE secret_id = ?1 "
            + "ORDER BY created DESC, version_id",
        ReadVersion, secret.OwnerId);

    public void AddVersion(SecretRecord secret, SecretVersion version) => session.Execute(
        "INSERT INTO secretsmanager_version (secret_id, version_id, is_binary, value, created) VALUES (?1, ?2, ?3, ?4, ?5)",
        secret.OwnerId, version.VersionId, version.IsBinary, version.Value, version.Created);

    /// <summary>Gives a version that a rotation has made its value.</summary>
    public void FillVersion(SecretRecord secret, SecretVersion version) => session.Execute(
        "UPDATE secretsmanager_version SET is_binary = ?3, value = ?4 WHERE secret_id = ?1 AND version_id = ?2",
        secret.OwnerId, version.VersionId, version.IsBinary, version.Value);

    /// <summary>
    /// Removes the oldest unlabelled versions beyond a number of versions, but none of the last 24 hours (API reference, PutSecretValue).
    /// </summary>
    public void TrimVersions(SecretRecord secret, int keep) => session.Execute(
        """
        DELETE FROM secretsmanager_version WHERE secret_id = ?1 AND version_id IN (
            SELECT v.version_id FROM secretsmanager_version v
            WHERE v.secret_id = ?1 AND v.created <= ?3 AND NOT EXISTS (
                SELECT 1 FROM secretsmanager_stage s WHERE s.secret_id = v.secret_id AND s.version_id = v.version_id)
            ORDER BY v.created
            LIMIT max(0, (SELECT count(*) FROM secretsmanager_version WHERE secret_id = ?1) - ?2))
        """, secret.OwnerId, keep, Now - (long)TimeSpan.FromDays(1).TotalMilliseconds);

    /// <summary>The version that has a staging label; null for none.</summary>
    public string? VersionWith(SecretRecord secret, string stage) =>
        session.Scalar<string>("SELECT version_id FROM secretsmanager_stage WHERE secret_id = ?1 AND stage = ?2", secret.OwnerId, stage);

    /// <summary>The labels of a version, sorted.</summary>
    public List<string> StagesOf(SecretRecord secret, string versionId) => session.Query(
        "SELECT stage FROM secretsmanager_stage WHERE secret_id = ?1 AND version_id = ?2 ORDER BY stage",
        row => row.GetString(0), secret.OwnerId, versionId);

    /// <summary>Every label of a secret with its version, sorted.</summary>
    public List<(string Stage, string VersionId)> Stages(SecretRecord secret) => session.Query(
        "SELECT stage, version_id FROM secretsmanager_stage WHERE secret_id = ?1 ORDER BY stage",
        row => (row.GetString(0), row.GetString(1)), secret.OwnerId);

    public void SetStage(SecretRecord secret, string stage, string versionId) => session.Execute(
        "INSERT INTO secretsmanager_stage (secret_id, stage, version_id) VALUES (?1, ?2, ?3) ON CONFLICT (secret_id, stage) "
            + "DO UPDATE SET version_id = ?3",
        secret.OwnerId, stage, versionId);

    public void ClearStage(SecretRecord secret, string stage) =>
        session.Execute("DELETE FROM secretsmanager_stage WHERE secret_id = ?1 AND stage = ?2", secret.OwnerId, stage);

    /// <summary>Notes that a value was read. AWS keeps the day only, so one write a day is enough.</summary>
    public void MarkAccessed(SecretRecord secret, SecretVersion version)
    {
        var today = Now - (Now % (long)TimeSpan.FromDays(1).TotalMilliseconds);
        if (secret.Accessed == today && (version.Accessed == today || secret.IsReplica)) return;
        session.RequireWriting();
        if (secret.Accessed != today) session.Execute("UPDATE secretsmanager_secret SET accessed = ?2 WHERE id = ?1", secret.Id, today);
        if (version.Accessed != today && !secret.IsReplica)
            session.Execute("UPDATE secretsmanager_version SET accessed = ?3 WHERE secret_id = ?1 AND version_id = ?2", secret.Id,
                version.VersionId, today);
    }

    private SecretRecord? ByColumn(string column, string value) => session.First(
        $"SELECT {Columns} FROM secretsmanager_secret s WHERE s.region = ?3 AND s.{column} = ?1 AND (s.purged IS NULL OR s.purged > ?2)",
        ReadSecret, value, Now, region);

    private void RemoveEnded(string name) =>
        session.Execute("DELETE FROM secretsmanager_secret WHERE region = ?3 AND name = ?1 AND purged <= ?2", name, Now, region);

    private static string? Json(IReadOnlyList<KeyValuePair<string, string>>? tags) =>
        tags is null ? null : JsonSerializer.Serialize(tags, SecretJson.Default.IReadOnlyListKeyValuePairStringString);

    private static string? Json(RotationRecord? rotation) =>
        rotation is null ? null : JsonSerializer.Serialize(rotation, SecretJson.Default.RotationRecord);

    private static SecretRecord ReadSecret(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Arn = row.GetString(1),
        Name = row.GetString(2),
        Type = TextOf(row, 3),
        Description = TextOf(row, 4),
        KmsKeyId = TextOf(row, 5),
        Tags = TextOf(row, 6) is { } tags ? JsonSerializer.Deserialize(tags, SecretJson.Default.ListKeyValuePairStringString) : null,
        Policy = TextOf(row, 7),
        Created = row.GetInt64(8),
        Changed = row.GetInt64(9),
        Accessed = NumberOf(row, 10),
        Deleted = NumberOf(row, 11),
        Purged = NumberOf(row, 12),
        Rotation = TextOf(row, 13) is { } rotation ? JsonSerializer.Deserialize(rotation, SecretJson.Default.RotationRecord) : null,
        Replicas = JsonSerializer.Deserialize(row.GetString(14), SecretJson.Default.ListReplicaRecord)!,
        Region = row.GetString(15),
        PrimaryId = NumberOf(row, 16),
        PrimaryArn = TextOf(row, 17),
    };

    private static SecretVersion ReadVersion(SqliteDataReader row) =>
        new(row.GetString(0), row.GetBoolean(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3), NumberOf(row, 4));

    private static string? TextOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? NumberOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
