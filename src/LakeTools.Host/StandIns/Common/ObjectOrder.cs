using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Orders values of any kind, as Sort-Object does: by PowerShell's comparison, else as text.</summary>
internal sealed class ObjectOrder(bool caseSensitive, CultureInfo culture) : IComparer<object?>
{
    public int Compare(object? x, object? y)
    {
        x = Bare(x);
        y = Bare(y);
        if (LanguagePrimitives.TryCompare(x, y, !caseSensitive, culture, out int order)) return order;
        return string.Compare(x?.ToString(), y?.ToString(), culture, caseSensitive ? CompareOptions.None : CompareOptions.IgnoreCase);
    }

    private static object? Bare(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    public static CultureInfo CultureOf(string? name) => string.IsNullOrEmpty(name)
        ? CultureInfo.CurrentCulture
        : int.TryParse(name, out int id) ? new CultureInfo(id) : new CultureInfo(name);
}
