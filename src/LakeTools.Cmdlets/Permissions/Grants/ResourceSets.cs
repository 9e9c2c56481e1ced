namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// The parameter sets of the commands on permissions. <see cref="Any"/> is the default one and has every parameter, because objects of the
/// pipeline have a property for each; so PowerShell takes it always. The others are there to be read, in Get-Command -Syntax and in
/// Get-Help: they show which parameters belong together. A mandatory parameter of a set still accepts null and the empty text:
/// objects of the pipeline have properties that are empty, and a mandatory parameter would refuse them.
/// </summary>
internal static class ResourceSets
{
    /// <summary>Whatever an object or the parameters name.</summary>
    public const string Any = nameof(Any);

    /// <summary>The catalog itself.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>A database.</summary>
    public const string Database = nameof(Database);

    /// <summary>A table, or all tables.</summary>
    public const string Table = nameof(Table);

    /// <summary>Columns of a table.</summary>
    public const string Column = nameof(Column);

    /// <summary>A data cells filter of a table.</summary>
    public const string DataFilter = nameof(DataFilter);

    /// <summary>A location in S3.</summary>
    public const string DataLocation = nameof(DataLocation);

    /// <summary>An LF-Tag.</summary>
    public const string Tag = nameof(Tag);

    /// <summary>Whatever has LF-Tags.</summary>
    public const string TagExpression = nameof(TagExpression);

    /// <summary>Whatever is granted on a location and below it.</summary>
    public const string Path = nameof(Path);

    /// <summary>A catalog, database or table by its ARN.</summary>
    public const string ResourceArn = nameof(ResourceArn);
}
