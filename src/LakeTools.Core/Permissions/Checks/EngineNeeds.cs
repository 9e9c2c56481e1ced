namespace LakeTools.Core.Permissions.Checks;

/// <summary>What an engine needs, and what it carries out, from AWS's pages on each.</summary>
/// <param name="Actions">What the principal must be allowed on the work group of Athena; none for engines that run elsewhere.</param>
/// <param name="Source">The page on its rights.</param>
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

    /// <summary>What every engine asks the Data Catalog for a table.</summary>
    public static IReadOnlyList<string> CatalogActions { get; } = ["glue:GetDatabase", "glue:GetTable", "glue:GetPartitions"];

    /// <summary>What a reader of objects needs on them.</summary>
    public const string ReadObject = "s3:GetObject";

    /// <summary>What a reader of objects needs on their bucket.</summary>
    public const string ListObjects = "s3:ListBucket";

    /// <summary>The needs of an engine.</summary>
    public static EngineNeeds Of(AccessEngine engine) => s_all[engine];

    /// <summary>
    /// Whether an engine carries out what restricts columns or rows of a table (developer guide, working with other AWS services).
    /// </summary>
    /// <param name="engine">The engine.</param>
    /// <param name="table">The table, for its format.</param>
    /// <param name="isRestricted">Whether columns or rows are closed to the principal.</param>
    /// <returns>Passed, Failed or Unknown, with a sentence.</returns>
    public static (AccessCheckStatus Status, string Text) Carries(AccessEngine engine, GlueTable table, bool isRestricted) => engine switch
    {
        AccessEngine.RedshiftSpectrum when IsNativeDelta(table) =>
            (AccessCheckStatus.Failed, "Redshift Spectrum reads Delta tables by their symlink manifests alone, and this is a native one."),
        _ when !isRestricted => (AccessCheckStatus.NotNeeded, "Nothing restricts the columns or rows."),
        AccessEngine.Glue when table.Format is "Delta" or "Hudi" =>
            (AccessCheckStatus.Failed, $"Glue carries out no restrictions of columns or rows on {table.Format} tables."),
        AccessEngine.Glue => (AccessCheckStatus.Unknown,
            "Glue 5.0 or higher carries out restrictions of columns and rows. Which version a job has is not known here: "
                + "Get-LakeGlueJob shows it."),
        AccessEngine.Emr => (AccessCheckStatus.Passed,
            "Apache Spark on EMR 6.15.0 or higher carries out restrictions of columns and rows; Apache Hive does not those of rows."),
        _ => (AccessCheckStatus.Passed, $"{engine} carries out restrictions of columns and rows."),
    };

    private static bool IsNativeDelta(GlueTable table) =>
        table.Format == "Delta" && table.InputFormat?.EndsWith(Symlink, StringComparison.Ordinal) != true;
}
