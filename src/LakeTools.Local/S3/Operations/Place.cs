namespace LakeTools.Local.S3.Operations;

/// <summary>A place in a list, after which it continues.</summary>
/// <param name="Key">A key.</param>
/// <param name="Rank">The rank of a version. The versions that follow: all with the smallest number, none with the greatest.</param>
internal readonly record struct Place(string Key, long Rank)
{
    /// <summary>Before whatever has that key.</summary>
    public static Place Before(string key) => new(key, long.MinValue);

    /// <summary>After all that has that key.</summary>
    public static Place After(string key) => new(key, long.MaxValue);
}
