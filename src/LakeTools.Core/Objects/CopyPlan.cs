using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Objects;

/// <summary>
/// Maps objects to copies. In a folder (a URI that ends with a slash, or a bucket) objects are copied
/// with their names, or with their paths below the source folder. Otherwise one object has one copy. The list is
/// complete before the first copy, so a folder can be copied into itself.
/// </summary>
/// <param name="destination">The destination.</param>
public sealed class CopyPlan(S3Uri destination)
{
    private readonly List<CopyItem> _items = [];
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);

    /// <summary>The objects to copy, in the order in which they were added.</summary>
    public IReadOnlyList<CopyItem> Items => _items;

    /// <summary>Adds an object under its name.</summary>
    /// <param name="item">The object.</param>
    /// <exception cref="LakeException"><c>DestinationAmbiguous</c>, <c>CopyOntoItself</c>, <c>InvalidS3Uri</c>.</exception>
    public void Add(LakeObject item) =>
        Add(item, destination.IsFolder ? destination.Append(new S3Uri(item.Bucket, item.Key).Name) : destination);

    /// <summary>Adds one of several objects, with its key after a prefix.</summary>
    /// <param name="item">The object.</param>
    /// <param name="prefixLength">The length of the prefix.</param>
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
