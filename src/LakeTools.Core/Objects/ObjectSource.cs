using System.Runtime.CompilerServices;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Objects;

/// <summary>
/// The objects that an address means: with wildcards, those that match; with a slash at its end or no key, all that lie in it; else the
/// one object, or what lies in the folder of that name. Where no key matches the wildcards, the object or folder with these very
/// characters is meant.
/// </summary>
public sealed class ObjectSource
{
    private readonly S3Uri _uri;
    private readonly LakeObject? _found;
    private KeyPattern? _pattern;

    /// <summary>Reads an address.</summary>
    /// <param name="uri">The address.</param>
    /// <param name="isLiteral">True where no character of it is a wildcard.</param>
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

    /// <summary>Takes an object that was found: it means itself, whatever characters its key has.</summary>
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

    /// <summary>The key, or what every key that is meant begins with.</summary>
    public string Key { get; private set; }

    /// <summary>True where wildcards count. Once the objects come, it is known whether any key matched them.</summary>
    public bool HasWildcards => _pattern is not null;

    /// <summary>True for all that lies in a folder or bucket.</summary>
    public bool IsFolder => !HasWildcards && _found is null && new S3Uri(Bucket, Key).IsFolder;

    /// <summary>The folder that the objects lie in; of one object, what follows its key and a slash.</summary>
    public string Folder => HasWildcards || IsFolder ? Key[..(Key.LastIndexOf('/') + 1)] : Key + "/";

    /// <summary>Tells whether an object is the one that was named, and not one of several below.</summary>
    /// <param name="item">An object that was found.</param>
    /// <returns>True where it is.</returns>
    public bool IsNamed(LakeObject item) => !HasWildcards && !IsFolder && item.Key == Key;

    /// <summary>Refuses a folder without <c>-Recurse</c>.</summary>
    /// <param name="recurse">True where it was given.</param>
    /// <param name="verb">What was to be done, such as <c>remove</c>.</param>
    /// <param name="item">An object that was found; null before any was.</param>
    /// <exception cref="LakeException"><c>RecurseRequired</c>.</exception>
    public void RequireRecurse(bool recurse, string verb, LakeObject? item = null)
    {
        if (recurse || HasWildcards || (item is null ? !IsFolder : IsNamed(item))) return;
        throw Fault.RecurseRequired(Address, verb);
    }

    /// <summary>Finds the objects.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    /// <returns>The objects by key, page by page. None is no error where there are wildcards or a slash.</returns>
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
