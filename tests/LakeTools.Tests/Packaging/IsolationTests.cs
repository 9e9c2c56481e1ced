
using LakeTools.Tests.Shell;

namespace LakeTools.Tests.Packaging;

/// <summary>
/// The module beside others in one process, and where there is no console and no home: whole processes, each of which imports the built
/// module and uses the parts that bring packages (the catalog for the AWS SDK and SQLite, objects for the hashes).
/// </summary>
public sealed class IsolationTests
{
    private const string Use = """
        Connect-Lake -Local $lake
        $null = New-GlueDatabase sales
        $null = New-LakeBucket lake
        'text' | Set-Content "$lake.txt"
        $null = Send-LakeObject -Path "$lake.txt" -Uri s3://lake/text.txt
        "$((Get-GlueDatabase).Name) $((Get-LakeObject s3://lake/).Key)"
        """;

    /// <summary>Other versions of what the module brings: a file below the package folder, a type of it, and its assembly's name.</summary>
    public static TheoryData<string, string> Others => new()
    {
        { "awssdk.core/3.7.402/lib/net8.0/AWSSDK.Core.dll", "Amazon.AWSConfigs" },
        { "microsoft.data.sqlite.core/9.0.0/lib/net8.0/Microsoft.Data.Sqlite.dll", "Microsoft.Data.Sqlite.SqliteConnectionStringBuilder" },
        { "system.io.hashing/9.0.4/lib/net8.0/System.IO.Hashing.dll", "System.IO.Hashing.Crc32" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_version_that_was_loaded_first_is_left_alone(string file, string type)
    {
        var lines = await RunAsync($"""
            Add-Type -Path '{Path.Combine(Packages.Root, file)}'
            $before = [{type}].Assembly.GetName().Version
            {Import}
            {Use}
            ([{type}].Assembly.GetName().Version -eq $before)
            """);
        Assert.Equal(["sales text.txt", "True"], lines);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_version_loads_after_the_module(string file, string type)
    {
        var lines = await RunAsync($"""
            {Import}
            {Use}
            Add-Type -Path '{Path.Combine(Packages.Root, file)}'
            [{type}].Assembly.Location -eq '{Path.Combine(Packages.Root, file)}'
            (Get-GlueDatabase).Name
            """);
        Assert.Equal(["sales text.txt", "True", "sales"], lines);
    }

    [Fact]
    public async Task Importing_again_removing_and_importing_keep_types_and_connection()
    {
        var lines = await RunAsync($$"""
            {{Import}}
            {{Use}}
            $first = Get-GlueDatabase
            {{Import}} -Force
            (Get-GlueDatabase).GetType() -eq $first.GetType()
            Remove-Module LakeTools
            @(Get-Module -All | Where-Object Name -like 'LakeTools*').Count
            {{Import}}
            (Get-GlueDatabase).Name
            """);
        Assert.Equal(["sales text.txt", "True", "0", "sales"], lines);
    }

    [Fact]
    public async Task Two_runspaces_have_a_connection_each_and_one_set_of_types()
    {
        var lines = await RunAsync($$"""
            {{Import}}
            {{Use}}
            $other = [powershell]::Create([initialsessionstate]::CreateDefault2())
            $output = $other.AddScript({
                param($module, $lake)
                Import-Module $module
                Connect-Lake -Local $lake
                New-GlueDatabase staff
            }).AddArgument('{{Repository.Module}}').AddArgument("$lake-other").Invoke()
            $output[0].Name
            $output[0].psobject.BaseObject -is [LakeTools.GlueDatabase]
            (Get-GlueDatabase).Name
            $other.Dispose()
            (Get-GlueDatabase).Name
            """);
        Assert.Equal(["sales text.txt", "staff", "True", "sales", "sales"], lines);
    }

    [Fact]
    public async Task Many_runspaces_side_by_side_work_on_one_lake()
    {
        var lines = await RunAsync($$"""
            {{Import}}
            {{Use}}
            $module = '{{Repository.Module}}'
            1..12 |
                ForEach-Object -ThrottleLimit 6 -Parallel { Import-Module $using:module; (New-GlueTable sales "t$_" -Column id:int).Name } |
                Measure-Object | ForEach-Object Count
            @(Get-GlueTable sales).Count
            """);
        Assert.Equal(["sales text.txt", "12", "12"], lines);
    }

    /// <summary>A home that cannot be made, even by an administrator, and none at all.</summary>
    [Theory]
    [InlineData("/dev/null/home")]
    [InlineData("")]
    public async Task A_runbook_needs_no_home_and_no_console(string home)
    {
        // PowerShell itself does not start without folders to write to, and takes them from the XDG variables.
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["HOME"] = home, ["USERPROFILE"] = home, ["TERM"] = "", ["LANG"] = "C" };
        foreach (var name in (string[])["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"]) environment[name] = folder.Path;
        var lines = await RunAsync($"{Import}\n{Use}", environment);
        Assert.Equal(["sales text.txt"], lines);
    }

    private static string Import => $"Import-Module '{Repository.Module}'";

    private static async Task<IReadOnlyList<string>> RunAsync(string body, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "isolated.ps1");
        await File.WriteAllTextAsync(script, $"$ErrorActionPreference = 'Stop'\n$lake = '{Path.Combine(folder.Path, "lake")}'\n{body}",
            TestContext.Current.CancellationToken);
        var end = await PwshProcess.RunAsync([script], environment: environment);
        Assert.True(end.ExitCode == 0, end.Output + end.Error);
        return end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
