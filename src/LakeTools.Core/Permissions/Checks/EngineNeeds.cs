namespace LakeTools.Core.Permissions.Checks;

/// <summary>The needs and restrictions of each engine, from the AWS documentation.</summary>
/// <param name="Actions">The actions that the principal needs on the Athena work group. None for other engines.</param>
/// <param name="Source">The page on its permissions.</param>
internal sealed record EngineNeeds(IReadOnlyList<string> Actions, string Source)
{
    private const string Symlink = "SymlinkTextInputFormat";

    private static readonly Dictionary<AccessEngine, EngineNeeds> s_all = new()
    {
        [AccessEngine.Athena] = new(
            ["athena:StartQueryExecution", "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup"],
            CheckSource.Athena),
        [AccessEngine.Glue] = new([], CheckSource.Glue),
        [AccessEngine.RedshiftSpectrum] = new([], CheckSource.Redshift),
        [AccessEngine.Emr] = new([], CheckSource.Emr),
    };

    /// <summary>The calls of every engine to the Data Catalog about a database.</summary>
    public static IReadOnlyList<string> DatabaseActions { get; } = ["glue:GetDatabase"];

    /// <summary>The calls of every engine to the Data Catalog about a table.</summary>
    public static IReadOnlyList<string> TableActions { get; } = ["glue:GetTable", "glue:GetPartitions"];

    /// <summary>The actions to read objects.</summary>
    public const string ReadObject = "s3:GetObject";

    /// <summary>The actions on the bucket to read objects.</summary>
    public const string ListObjects = "s3:ListBucket";

    /// <summary>The needs of an engine.</summary>
    public static EngineNeeds Of(AccessEngine engine) => s_all[engine];

    /// <summary>
    /// Whether an engine enforces restrictions on columns or rows of a table (developer guide, working with other AWS services).
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="table">The table, for its format.</param>
    /// <param name="isRestricted">Whether the principal may not read some columns or rows.</param>
    /// <returns>Passed, Failed or Unknown, with a sentence.</returns>
    public static (AccessCheckStatus Status, string Text) Carries(AccessEngine engine, GlueTable table, bool isRestricted) => engine switch
    {
        AccessEngine.RedshiftSpectrum when IsNativeDelta(table) =>
            (AccessCheckStatus.Failed, "Redshift Spectrum reads Delta Lake tables only through symlink manifests, "
                + "and this is a native Delta Lake table."),
        _ when !isRestricted => (AccessCheckStatus.NotNeeded, "Nothing restricts the columns or rows."),
        AccessEngine.Glue when table.Format is "Delta" or "Hudi" =>
            (AccessCheckStatus.Failed, $"Glue does not apply restrictions of columns or rows to {table.Format} tables."),
        AccessEngine.Glue => (AccessCheckStatus.Unknown,
            "Glue 5.0 or later applies restrictions of columns and rows. The version of the job is not known: "
                + "Get-LakeGlueJob shows it."),
        AccessEngine.Emr => (AccessCheckStatus.Passed,
            "Apache Spark on EMR 6.15.0 or later applies restrictions of columns and rows; "
                + "Apache Hive does not apply restrictions of rows."),
        _ => (AccessCheckStatus.Passed, $"{engine} applies restrictions of columns and rows."),
    };

    private static bool IsNativeDelta(GlueTable table) =>
        table.Format == "Delta" && table.InputFormat?.EndsWith(Symlink, StringComparison.Ordinal) != true;
}
