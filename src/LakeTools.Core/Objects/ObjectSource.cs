using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;
using LakeTools.Rules.Text;

namespace LakeTools.Core.Objects;

/// <summary>What an address that may have wildcards means as the source of a copy, a download or a removal.</summary>
public sealed class ObjectSource
{
    /// <summary>Reads an address.</summary>
    /// <param name="uri">The address.</param>
    /// <exception cref="LakeException"><c>InvalidS3Uri</c>, <c>BucketNameInvalid</c>.</exception>
    public ObjectSource(string uri)
    {
        var parsed = S3Uri.Parse(uri);
        var pattern = new KeyPattern(parsed.Key);
        Key = pattern.Prefix;
        IsFolder = !pattern.HasWildcards && parsed.IsFolder;
        IsOne = !pattern.HasWildcards && !parsed.IsFolder;
        PrefixLength = IsOne ? Key.Length + 1 : Key.LastIndexOf('/') + 1;
    }

    /// <summary>The key, as far as there are no wildcards in it.</summary>
    public string Key { get; }

    /// <summary>True for all that lies in a folder or bucket.</summary>
    public bool IsFolder { get; }

    /// <summary>True for one object; where there is none, the folder of that name is meant.</summary>
    public bool IsOne { get; }

    /// <summary>How many characters of the keys of several objects belong to the folder that they lie in.</summary>
    public int PrefixLength { get; }

    /// <summary>The error of a folder without <c>-Recurse</c>.</summary>
    /// <param name="uri">The folder.</param>
    /// <param name="verb">What was to be done with it, such as <c>remove</c>.</param>
    /// <returns>The error <c>RecurseRequired</c>.</returns>
    public static LakeException RecurseRequired(string uri, string verb) =>
        Fault.RecurseRequired(uri, verb);
}
