using System.Diagnostics;

namespace LakeTools.Tests.Shell;

/// <summary>What <c>dotnet run --project src/LakeTools.Shell</c> hands over: arguments, streams and exit codes.</summary>
public sealed class ShellTests
{
    public static TheoryData<string[], string, int, string, string> Runs => new()
    {
        { ["-Command", "exit 4"], "", 4, "", "" },
        { ["-c", "'out'; [Console]::Error.WriteLine('wrong')"], "", 0, "out", "wrong" },
        { ["-c", "'got ' + [Console]::In.ReadLine()"], "a line\n", 0, "got a line", "" },
        { ["-c", "& { $args.ForEach{ \"[$_]\" } -join '' } 'a b' '$x' '\"'"], "", 0, "[a b][$x][\"]", "" },
        { ["-c", "(Get-Command Grant-LakePermission).Module.Path -eq (Resolve-Path out/LakeTools/LakeTools.psm1)"], "", 0, "True", "" },
        { ["-c", "(Get-Module Pester -ListAvailable).Version.ToString()"], "", 0, Packages.Metadata("PesterVersion"), "" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Arguments_streams_and_the_exit_code_go_through(
        string[] arguments,
        string input,
        int code,
        string output,
        string error)
    {
        var end = await RunAsync(arguments, input);
        Assert.Equal((code, output, error), (end.ExitCode, end.Output.Trim(), end.Error.Trim()));
    }

    [Fact]
    public async Task A_script_gets_its_parameters()
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "script.ps1");
        await File.WriteAllTextAsync(
            script,
            "param($Name, [switch] $Loud) if ($Name -eq 'the lake' -and $Loud) { exit 5 }",
            TestContext.Current.CancellationToken);
        Assert.Equal(5, (await RunAsync([script, "-Name", "the lake", "-Loud"])).ExitCode);
    }

    [Fact]
    public async Task Without_arguments_it_is_a_prompt_with_the_module_loaded()
    {
        var end = await RunAsync([], "(Get-Module LakeTools).ModuleBase\nexit 3\n");
        Assert.Equal(3, end.ExitCode);
        Assert.Contains(Repository.Module, end.Lines);
    }

    private static async Task<PwshEnd> RunAsync(string[] arguments, string input = "")
    {
        string[] all = ["run", "--no-build", "--project", "src/LakeTools.Shell", "--", .. arguments];
        var start = new ProcessStartInfo("dotnet", all)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new PwshEnd(process.ExitCode, await output, await error);
    }
}
