namespace LakeTools.Host;

/// <summary>What <c>-Help</c> and <c>-Version</c> print.</summary>
internal static class HelpText
{
    public const string Usage = """
        Usage: LakeTools.Host [-NoProfile] [-NonInteractive] [-WorkingDirectory <folder>]
                              [[-File] <script.ps1> [arguments] | -Command <text> | -Pester <path>... ]
        """;

    public const string Full = Usage + "\n" + """

          [-File] <script.ps1> [arguments]   run a script; its exit code is the program's
          -Command | -c <text>               run text; '-' reads it from the standard input
          -Pester <path>...                  run Pester 5 files, or all *.Tests.ps1 of folders
              -Tag, -ExcludeTag <tag>[,...]  only the tests with, or without, these tags
              -FullNameFilter <wildcard>     only the tests whose path matches
              -Output Detailed|Normal|None   how much to print (default: Normal)
          -NonInteractive                    a prompt is an error
          -NoProfile, -NoLogo, -ExecutionPolicy <policy>   taken as pwsh takes them; there is no profile here
          -NoExit                            the prompt follows
          -Version, -Help

        Without any of them: a prompt. Modules are also found in out/ of the checkout that the program lies in.
        """;

    public static string Version =>
        $"LakeTools.Host {typeof(HelpText).Assembly.GetName().Version!.ToString(3)} on PowerShell {PSVersionInfoText}";

    private static string PSVersionInfoText =>
        System.Diagnostics.FileVersionInfo.GetVersionInfo(typeof(PSObject).Assembly.Location).ProductVersion?.Split(' ', '+')[0] ?? "";
}
