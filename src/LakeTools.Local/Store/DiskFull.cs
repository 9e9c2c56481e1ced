using Microsoft.Data.Sqlite;

namespace LakeTools.Local.Store;

/// <summary>Tells failures to write for want of room on the disk from all others.</summary>
internal static class DiskFull
{
    private const int SqliteFull = 13;
    private const int SqliteCannotWrite = 778; // SQLITE_IOERR_WRITE
    private const int SqliteCannotGrowIndex = 4874; // SQLITE_IOERR_SHMSIZE

    /// <summary>
    /// The HResult values of .NET: on Windows of ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL, elsewhere errno: a file too large for
    /// its limit, no space left, and a quota used up, which has two numbers.
    /// </summary>
    private static readonly HashSet<int> s_results =
        OperatingSystem.IsWindows() ? [unchecked((int)0x80070070), unchecked((int)0x80070027)]
        : OperatingSystem.IsMacOS() ? [27, 28, 69]
        : [27, 28, 122];

    public static bool Is(Exception failure) => failure switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull
            || sqlite.SqliteExtendedErrorCode is SqliteCannotWrite or SqliteCannotGrowIndex,
        IOException => s_results.Contains(failure.HResult),

        // .NET's streams throw this if a file has reached its limit (EFBIG).
        ArgumentOutOfRangeException { ParamName: "value", TargetSite.DeclaringType.Namespace: "System.IO" } => true,
        _ => false,
    };
}
