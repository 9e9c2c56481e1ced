using System.Management.Automation;

namespace LakeTools.Cmdlets;

/// <summary>Tells views from tables.</summary>
internal static class PipedView
{
    /// <summary>Whether a piped table is a view. A view of several engines has its queries by dialect, and no text of its own.</summary>
    /// <param name="table">What Get-GlueTable returned.</param>
    public static bool Is(PSObject table)
    {
        object? Value(string name) => table.Properties[name]?.Value;
        return Value(nameof(GlueTable.ViewOriginalText)) is string { Length: > 0 }
            || "VIRTUAL_VIEW".Equals(Value(nameof(GlueTable.TableType)) as string, StringComparison.OrdinalIgnoreCase)
            || LanguagePrimitives.GetEnumerable(Value(nameof(GlueTable.ViewDialect)))?.Cast<object>().Any() == true;
    }
}
