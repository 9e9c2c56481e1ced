using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Packaging;

/// <summary>
/// The module LakeTools.Query beside LakeTools: nothing of it is loaded before the first query, and without it one error says so.
/// </summary>
public sealed class QueryModuleTests
{
    private const string Query = "Invoke-LakeQuery 'SELECT 42 AS answer' -ErrorAction Stop | ForEach-Object answer";

    private const string Loaded =
        "@([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(LakeTools\\.Query|DuckDB)').Count";

    [Fact]
    public async Task Nothing_is_loaded_before_the_first_query()
    {
        var lines = await RunAsync($"""
            Import-Module '{Repository.Module}'
            Connect-Lake -Local $lake
            $null = New-GlueDatabase sales
            {Loaded}
            {Query}
            {Loaded}
            """);
        Assert.Equal(["0", "42", "2"], lines);
    }

    [Theory]
    [InlineData("$modules/LakeTools.Query", "42")] // beside LakeTools
    [InlineData("$other/LakeTools.Query", "42")] // on PSModulePath
    [InlineData("$other/elsewhere", "LakeTools.QueryEngineNotFound,LakeTools.Cmdlets.Queries.InvokeLakeQueryCommand")]
    public async Task The_engine_is_found_beside_the_module_and_on_the_path(string place, string expected)
    {
        var engine = Path.Combine(Repository.Root, "out", "LakeTools.Query");
        var lines = await RunAsync($$"""
            $modules, $other = "$folder/modules", "$folder/other"
            $null = New-Item -ItemType Directory $modules, $other
            Copy-Item '{{Repository.Module}}' $modules/LakeTools -Recurse
            Copy-Item '{{engine}}' "{{place}}" -Recurse
            $env:PSModulePath = $other
            Import-Module $modules/LakeTools
            Connect-Lake -Local $lake
            try { {{Query}} } catch { $_.FullyQualifiedErrorId }
            """);
        Assert.Equal([expected], lines);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(string body)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "query.ps1");
        var head = $"$ErrorActionPreference = 'Stop'\n$folder = '{folder.Path}'\n$lake = '{Path.Combine(folder.Path, "lake")}'\n";
        await File.WriteAllTextAsync(script, head + body, TestContext.Current.CancellationToken);
        var end = await PwshProcess.RunAsync([script]);
        Assert.True(end.ExitCode == 0, end.Output + end.Error);
        return end.Lines;
    }
}
