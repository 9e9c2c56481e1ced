using LakeTools.Local.Store;

namespace LakeTools.Local.Identity;

/// <summary>
/// Decides whether a caller may reach objects: the seam between S3, which stores them, and Lake Formation, which guards them.
/// </summary>
internal interface IObjectAuthorizer
{
    /// <summary>Returns whether the caller may do that.</summary>
    /// <param name="session">The store, for registered locations, settings and role policies.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="action">The action.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="key">The key; of an action on the bucket the listed prefix, which may be empty.</param>
    /// <returns>True if it is allowed.</returns>
    bool IsAllowed(StoreSession session, Caller caller, ObjectAction action, string bucket, string key);

    /// <summary>The keys that a list excludes for the caller, whose prefix may be above a registered location.</summary>
    /// <param name="session">The store.</param>
    /// <param name="caller">The caller, who may list the prefix itself.</param>
    /// <param name="action">The action of the list.</param>
    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">The list's prefix; may be empty.</param>
    ClosedKeys ClosedTo(StoreSession session, Caller caller, ObjectAction action, string bucket, string prefix);
}
