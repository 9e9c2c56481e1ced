using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>
/// Decides which object becomes which copy. Into a folder (an address that ends with a slash, or a bucket) objects go
/// under their names, or under what follows the folder that was asked for; else one object becomes the one copy. It is
/// whole before anything is copied, so that a folder can be copied into itself.
/// </summary>
/// <param name="destination">Where to copy to.</param>
public sealed class CopyPlan(S3Uri destination)
{
    private readonly List<CopyItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>What to copy, in the order in which it was added.</summary>
    public IReadOnlyList<CopyItem> Items => _items;

    /// <summary>Adds an object under its name.</summary>
    /// <param name="item">The object.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>CopyOntoItself</c>, <c>InvalidS3Uri</c>.</exception>
    public void Add(LakeObject item) =>
        Add(item, destination.IsFolder ? destination.Append(new S3Uri(item.Bucket, item.Key).Name) : destination);

    /// <summary>Adds an object of several, under what follows a prefix of its key.</summary>
    /// <param name="item">The object.</param>
    /// <param name="prefixLength">How many characters of its key are left out.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>CopyOntoItself</c>, <c>InvalidS3Uri</c>.</exception>
    public void AddBelow(LakeObject item, int prefixLength) => Add(item, destination.Append(item.Key[prefixLength..]));

    private void Add(LakeObject item, S3Uri to)
    {
        to.Check();
        if (to.Bucket == item.Bucket && to.Key == item.Key)
            throw Fault.CopyOntoItself(item, item.Uri);
        if (!_sources.TryAdd(to.Key, item.Uri))
        {
            throw Fault.DestinationAmbiguous(item, _sources[to.Key], item.Uri, to);
        }

        _items.Add(new CopyItem(item, to));
    }
}
