using System.Diagnostics;

namespace LakeTools.Tests.Host;

/// <summary>Exit codes, streams, prompts and Ctrl+C as pwsh has them. Each case starts the host as a process.</summary>
public sealed class HostProcessTests
{
    public static TheoryData<string, int> ExitCodes => new()
    {
        { "1", 0 },
        { "exit 3", 3 },
        { "throw 'no'", 1 },
        { "Get-Item ./there-is-no-such-file", 1 },
        { "Get-Item ./there-is-no-such-file; 'after'", 0 },
        { "$x = ", 1 },
    };

    [Theory]
    [MemberData(nameof(ExitCodes))]
    public async Task ACommandsExitCode(string command, int code) =>
        Assert.Equal(code, (await HostProcess.RunAsync(["-NoProfile", "-Command", command])).ExitCode);

    [Theory]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'no'", 1)]
    [InlineData("param($Name, [switch] $Loud) if ($Name -eq 'lake' -and $Loud) { exit 5 }", 5)]
    public async Task AScriptsExitCode(string text, int code)
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "script.ps1");
        await File.WriteAllTextAsync(script, text, TestContext.Current.CancellationToken);
        Assert.Equal(code, (await HostProcess.RunAsync([script, "-Name", "lake", "-Loud"])).ExitCode);
    }

    [Fact]
    public async Task AScriptThatIsNotThereIsNamed()
    {
        var end = await HostProcess.RunAsync(["no-such-script.ps1"]);
        Assert.Equal(64, end.ExitCode);
        Assert.Contains("no-such-script.ps1", end.Error);
    }

    [Fact]
    public async Task AnUnknownArgumentIsRefusedWithTheUsage()
    {
        var end = await HostProcess.RunAsync(["-NoSuchArgument"]);
        Assert.Equal(64, end.ExitCode);
        Assert.Contains("-NoSuchArgument", end.Error);
    }

    [Fact]
    public async Task ErrorsGoToTheErrorStreamAndOutputDoesNot()
    {
        var end = await HostProcess.RunAsync(["-Command", "'out'; Write-Error 'wrong'"]);
        Assert.Equal("out", end.Output.Trim());
        Assert.Contains("wrong", end.Error);
    }

    [Theory]
    [InlineData("Write-Host -ForegroundColor Red 'text'; Get-Item .")]
    [InlineData("Write-Progress -Activity Work -Status Half -PercentComplete 50; 'done'")]
    [InlineData("Write-Error 'wrong'")]
    public async Task RedirectedOutputIsPlain(string command)
    {
        var end = await HostProcess.RunAsync(["-Command", command]);
        Assert.DoesNotContain('\u001b', end.Output + end.Error);
    }

    [Fact]
    public async Task APromptReadsRedirectedInput()
    {
        var end = await HostProcess.RunAsync(["-Command", "'got ' + (Read-Host)"], "answer\n");
        Assert.Equal("got answer", end.Output.Trim());
    }

    [Fact]
    public async Task AConfirmationReadsRedirectedInput()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "kept.txt");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await HostProcess.RunAsync(["-Command", $"Remove-Item '{file}' -Confirm"], "n\n");
        Assert.True(File.Exists(file));
        await HostProcess.RunAsync(["-Command", $"Remove-Item '{file}' -Confirm"], "y\n");
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("Read-Host")]
    [InlineData("Get-Credential -Message who")]
    [InlineData("Remove-Item ./README.md -Confirm")]
    public async Task NonInteractiveRefusesToPrompt(string command)
    {
        var end = await HostProcess.RunAsync(["-NonInteractive", "-Command", $"try {{ {command} -ErrorAction Stop }} catch {{ exit 42 }}"]);
        Assert.Equal(42, end.ExitCode);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "README.md")));
    }

    [Fact]
    public async Task CtrlCEndsAScriptThatGoesOn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "A test can send SIGINT to one process on Unix only.");
        using var host = HostProcess.Start(["-Command", "'started'; Start-Sleep 600; 'went on'"]);
        Assert.Equal("started", await host.ReadLineAsync());
        using (var kill = Process.Start("kill", ["-INT", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var end = await host.EndAsync().WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal((130, ""), (end.ExitCode, end.Output.Trim()));
    }

    [Fact]
    public async Task TheBuiltModuleLoadsByName()
    {
        var end = await HostProcess.RunAsync(["-Command", "Import-Module LakeTools -ErrorAction Stop; (Get-Module LakeTools).ModuleBase"]);
        Assert.Equal(Repository.Module, end.Output.Trim());
    }
}
