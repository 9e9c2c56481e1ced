using LakeTools.Rules.Errors;

namespace LakeTools.Rules.Names;

/// <summary>Checks names of databases and tables before a call.</summary>
internal static class CatalogNames
{
    private const int MaximumLength = 255;
    private const int AccountLength = 12;

    /// <summary>The name as Glue keeps it: in lower case.</summary>
    /// <exception cref="LakeException"><c>CatalogNameInvalid</c>.</exception>
    public static string Check(string kind, string name)
    {
        var why = name.Length == 0 || string.IsNullOrWhiteSpace(name) ? "it is empty"
            : name.Length > MaximumLength ? $"it has {name.Length} characters, and at most {MaximumLength} are allowed"
            : name.Any(char.IsControl) ? "it has a control character"
            : name.AsSpan().IndexOfAny('*', '?') >= 0 ? "wildcards are not allowed for commands that make changes"
            : name.Contains('/', StringComparison.Ordinal) ? "it has a '/'"
            : null;
        return why is null ? name.ToLowerInvariant()
            : throw Fault.CatalogNameInvalid(name, kind, why);
    }

    /// <summary>The id of a catalog: an account's twelve digits, or those with the path of a catalog in it.</summary>
    /// <exception cref="LakeException"><c>CatalogIdInvalid</c>.</exception>
    public static string CheckId(string id) => IsId(id) ? id : throw Fault.CatalogIdInvalid(id);

    /// <summary>Returns whether a text has the form of a catalog's ID.</summary>
    public static bool IsId(string id) =>
        id.Length >= AccountLength && id.AsSpan(0, AccountLength).IndexOfAnyExceptInRange('0', '9') < 0
        && (id.Length == AccountLength || (id[AccountLength] == ':' && id.Length > AccountLength + 1));
}
