using System.Globalization;

namespace LakeTools.Local.SecretsManager;

/// <summary>An order in which the API lists secrets. Secrets with equal values are listed in the order of their creation.</summary>
/// <param name="SortBy">The API's word.</param>
/// <param name="Descending">Whether the last comes first.</param>
internal sealed record SecretOrder(string SortBy, bool Descending)
{
    /// <summary>By name.</summary>
    public static readonly SecretOrder ByName = new("name", Descending: false);

    /// <summary>The order as a token has it.</summary>
    public string Text => Descending ? SortBy + " desc" : SortBy;

    /// <summary>The sort order, in SQL. Each has an index.</summary>
    public string Expression => SortBy switch
    {
        "name" => "s.name",
        "last-changed-date" => "s.changed",
        "last-accessed-date" => "coalesce(s.accessed, 0)",
        _ => "s.created",
    };

    /// <summary>The value of that for a secret.</summary>
    public object KeyOf(SecretRecord secret) => SortBy switch
    {
        "name" => secret.Name,
        "last-changed-date" => secret.Changed,
        "last-accessed-date" => secret.Accessed ?? 0,
        _ => secret.Created,
    };

    /// <summary>Reads such a value.</summary>
    public bool TryReadKey(string text, out object key)
    {
        key = text;
        if (SortBy == "name") return true;
        var isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        key = number;
        return isNumber;
    }
}
