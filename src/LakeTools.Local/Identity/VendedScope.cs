namespace LakeTools.Local.Identity;

/// <summary>The scope in S3 of credentials vended by Lake Formation.</summary>
/// <param name="Prefixes">S3 URIs, such as <c>s3://bucket/path/</c>, under which objects may be reached.</param>
/// <param name="CanWrite">True if the grant covers writing.</param>
/// <param name="Account">The account whose registered locations they are: its role for a location is the one that reaches the objects.
/// Null in keys of an earlier version.</param>
internal sealed record VendedScope(IReadOnlyList<string> Prefixes, bool CanWrite, string? Account = null)
{
    /// <summary>Returns whether an access is within the scope.</summary>
    /// <param name="action">The action.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The key or the listed prefix.</param>
    public bool Covers(ObjectAction action, string bucket, string key)
    {
        if (action.Kind == ActionKind.Other || (action.Kind is ActionKind.Write or ActionKind.Delete && !CanWrite)) return false;
        var uri = $"s3://{bucket}/{key}";
        foreach (var given in Prefixes)
        {
            // A prefix represents a folder: s3://b/sales opens s3://b/sales/x and not s3://b/sales-old/x.
            var folder = given.EndsWith('/') ? given : given + "/";
            if (uri.StartsWith(folder, StringComparison.Ordinal)) return true;

            // The object of that very name; to list by it would show the names of s3://b/sales-old/ too.
            if (uri == given && action.Kind != ActionKind.List) return true;
        }

        return false;
    }
}
