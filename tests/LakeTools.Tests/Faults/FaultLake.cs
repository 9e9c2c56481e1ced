using System.Data.Common;
using System.Management.Automation;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Faults;

/// <summary>
/// A lake that the built module works on in this process, in a runspace of its own, as a user does.
/// Its state can be read, and set back, through its file, as a second process would.
/// </summary>
public sealed partial class FaultLake : IDisposable
{
    private const string Module = "LakeTools.psd1";

    // Keys are made whenever somebody connects; the rest of a part's bookkeeping is no state. Events and queries are records of what was
    // done, with times of their own: a try more leaves one more.
    private static readonly string[] s_notState =
    [
        "identity_key", "store_part", "lake_setting", "sqlite_sequence", "s3_garbage", "logs_group", "logs_stream", "logs_event",
        "cloudtrail_event", "athena_query",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly PwshSession _session;
    private readonly DbConnection _store;
    private readonly List<string> _tables;
    private readonly Dictionary<string, byte[]> _files;
    private long _version;

    /// <summary>Makes the lake and fills it.</summary>
    public FaultLake()
    {
        Directory.CreateDirectory(Work);
        _session = new PwshSession();
        _session.Invoke("param($module, $folder, $work) Import-Module $module; "
            + "Connect-Lake -Local $folder", Path.Combine(Repository.Module, Module),
            Lake, Work);
        var seeded = Run($"$work = '{Work}'; $folder = '{Lake}'; $null = & {{ {CmdletCases.Seed} }}");
        if (seeded.Errors.Count > 0) throw new InvalidOperationException("The lake was not filled: " + string.Join("; ", seeded.Errors));
        _store = (DbConnection)Activator.CreateInstance(SqliteOfModule(), $"Data Source={Path.Combine(Lake, "lake.db")};Pooling=False")!;
        _store.Open();
        Execute("UPDATE glue_job_run SET message = NULL, state = CASE job_name WHEN 'ran' THEN 'SUCCEEDED' ELSE 'RUNNING' END");
        var template = Path.Combine(_folder.Path, "template.db");
        Execute($"PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; VACUUM INTO '{template}'; ATTACH '{template}' AS template");
        _tables = [.. Column("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'").Except(s_notState)];
        _files = Files().ToDictionary(file => file, File.ReadAllBytes);
        Reset();
    }

    private string Lake => Path.Combine(_folder.Path, "lake");

    private string Work => Path.Combine(_folder.Path, "work");

    /// <summary>The names of the module's cmdlets.</summary>
    public IReadOnlyList<string> Cmdlets() => Run("(Get-Module LakeTools).ExportedCmdlets.Keys").Output;

    /// <summary>Runs a line on a connection with a fault.</summary>
    /// <param name="line">The line.</param>
    /// <param name="fault">The hashtable of -Fault, as it is typed; null for none.</param>
    /// <returns>What came of it.</returns>
    public FaultRun Run(string line, string? fault = null)
    {
        var start = Environment.TickCount64;
        var connect = fault is null ? "" : $"$lake = Connect-Lake -Local '{Lake}' -PassThru -Fault {fault}; ";
        var said = _session.Invoke($$"""
            $ErrorActionPreference = 'Continue'; $WarningPreference = $VerbosePreference = $InformationPreference = 'SilentlyContinue'
            {{connect}}$said = @(& { trap { $_; continue } {{line}} } 2>&1)
            [pscustomobject]@{ Faults = if ($lake) { $lake.FaultCount } else { 0 }; Said = $said }
            """)[^1];
        var errors = ((object[])said.Properties["Said"].Value).Select(item => item is PSObject wrapped ? wrapped.BaseObject : item)
            .ToLookup(item => item is ErrorRecord);
        return new FaultRun(errors[false].Select(item => item?.ToString() ?? "").ToList(), errors[true].Cast<ErrorRecord>()
            .ToList(), (int)said.Properties["Faults"].Value, Environment.TickCount64 - start);
    }

    /// <summary>Says whether anything was written since the lake was last set back.</summary>
    public bool HasChanged() => (long)Scalar("PRAGMA data_version") != _version;

    /// <summary>All that the lake keeps, a row a line, without what differs from time to time.</summary>
    /// <param name="isCounted">True to leave out how many versions there are of a thing.</param>
    public string State(bool isCounted = false)
    {
        var rows = _tables.Where(table => !isCounted || !table.EndsWith("_version", StringComparison.Ordinal))
            .SelectMany(table => Rows(table, isCounted)).Order(StringComparer.Ordinal);
        return string.Join('\n', isCounted ? rows.Distinct() : rows);
    }

    /// <summary>Sets the lake back to what it was filled with.</summary>
    public void Reset()
    {
        var copies = _tables.Concat(["s3_garbage", "logs_group", "logs_stream", "logs_event"])
            .Select(table => $"DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM template.{table}");
        if (_version == 0 || HasChanged()) Execute($"BEGIN IMMEDIATE; {string.Join("; ", copies)}; COMMIT");
        foreach (var left in Files().Where(file => !_files.ContainsKey(file))) File.Delete(left);
        foreach (var (file, content) in _files)
            if (!File.Exists(file) || new FileInfo(file).Length != content.Length) File.WriteAllBytes(file, content);
        _version = (long)Scalar("PRAGMA data_version");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _store.Dispose();
        _session.Dispose();
        _folder.Dispose();
    }

    /// <summary>The module's own SQLite: two copies of the library in one process undo each other's locks.</summary>
    private static Type SqliteOfModule() => AssemblyLoadContext.All.SelectMany(context => context.Assemblies)
        .Single(assembly => assembly.GetName().Name == "Microsoft.Data.Sqlite"
            && assembly.Location.StartsWith(Repository.Module, StringComparison.Ordinal))
        .GetType("Microsoft.Data.Sqlite.SqliteConnection", throwOnError: true)!;

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).Contains(".db", StringComparison.Ordinal)
            && !file.EndsWith(".lock", StringComparison.Ordinal)); // what the lake holds open

    private IEnumerable<string> Rows(string table, bool isCounted)
    {
        using var command = _store.CreateCommand();
        command.CommandText = $"SELECT * FROM main.{table}";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount)
                .Select(i => isCounted && reader.GetName(i) == "version"
                ? "~" : Value(table, reader.GetName(i), reader.GetValue(i), isCounted)));
    }

    private static string Value(string table, string column, object value, bool isCounted) => value switch
    {
        _ when column is "accessed" or "completed" or "message" => "~",
        DBNull => "null",
        byte[] => "bytes",
        string when isCounted && table is "glue_job_run" && column is "state" => "~", // runs go on by themselves
        // A crawler counts its changes within its own record.
        string text when isCounted && table is "glue_record" => Differing().Replace(CrawlerVersion().Replace(text, "~"), "~"),
        long when column is "id" or "secret_id" or "number" or "execution_seconds" => "id",
        long time when time > 1_000_000_000 => "time",
        _ => Differing().Replace(value.ToString()!, "~"),
    };

    [GeneratedRegex("\"Version\":[0-9]+")]
    private static partial Regex CrawlerVersion();

    [GeneratedRegex("""
        [0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{64}|
        (?<=vpce-|eni-|jr_)[0-9a-f]+|(?<=:secret:\w+-)\w{6}|\bAROA\w+|\b1\d{9}(\d{3})?(\.\d+)?\b|\d{4}-\d\d-\d\dT[\d:.]+
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Differing();

    private void Execute(string sql)
    {
        using var command = _store.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private object Scalar(string sql)
    {
        using var command = _store.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!;
    }

    private List<string> Column(string sql)
    {
        using var command = _store.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read()) names.Add(reader.GetString(0));
        return names;
    }
}
