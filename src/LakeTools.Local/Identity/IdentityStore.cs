using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LakeTools.Local.Store;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Identity;

/// <summary>
/// The keys that the lake accepts: long-lived ones of users and roles, those of role sessions, and those that Lake
/// Formation vends. Secrets are sealed; of session tokens only a hash is kept.
/// </summary>
/// <param name="cipher">Seals the keys.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class IdentityStore(LakeCipher cipher, TimeProvider clock)
{
    public static readonly StorePart Part = new(
        "identity",
        """
        CREATE TABLE identity_key (
            id TEXT PRIMARY KEY,
            principal_arn TEXT NOT NULL,
            session_arn TEXT NOT NULL,
            account_id TEXT NOT NULL,
            secret BLOB NOT NULL,
            token_hash BLOB,
            expires INTEGER,
            scope TEXT
        ) WITHOUT ROWID;
        CREATE UNIQUE INDEX identity_key_long_lived ON identity_key (principal_arn) WHERE expires IS NULL;
        CREATE INDEX identity_key_expires ON identity_key (expires) WHERE expires IS NOT NULL;
        """,
        "ALTER TABLE identity_key ADD COLUMN session_policy TEXT;",
        "ALTER TABLE identity_key ADD COLUMN session_tags TEXT;",
        """
        -- Users have more than one long-lived key, which can be switched off.
        DROP INDEX identity_key_long_lived;
        CREATE INDEX identity_key_long_lived ON identity_key (principal_arn) WHERE expires IS NULL;
        ALTER TABLE identity_key ADD COLUMN created INTEGER;
        ALTER TABLE identity_key ADD COLUMN inactive INTEGER NOT NULL DEFAULT 0;
        """,
        "ALTER TABLE identity_key ADD COLUMN is_session_token INTEGER NOT NULL DEFAULT 0;")
    {
        IsShared = true, // the key alone says whose account is meant
    };

    private const string Columns = "id, secret, token_hash, expires, principal_arn, session_arn, account_id, scope, session_policy, "
        + "session_tags, created, inactive, is_session_token";

    // The session name in GetCallerIdentity's answer for a role that signs with a key of its own.
    private const string OwnSession = "LakeTools";

    // Ended sessions are kept this long, so their keys answer 'expired' and not 'unknown'.
    private static readonly TimeSpan s_keepEnded = TimeSpan.FromDays(1);

    /// <summary>The hash by which a session token is kept.</summary>
    public static byte[] HashToken(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    /// <summary>Something that a lake has sealed, and what it belongs to; null if it has no key yet.</summary>
    public static (byte[] Sealed, string Owner)? AnySealed(StoreSession session) =>
        session.Query("SELECT secret, id FROM identity_key LIMIT 1", row => (row.GetFieldValue<byte[]>(0), row.GetString(1))) is [var known]
            ? known
            : null;

    /// <summary>The key of that id, or null. A key that ended is found, with its end.</summary>
    public AccessKey? Find(StoreSession session, string accessKeyId) => session.First(
        $"SELECT {Columns} FROM identity_key WHERE id = ?1",
        ReadKey,
        accessKeyId);

    /// <summary>The long-lived keys of a user or role; null if they were not requested yet.</summary>
    public LocalCredential? KnownLongLived(StoreSession session, string principalArn)
    {
        var known = session.First(
            $"SELECT {Columns} FROM identity_key WHERE principal_arn = ?1 AND expires IS NULL AND inactive = 0 ORDER BY created, id",
            ReadKey,
            principalArn);
        return known is null ? null : new LocalCredential(known.Id, known.Secret, null, principalArn, null);
    }

    /// <summary>The long-lived keys of a user or role, made when they are first asked for.</summary>
    /// <exception cref="ArgumentException">The ARN is not that of a user or role.</exception>
    public LocalCredential LongLived(StoreSession session, string principalArn)
    {
        var principal = Parse(principalArn);
        if (KnownLongLived(session, principalArn) is { } known) return known;
        var sessionArn = principal.Kind == "role" ? principal.SessionArn(OwnSession) : principalArn;
        var caller = new Caller(principalArn, sessionArn, principal.AccountId);
        return Insert(session, "AKIA", caller, expiration: null);
    }

    /// <summary>A further long-lived key of a user.</summary>
    public LocalCredential CreateKey(StoreSession session, string userArn) =>
        Insert(session, "AKIA", new Caller(userArn, userArn, Parse(userArn).AccountId), expiration: null);

    /// <summary>The long-lived keys of a user, by their ids.</summary>
    public List<AccessKey> KeysOf(StoreSession session, string userArn) => session.Query(
        $"SELECT {Columns} FROM identity_key WHERE principal_arn = ?1 AND expires IS NULL ORDER BY id", ReadKey, userArn);

    /// <summary>Switches a key on or off.</summary>
    public void SetActive(StoreSession session, string id, bool isActive) =>
        session.Execute("UPDATE identity_key SET inactive = ?2 WHERE id = ?1", id, !isActive);

    /// <summary>Removes a key; its signatures are unknown from then on.</summary>
    public void Remove(StoreSession session, string id) => session.Execute("DELETE FROM identity_key WHERE id = ?1", id);

    /// <summary>Keys of a new session of a role, or of a user under its own name.</summary>
    /// <param name="session">A transaction that may write.</param>
    /// <param name="principalArn">The role's ARN.</param>
    /// <param name="sessionName">2 to 64 characters.</param>
    /// <param name="duration">The lifetime of the keys.</param>
    /// <param name="policy">The maximum permissions of the session, as a policy document; null for all that the principal may.</param>
    /// <param name="tags">The session's tags; null for none.</param>
    public LocalCredential IssueSession(
        StoreSession session,
        string principalArn,
        string sessionName,
        TimeSpan duration,
        string? policy = null,
        SessionTags? tags = null)
    {
        var principal = Parse(principalArn);
        var sessionArn = principal.Kind == "role" ? principal.SessionArn(sessionName) : principalArn;
        var caller = new Caller(principalArn, sessionArn, principal.AccountId, SessionPolicy: policy, Tags: tags);
        return Insert(session, "ASIA", caller, clock.GetUtcNow() + duration);
    }

    /// <summary>Keys that end, of a principal that signs with keys of its own: it stays who it is.</summary>
    public LocalCredential IssueToken(StoreSession session, Caller caller, TimeSpan duration) =>
        Insert(session, "ASIA", caller, clock.GetUtcNow() + duration);

    /// <summary>Keys that open a part of S3 and nothing else, as Lake Formation vends them.</summary>
    /// <param name="session">A transaction that may write.</param>
    /// <param name="caller">The principal that receives them.</param>
    /// <param name="scope">Their scope.</param>
    /// <param name="duration">The lifetime of the keys.</param>
    public LocalCredential IssueVended(StoreSession session, Caller caller, VendedScope scope, TimeSpan duration) =>
        Insert(session, "ASIA", caller with { Scope = scope, Tags = null }, clock.GetUtcNow() + duration);

    private LocalCredential Insert(StoreSession session, string prefix, Caller caller, DateTimeOffset? expiration)
    {
        // Whole seconds, as the wire has them.
        if (expiration is { } end) expiration = DateTimeOffset.FromUnixTimeSeconds(end.ToUnixTimeSeconds());
        var id = prefix + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(30));
        var token = expiration is null ? null : Convert.ToBase64String(RandomNumberGenerator.GetBytes(96));
        session.Execute(
            "INSERT INTO identity_key (id, principal_arn, session_arn, account_id, secret, token_hash, expires, scope, session_policy, "
                + "session_tags, created, is_session_token) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            id,
            caller.PrincipalArn,
            caller.SessionArn,
            caller.AccountId,
            cipher.Seal(secret, id),
            token is null ? null : HashToken(token),
            expiration?.ToUnixTimeSeconds(),
            caller.Scope is null ? null : JsonSerializer.Serialize(caller.Scope, IdentityJson.Default.VendedScope),
            caller.SessionPolicy,
            caller.Tags is null ? null : JsonSerializer.Serialize(caller.Tags, IdentityJson.Default.SessionTags),
            clock.GetUtcNow().ToUnixTimeSeconds(),
            caller.IsSessionToken);
        if (expiration is not null)
            session.Execute("DELETE FROM identity_key WHERE expires < ?1", (clock.GetUtcNow() - s_keepEnded).ToUnixTimeSeconds());
        return new LocalCredential(id, secret, token, caller.PrincipalArn, expiration);
    }

    private AccessKey ReadKey(SqliteDataReader row)
    {
        var id = row.GetString(0);
        var scope = row.IsDBNull(7) ? null : JsonSerializer.Deserialize(row.GetString(7), IdentityJson.Default.VendedScope);
        return new AccessKey(
            id,
            cipher.OpenText(row.GetFieldValue<byte[]>(1), id),
            row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2),
            row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(3)),
            new Caller(
                row.GetString(4),
                row.GetString(5),
                row.GetString(6),
                scope,
                row.IsDBNull(8) ? null : row.GetString(8),
                !row.IsDBNull(3),
                row.IsDBNull(9) ? null : JsonSerializer.Deserialize(row.GetString(9), IdentityJson.Default.SessionTags),
                row.GetBoolean(12)),
            row.IsDBNull(10) ? null : DateTimeOffset.FromUnixTimeSeconds(row.GetInt64(10)),
            !row.GetBoolean(11));
    }

    private static PrincipalArn Parse(string arn) => PrincipalArn.TryParse(arn)
        ?? throw new ArgumentException(
            string.Format(CultureInfo.InvariantCulture, "'{0}' is the ARN of neither an IAM user nor a role.", arn), nameof(arn));
}
