namespace LakeTools;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Type">Its Hive type, such as <c>bigint</c> or <c>decimal(10,2)</c>.</param>
/// <param name="Comment">What somebody noted on it, or null.</param>
public sealed record GlueColumn(string Name, string Type, string? Comment = null)
{
    /// <summary>The column as New-GlueTable takes it.</summary>
    /// <returns><c>name:type</c>, or <c>name:type:comment</c>.</returns>
    public override string ToString() => Comment is null ? $"{Name}:{Type}" : $"{Name}:{Type}:{Comment}";
}
