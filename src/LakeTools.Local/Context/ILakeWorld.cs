using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.Context;

/// <summary>The accounts of one lake, which know of one another as far as their services ask.</summary>
internal interface ILakeWorld
{
    /// <summary>An account that is in the lake.</summary>
    /// <param name="session">Any transaction on the lake's store.</param>
    /// <param name="accountId">Twelve digits.</param>
    /// <returns>The context of its services; null if the account is not in the lake.</returns>
    LakeContext? Find(StoreSession session, string accountId);

    /// <summary>All accounts that are in the lake, the first one first.</summary>
    /// <param name="session">Any transaction on the lake's store.</param>
    IReadOnlyList<LakeContext> All(StoreSession session);

    /// <summary>The account that owns a bucket: the first one owns those of an earlier version, which do not say.</summary>
    /// <param name="session">Any transaction on the lake's store.</param>
    /// <param name="bucket">The bucket.</param>
    string OwnerOf(StoreSession session, Bucket bucket) => bucket.Owner ?? All(session)[0].AccountId;

    /// <summary>The organization that an account belongs to, and the units that hold it.</summary>
    /// <param name="session">Any transaction on the lake's store.</param>
    /// <param name="accountId">Twelve digits.</param>
    /// <returns>ARNs of AWS Organizations; none by default.</returns>
    IReadOnlyList<string> OrganizationsOf(StoreSession session, string accountId);
}
