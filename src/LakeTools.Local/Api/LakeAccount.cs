using LakeTools.Local.Context;
using LakeTools.Local.Store;

namespace LakeTools.Local.Api;

/// <summary>One account of a lake: its part of the store, and the services that answer for it.</summary>
/// <param name="Store">The store as the account sees it.</param>
/// <param name="Context">The context of its services.</param>
/// <param name="Services">Its services besides S3, by signing name.</param>
internal sealed record LakeAccount(LakeStore Store, LakeContext Context, IReadOnlyDictionary<string, JsonApi> Services);
