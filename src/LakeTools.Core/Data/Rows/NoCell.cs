namespace LakeTools.Core.Data.Rows;

/// <summary>The value of a row in a column that it does not have, for formats that distinguish it from null.</summary>
internal static class NoCell
{
    /// <summary>The value.</summary>
    public static object Value { get; } = new();
}
