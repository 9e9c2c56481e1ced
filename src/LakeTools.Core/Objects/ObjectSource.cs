using System.Runtime.CompilerServices;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Objects;

/// <summary>
/// The objects of a URI. With wildcards: those that match. With a trailing slash or no key: all in the folder. Otherwise the
/// one object, or what is in the folder of that name. Where no key matches the wildcards, the object or folder with these very
/// characters is meant.
/// </summary>
public sealed class ObjectSource
{
    private readonly S3Uri _uri;
    private readonly LakeObject? _found;
    private KeyPattern? _pattern;

    /// <summary>Reads an address.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="isLiteral">True if no character of it is a wildcard.</param>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>.</exception>
    public ObjectSource(string uri, bool isLiteral = false)
    {
        Address = uri;
        _uri = S3Uri.Parse(uri);
        Key = _uri.Key;
        if (isLiteral) return;
        var pattern = new KeyPattern(Key);
        Key = pattern.Prefix;
        if (pattern.HasWildcards) _pattern = pattern;
    }

    /// <summary>The URI of an object that was found. No character of its key is a wildcard.</summary>
    /// <param name="item">The object.</param>
    public ObjectSource(LakeObject item)
    {
        Address = item.Uri;
        _uri = new S3Uri(item.Bucket, item.Key);
        Key = item.Key;
        _found = item;
    }

    /// <summary>The address as it was given.</summary>
    public string Address { get; }

    /// <summary>The bucket.</summary>
    public string Bucket => _uri.Bucket;

    /// <summary>The key, or the common prefix of the keys.</summary>
    public string Key { get; private set; }

    /// <summary>True if wildcards are used. Whether a key matches is known when the objects are listed.</summary>
    public bool HasWildcards => _pattern is not null;

    /// <summary>True for all objects in a folder or bucket.</summary>
    public bool IsFolder => !HasWildcards && _found is null && new S3Uri(Bucket, Key).IsFolder;

    /// <summary>The folder of the objects. For one object, the folder with the name of its key.</summary>
    public string Folder => HasWildcards || IsFolder ? Key[..(Key.LastIndexOf('/') + 1)] : Key + "/";

    /// <summary>Returns whether an object is the named one, and not one in the folder of that name.</summary>
    /// <param name="item">An object that was found.</param>
    /// <returns>True if it is.</returns>
    public bool IsNamed(LakeObject item) => !HasWildcards && !IsFolder && item.Key == Key;

    /// <summary>Refuses a folder without <c>-Recurse</c>.</summary>
    /// <param name="recurse">True if it was given.</param>
    /// <param name="verb">The action, such as <c>remove</c>.</param>
    /// <param name="item">An object that was found. Null if none was.</param>
    /// <exception cref="LakeException"><c>RecurseRequired</c>.</exception>
    public void RequireRecurse(bool recurse, string verb, LakeObject? item = null)
    {
        if (recurse || HasWildcards || (item is null ? !IsFolder : IsNamed(item))) return;
        throw Fault.RecurseRequired(Address, verb);
    }

    /// <summary>Finds the objects.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The objects by key, page by page. With wildcards or a slash, no object is not an error.</returns>
    /// <exception cref="LakeException"><c>ObjectNotFound</c>, <c>BucketNotFound</c>.</exception>
    public async IAsyncEnumerable<LakeObject> FindAsync(LakeConnection connection,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFound = false;
        if (_found is not null)
        {
            yield return _found;
            yield break;
        }

        if (_pattern is { } pattern)
        {
            await foreach (var item in ObjectListing.ListAsync(connection.Clients.S3, Bucket, Key, cancellationToken).ConfigureAwait(false))
            {
                if (!pattern.IsMatch(item.Key)) continue;
                isFound = true;
                yield return item;
            }

            if (isFound) yield break;
            (_pattern, Key, isFound) = (null, _uri.Key, true);
        }

        if (!IsFolder)
        {
            var uri = new S3Uri(Bucket, Key);
            if (await ObjectListing.GetAsync(connection, uri, cancellationToken).ConfigureAwait(false) is { } only)
            {
                yield return only;
                yield break;
            }
        }

        isFound |= IsFolder;
        await foreach (var item in ObjectListing.ListAsync(connection.Clients.S3, Bucket, Folder, cancellationToken).ConfigureAwait(false))
        {
            isFound = true;
            yield return item;
        }

        if (!isFound) throw ObjectListing.NotFound(Address);
    }
}
