using LakeTools.Tests.Shell;
using Xunit;

namespace LakeTools.Tests.Data;

/// <summary>What only whole processes show: which libraries they load, and what is left of an export whose process was killed.</summary>
public sealed class DataProcessTests : IDisposable
{
    private const int FileLimit = 6 * 1024; // KiB; a part of an upload has 8 MiB

    private readonly string _lake = Path.Combine(Path.GetTempPath(), $"laketools-{Guid.NewGuid():N}");

    private string Begin => $"Import-Module '{Path.Combine(Repository.Root, "out", "LakeTools")}'; Connect-Lake -Local '{_lake}'; ";

    public void Dispose()
    {
        if (Directory.Exists(_lake)) Directory.Delete(_lake, recursive: true);
    }

    [Fact]
    public async Task Libraries_are_loaded_with_the_first_file_that_needs_them()
    {
        const string Loaded = "'loaded:' + (([AppDomain]::CurrentDomain.GetAssemblies().ForEach{ $_.GetName().Name } -match "
            + "'^(Parquet|ZstdSharp|Snappier)$' | Sort-Object) -join ' '); ";
        var end = await RunAsync("$null = New-LakeBucket load-tests; @{ a = 1 } | Export-LakeData s3://load-tests/a.csv; "
            + "$null = Import-LakeData s3://load-tests/a.csv; "
            + "@{ a = 1 } | Export-LakeData s3://load-tests/a.json.gz; $null = Import-LakeData s3://load-tests/a.json.gz; " + Loaded
            + "@{ a = 1 } | Export-LakeData s3://load-tests/a.json.zst; " + Loaded
                + "@{ a = 1 } | Export-LakeData s3://load-tests/a.parquet; " + Loaded);
        Assert.Equal(["loaded:", "loaded:ZstdSharp", "loaded:Parquet Snappier ZstdSharp"], end);
    }

    [Theory]
    [InlineData("Csv")]
    [InlineData("Parquet")]
    public async Task A_process_killed_within_its_rows_leaves_the_old_ones(string format)
    {
        await RunAsync("$null = New-LakeBucket kill-tests; $null = New-GlueDatabase kill_tests -LocationUri s3://kill-tests/; "
            + $"1..3 | ForEach-Object {{ [pscustomobject]@{{ v = $_ }} }} | "
                + $"Export-LakeData -DatabaseName kill_tests -TableName t -CreateTable -Format {format}");

        // The last row never comes: the process waits for a line that nobody writes.
        await KillAtAsync("1..20000 | ForEach-Object { [pscustomobject]@{ v = $_ } } -End { [Console]::WriteLine('now'); "
            + "[Console]::ReadLine(); } | "
            + "Export-LakeData -DatabaseName kill_tests -TableName t -Mode Overwrite");
        Assert.Equal(["1 2 3"], await RunAsync("(Import-LakeData -DatabaseName kill_tests -TableName t).v -join ' '"));
        Assert.Equal(["7"], await RunAsync(
            "[pscustomobject]@{ v = 7 } | Export-LakeData -DatabaseName kill_tests -TableName t -Mode Overwrite; "
            + "(Import-LakeData -DatabaseName kill_tests -TableName t).v -join ' '"));
    }

    [Fact]
    public async Task A_process_killed_as_it_ends_leaves_the_old_rows_or_the_new()
    {
        await RunAsync("$null = New-LakeBucket kill-tests; $null = New-GlueDatabase kill_tests -LocationUri s3://kill-tests/; "
            + "1..3 | ForEach-Object { [pscustomobject]@{ v = $_ } } | Export-LakeData -DatabaseName kill_tests -TableName t -CreateTable; "
            + "[pscustomobject]@{ v = 0; k = 'none' } | Export-LakeData -DatabaseName kill_tests -TableName p -CreateTable -PartitionBy k");
        await KillAtAsync("1..20000 | ForEach-Object { [pscustomobject]@{ v = $_ } } -End { [Console]::WriteLine('now') } | "
            + "Export-LakeData -DatabaseName kill_tests -TableName t -Mode Overwrite; [Console]::ReadLine()");
        Assert.Contains((await RunAsync("@(Import-LakeData -DatabaseName kill_tests -TableName t).Count"))
            .Single(), new[] { "3", "20000" });
        await KillAtAsync("1..2000 | ForEach-Object { [pscustomobject]@{ v = $_; "
            + "k = \"k$($_ % 20)\" } } -End { [Console]::WriteLine('now') } | "
            + "Export-LakeData -DatabaseName kill_tests -TableName p; [Console]::ReadLine()");
        Assert.Contains((await RunAsync("@(Import-LakeData -DatabaseName kill_tests -TableName p).Count")).Single(), new[] { "1", "2001" });
    }

    [Fact]
    public async Task A_full_disk_leaves_the_old_rows_and_says_so()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no limit of a file's size.");
        await RunAsync("$null = New-LakeBucket full-tests; $null = New-GlueDatabase full_tests -LocationUri s3://full-tests/; "
            + "1..3 | ForEach-Object { [pscustomobject]@{ v = $_; k = \"k$_\" } } | "
                + "Export-LakeData -DatabaseName full_tests -TableName p -CreateTable -PartitionBy k");
        const string Store = "(Get-LakeObject s3://full-tests/*).Uri -join ' '; (Get-GluePartition full_tests p).Value -join ' '; "
            + "((Import-LakeData -DatabaseName full_tests -TableName p).v | Sort-Object) -join ' '";
        var before = await RunAsync(Store);
        var end = await PwshProcess.RunLimitedAsync(FileLimit, ["-Command", Begin + "$text = 'x' * 100kb; "
            + "try { 1..200 | ForEach-Object { [pscustomobject]@{ v = $_; k = \"k$($_ % 2)\" + $text.Substring(0, 1) } } | "
                + "Select-Object @{ n = 'v'; e = { $_.v } }, @{ n = 'k'; e = { $_.k } }, @{ n = 'text'; e = { $text } } | "
            + "Export-LakeData s3://full-tests/out/ -PartitionBy k -Mode Overwrite -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; "
                + "\"$($_.CategoryInfo.Category)\" }; " + Store]);
        Assert.Equal(["LakeTools.LakeStoreFull,LakeTools.Cmdlets.Data.ExportLakeDataCommand", "LimitsExceeded", .. before], Lines(end));
        Assert.Equal(before, await RunAsync(Store));
    }

    private static string[] Lines(PwshEnd end) =>
        end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private async Task KillAtAsync(string command)
    {
        using var pwsh = PwshProcess.Start(["-Command", Begin + command]);
        while (await pwsh.ReadLineAsync() is { } line)
            if (line.Trim() == "now") return; // disposing kills
        Assert.Fail("The process ended before it could be killed.");
    }

    private async Task<string[]> RunAsync(string command)
    {
        var end = await PwshProcess.RunAsync(["-Command", Begin + command]);
        Assert.True(end.ExitCode == 0 && end.Error.Length == 0, end.Error);
        return Lines(end);
    }
}
