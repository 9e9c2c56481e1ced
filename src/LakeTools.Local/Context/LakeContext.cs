using LakeTools.Local.Identity;
using LakeTools.Local.S3.Storage;
using LakeTools.Local.Store;

namespace LakeTools.Local.Context;

/// <summary>What every service of one lake knows.</summary>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="Region">Such as <c>us-east-1</c>.</param>
/// <param name="Folder">The lake's folder, absolute.</param>
/// <param name="Clock">Now; tests bring their own.</param>
internal sealed record LakeContext(string AccountId, string Region, string Folder, TimeProvider Clock)
{
    private LakeCipher? _cipher;
    private IdentityStore? _identity;
    private ObjectStore? _objects;

    /// <summary>Seals secrets at rest.</summary>
    public LakeCipher Cipher => _cipher ??= LakeCipher.Open(Folder);

    /// <summary>The keys that the lake accepts; issues those of sessions and of vended credentials.</summary>
    public IdentityStore Identity => _identity ??= new IdentityStore(Clock, () => Cipher);

    /// <summary>The objects of S3, for services that read them.</summary>
    public ObjectStore Objects => _objects ??= new ObjectStore(Folder);

    /// <summary>Starts the loopback server where it does not run yet, and says where it listens.</summary>
    public Func<Uri> StartServer { get; init; } = static () => throw new InvalidOperationException("This lake has no server.");
}
