namespace LakeTools.Core.Data.Rows;

/// <summary>What a row has in a column that is none of its own, where a form tells that from null.</summary>
internal static class NoCell
{
    /// <summary>The value.</summary>
    public static object Value { get; } = new();
}
