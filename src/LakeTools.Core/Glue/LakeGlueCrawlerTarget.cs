namespace LakeTools;

/// <summary>One thing that a crawler looks through.</summary>
/// <param name="Kind">S3, Jdbc, MongoDB, DynamoDB, Catalog, Delta, Iceberg or Hudi.</param>
/// <param name="Path">Its address: a folder in S3, a path in a database, a table (<c>database.table</c> for Catalog).</param>
/// <param name="ConnectionName">The connection that it is reached by; null if there is none.</param>
/// <param name="Exclusion">Patterns of what is left out.</param>
public sealed record LakeGlueCrawlerTarget(string Kind, string Path, string? ConnectionName, IReadOnlyList<string> Exclusion)
{
    /// <summary>The kind and the path.</summary>
    /// <returns>The address alone where it says what it is.</returns>
    public override string ToString() => Kind == "S3" ? Path : $"{Kind}: {Path}";
}
