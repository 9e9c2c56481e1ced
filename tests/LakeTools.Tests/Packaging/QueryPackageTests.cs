using System.IO.Compression;
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Packaging;

/// <summary>
/// The package that <c>dotnet pack src/LakeTools.Query</c> made. Without one the cases are skipped, unless
/// LAKETOOLS_REQUIRE_PACKAGE is 1, as it is in CI.
/// </summary>
public sealed class QueryPackageTests
{
    [Fact]
    public void Has_the_engine_for_every_platform_and_its_licences()
    {
        using var package = ZipFile.OpenRead(PackagePath());
        var names = package.Entries.Select(entry => entry.FullName).Where(name => !IsOfNuGet(name)).Order(StringComparer.Ordinal);
        Assert.Equal(
            [
                "LICENSE", "LakeTools.Query.nuspec", "LakeTools.Query.psd1", "THIRD-PARTY-NOTICES.md", "bin/DuckDB.NET.Bindings.dll",
                "bin/LakeTools.Query.dll", "bin/runtimes/linux-arm64/native/libduckdb.so", "bin/runtimes/linux-x64/native/libduckdb.so",
                "bin/runtimes/osx/native/libduckdb.dylib", "bin/runtimes/win-arm64/native/duckdb.dll",
                "bin/runtimes/win-x64/native/duckdb.dll",
            ],
            names);
    }

    [Fact]
    public async Task Is_found_where_Install_PSResource_puts_it()
    {
        var path = PackagePath();
        using var folder = new TemporaryFolder();
        // A folder of the name, and in it one of the version.
        var version = Path.GetFileNameWithoutExtension(path)["LakeTools.Query.".Length..];
        await ZipFile.ExtractToDirectoryAsync(path, Path.Combine(folder.Path, "modules", "LakeTools.Query", version),
            TestContext.Current.CancellationToken);
        var script = Path.Combine(folder.Path, "query.ps1");
        await File.WriteAllTextAsync(script, $"""
            $ErrorActionPreference = 'Stop'
            $null = New-Item -ItemType Directory '{folder.Path}/elsewhere'
            Copy-Item '{Repository.Module}' '{folder.Path}/elsewhere/LakeTools' -Recurse
            $env:PSModulePath = '{folder.Path}/modules'
            Import-Module '{folder.Path}/elsewhere/LakeTools'
            Connect-Lake -Local '{folder.Path}/lake'
            (Invoke-LakeQuery 'SELECT 42 AS answer').answer
            """, TestContext.Current.CancellationToken);
        var end = await PwshProcess.RunAsync([script]);
        Assert.True(end.ExitCode == 0, end.Output + end.Error);
        Assert.Equal(["42"], end.Lines);
    }

    private static bool IsOfNuGet(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal)
        || name == "[Content_Types].xml";

    private static string PackagePath()
    {
        var folder = Path.Combine(Repository.Root, "out", "package");
        if (Directory.Exists(folder) && Directory.GetFiles(folder, "LakeTools.Query.*.nupkg") is [var path]) return path;
        const string missing = "Nothing was packed: dotnet pack src/LakeTools.Query.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LAKETOOLS_REQUIRE_PACKAGE") == "1", missing);
        throw new InvalidOperationException(missing);
    }
}
