using LakeTools.Local.Store;
using LakeTools.Rules.Access;
using LakeTools.Rules.Resources;
using Microsoft.Data.Sqlite;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A location that is registered with Lake Formation.</summary>
/// <param name="Arn">Its ARN, without a slash at its end.</param>
/// <param name="RoleArn">The role that Lake Formation takes to reach it.</param>
/// <param name="IsHybrid">Whether IAM alone still opens it to callers who did not opt in.</param>
/// <param name="WithFederation">A flag that is kept.</param>
/// <param name="WithPrivilegedAccess">A flag that is kept.</param>
/// <param name="Owner">The account that is expected to own the bucket, or null.</param>
/// <param name="Modified">Milliseconds since 1970.</param>
internal sealed record LakeLocationRecord(string Arn, string RoleArn, bool IsHybrid, bool WithFederation, bool WithPrivilegedAccess,
    string? Owner, long Modified);

/// <summary>The registered locations.</summary>
internal static class Locations
{
    private const string Columns = "arn, role_arn, hybrid, federation, privileged, owner, modified";

    public static LakeLocationRecord? Find(StoreSession session, string arn) =>
        session.First($"SELECT {Columns} FROM lf_location WHERE arn = ?1", Read, arn);

    /// <summary>
    /// The registered location that holds a place: the nearest of it and its parents. The lake has one S3 for all partitions.
    /// </summary>
    public static LakeLocationRecord? Covering(StoreSession session, string location)
    {
        foreach (var arn in DataLocation.SelfAndParents(S3Location.ToArn(S3Location.ToUri(location), LakeHome.Embedded.Partition)))
            if (Find(session, arn) is { } found) return found;
        return null;
    }

    /// <summary>
    /// Whether Lake Formation guards a table's data for a caller: its place is registered, and in hybrid mode the caller is opted in
    /// on the table.
    /// </summary>
    public static bool Guards(StoreSession session, string? location, LakeRights rights) =>
        location is not null && Covering(session, location) is { } covering && (!covering.IsHybrid || rights.IsOptedIn);

    public static List<LakeLocationRecord> After(StoreSession session, string arn, int count) =>
        session.Query($"SELECT {Columns} FROM lf_location WHERE arn > ?1 ORDER BY arn LIMIT {count}", Read, arn);

    /// <summary>The registered locations of a bucket: the whole of it, or prefixes.</summary>
    public static List<LakeLocationRecord> In(StoreSession session, string bucket) => session.Query(
        $"SELECT {Columns} FROM lf_location WHERE arn = ?1 OR (arn > ?2 AND arn < ?3) ORDER BY arn",
        Read, $"arn:aws:s3:::{bucket}", $"arn:aws:s3:::{bucket}/", $"arn:aws:s3:::{bucket}0"); // '0' follows '/'

    public static void Save(StoreSession session, LakeLocationRecord location) => session.Execute(
        $"INSERT OR REPLACE INTO lf_location ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        location.Arn, location.RoleArn, location.IsHybrid ? 1 : 0, location.WithFederation ? 1 : 0, location.WithPrivilegedAccess
            ? 1 : 0, location.Owner, location.Modified);

    public static bool Remove(StoreSession session, string arn) => session.Execute("DELETE FROM lf_location WHERE arn = ?1", arn) > 0;

    private static LakeLocationRecord Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt64(2) != 0, row.GetInt64(3) != 0, row.GetInt64(4) != 0, row.IsDBNull(5)
            ? null : row.GetString(5), row.GetInt64(6));
}
