using System.Text.Json;
using LakeTools.Local.Context;
using LakeTools.Local.Store;
using LakeTools.Local.Wire;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.SecretsManager;

/// <summary>
/// Reads and writes secrets in one transaction. Names, labels and versions; what a label move means is <see cref="StagingLabels"/>'s.
/// </summary>
internal sealed class SecretRepository(StoreSession session, LakeContext lake)
{
    private const string ArnPrefix = "arn:";
    private const string Columns =
        "id, arn, name, type, description, kms_key_id, tags, policy, created, changed, accessed, deleted, purged, rotation, replicas";

    public long Now { get; } = lake.Clock.Now();

    /// <summary>Finds a secret by name, ARN, or ARN without the random suffix.</summary>
    /// <exception cref="ApiException">There is none, or its recovery window has ended.</exception>
    public SecretRecord Get(string secretId) => Find(secretId) ?? throw SecretErrors.NotFound();

    /// <summary>Finds a secret that is not marked for deletion.</summary>
    public SecretRecord GetLive(string secretId)
    {
        var secret = Get(secretId);
        return secret.Deleted is null ? secret : throw SecretErrors.MarkedForDeletion();
    }

    /// <summary>Finds a secret by name, ARN, or ARN without the random suffix; null where there is none.</summary>
    public SecretRecord? Find(string secretId)
    {
        if (!secretId.StartsWith(ArnPrefix, StringComparison.Ordinal))
            return SecretArn.IsName(secretId) ? ByColumn("name", secretId) : throw SecretErrors.InvalidName();
        var stem = SecretArn.Prefix(lake);
        return ByColumn("arn", secretId)
            ?? (secretId.StartsWith(stem, StringComparison.Ordinal) ? ByColumn("name", secretId[stem.Length..]) : null);
    }

    /// <summary>Secrets in an order, after one of them. Those whose recovery window has ended are gone.</summary>
    /// <param name="order">The order.</param>
    /// <param name="last">What it orders by, of the secret after which they begin, and that secret's id; null for the first ones.</param>
    /// <param name="withDeleted">Whether those that wait for their deletion come too.</param>
    /// <param name="count">How many at most.</param>
    public List<SecretRecord> After(SecretOrder order, (object Key, long Id)? last, bool withDeleted, int count)
    {
        var (by, sign, direction) = (order.Expression, order.Descending ? "<" : ">", order.Descending ? "DESC" : "ASC");
        var after = last is null ? "" : $"AND ({by}, id) {sign} (?4, ?5)";
        return session.Query(
            $"""
            SELECT {Columns} FROM secretsmanager_secret
            WHERE (purged IS NULL OR purged > ?1) AND (deleted IS NULL OR ?2) {after}
            ORDER BY {by} {direction}, id {direction} LIMIT ?3
            """,
            ReadSecret,
            last is { } given ? [Now, withDeleted, count, given.Key, given.Id] : [Now, withDeleted, count]);
    }

    /// <summary>Makes a secret without a value.</summary>
    public SecretRecord Create(string name, string? type, string? description, string? kmsKeyId,
        IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        session.Execute("DELETE FROM secretsmanager_secret WHERE name = ?1 AND purged <= ?2", name, Now);
        session.Execute(
            "INSERT INTO secretsmanager_secret (arn, name, type, description, kms_key_id, tags, created, changed) "
                + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
            SecretArn.Make(lake, name), name, type, description, kmsKeyId, JsonSerializer.Serialize(tags), Now);
        return Get(name);
    }

    /// <summary>Stores all of a secret but its versions; Changed becomes now.</summary>
    public void Save(SecretRecord secret) => session.Execute(
        """
        UPDATE secretsmanager_secret
        SET type = ?2, description = ?3, kms_key_id = ?4, tags = ?5, policy = ?6, changed = ?7,
            deleted = ?8, purged = ?9, rotation = ?10, replicas = ?11
        WHERE id = ?1
        """,
        secret.Id, secret.Type, secret.Description, secret.KmsKeyId, JsonSerializer.Serialize(secret.Tags), secret.Policy, Now,
            secret.Deleted, secret.Purged,
        secret.Rotation is null ? null : JsonSerializer.Serialize(secret.Rotation), JsonSerializer.Serialize(secret.Replicas));

    /// <summary>Removes a secret with its versions, beyond recovery.</summary>
    public void Purge(SecretRecord secret) => session.Execute("DELETE FROM secretsmanager_secret WHERE id = ?1", secret.Id);

    public SecretVersion? FindVersion(SecretRecord secret, string versionId) => session.First(
        "SELECT version_id, is_binary, value, created, accessed FROM secretsmanager_version WHERE secret_id = ?1 AND version_id = ?2",
        ReadVersion, secret.Id, versionId);

    /// <summary>All versions, the newest first.</summary>
    public List<SecretVersion> Versions(SecretRecord secret) => session.Query(
        "SELECT version_id, is_binary, value, created, accessed FROM secretsmanager_version WHERE secret_id = ?1 "
            + "ORDER BY created DESC, version_id",
        ReadVersion, secret.Id);

    public void AddVersion(SecretRecord secret, SecretVersion version) => session.Execute(
        "INSERT INTO secretsmanager_version (secret_id, version_id, is_binary, value, created) VALUES (?1, ?2, ?3, ?4, ?5)",
        secret.Id, version.VersionId, version.IsBinary, version.Value, version.Created);

    /// <summary>Gives a version that a rotation has made its value.</summary>
    public void FillVersion(SecretRecord secret, SecretVersion version) => session.Execute(
        "UPDATE secretsmanager_version SET is_binary = ?3, value = ?4 WHERE secret_id = ?1 AND version_id = ?2",
        secret.Id, version.VersionId, version.IsBinary, version.Value);

    /// <summary>Keeps the newest unlabelled versions and removes older ones, as AWS does past a hundred.</summary>
    public void TrimVersions(SecretRecord secret, int keep) => session.Execute(
        """
        DELETE FROM secretsmanager_version WHERE secret_id = ?1 AND version_id IN (
            SELECT v.version_id FROM secretsmanager_version v
            LEFT JOIN secretsmanager_stage s ON s.secret_id = v.secret_id AND s.version_id = v.version_id
            WHERE v.secret_id = ?1 AND s.stage IS NULL
            ORDER BY v.created DESC LIMIT -1 OFFSET ?2)
        """, secret.Id, keep);

    /// <summary>Which version carries a staging label; null for none.</summary>
    public string? VersionWith(SecretRecord secret, string stage) =>
        session.Scalar<string>("SELECT version_id FROM secretsmanager_stage WHERE secret_id = ?1 AND stage = ?2", secret.Id, stage);

    /// <summary>The labels of a version, sorted.</summary>
    public List<string> StagesOf(SecretRecord secret, string versionId) => session.Query(
        "SELECT stage FROM secretsmanager_stage WHERE secret_id = ?1 AND version_id = ?2 ORDER BY stage",
        row => row.GetString(0), secret.Id, versionId);

    /// <summary>Every label of a secret with its version, sorted.</summary>
    public List<(string Stage, string VersionId)> Stages(SecretRecord secret) => session.Query(
        "SELECT stage, version_id FROM secretsmanager_stage WHERE secret_id = ?1 ORDER BY stage",
        row => (row.GetString(0), row.GetString(1)), secret.Id);

    public void SetStage(SecretRecord secret, string stage, string versionId) => session.Execute(
        "INSERT INTO secretsmanager_stage (secret_id, stage, version_id) VALUES (?1, ?2, ?3) ON CONFLICT (secret_id, stage) "
            + "DO UPDATE SET version_id = ?3",
        secret.Id, stage, versionId);

    public void ClearStage(SecretRecord secret, string stage) =>
        session.Execute("DELETE FROM secretsmanager_stage WHERE secret_id = ?1 AND stage = ?2", secret.Id, stage);

    /// <summary>Notes that a value was read. AWS keeps the day only, so that one write a day is enough.</summary>
    public void MarkAccessed(SecretRecord secret, SecretVersion version)
    {
        var today = Now - (Now % (long)TimeSpan.FromDays(1).TotalMilliseconds);
        if (secret.Accessed == today && version.Accessed == today) return;
        session.RequireWriting();
        if (secret.Accessed != today) session.Execute("UPDATE secretsmanager_secret SET accessed = ?2 WHERE id = ?1", secret.Id, today);
        if (version.Accessed != today)
            session.Execute("UPDATE secretsmanager_version SET accessed = ?3 WHERE secret_id = ?1 AND version_id = ?2", secret.Id,
                version.VersionId, today);
    }

    private SecretRecord? ByColumn(string column, string value) => session.First(
        $"SELECT {Columns} FROM secretsmanager_secret WHERE {column} = ?1 AND (purged IS NULL OR purged > ?2)", ReadSecret, value, Now);

    private static SecretRecord ReadSecret(SqliteDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Arn = row.GetString(1),
        Name = row.GetString(2),
        Type = TextOf(row, 3),
        Description = TextOf(row, 4),
        KmsKeyId = TextOf(row, 5),
        Tags = JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(row.GetString(6))!,
        Policy = TextOf(row, 7),
        Created = row.GetInt64(8),
        Changed = row.GetInt64(9),
        Accessed = TimeOf(row, 10),
        Deleted = TimeOf(row, 11),
        Purged = TimeOf(row, 12),
        Rotation = TextOf(row, 13) is { } rotation ? JsonSerializer.Deserialize<RotationRecord>(rotation) : null,
        Replicas = JsonSerializer.Deserialize<List<ReplicaRecord>>(row.GetString(14))!,
    };

    private static SecretVersion ReadVersion(SqliteDataReader row) =>
        new(row.GetString(0), row.GetBoolean(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3), TimeOf(row, 4));

    private static string? TextOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static long? TimeOf(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
