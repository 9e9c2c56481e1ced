namespace LakeTools.Local.S3.Settings;

/// <summary>A grant of an access control list.</summary>
/// <param name="Type"><c>CanonicalUser</c> or <c>Group</c>.</param>
/// <param name="Grantee">The user's id or the group's URI.</param>
/// <param name="Permission">Such as <c>READ</c>.</param>
internal sealed record AclGrant(string Type, string Grantee, string Permission);
