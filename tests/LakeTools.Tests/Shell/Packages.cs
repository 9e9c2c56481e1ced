using System.Reflection;

namespace LakeTools.Tests.Shell;

/// <summary>Where the packages lie that the tests start and do not reference; the build tells it.</summary>
internal static class Packages
{
    /// <summary>NuGet's folder of packages.</summary>
    public static string Root { get; } = Metadata("PackageRoot");

    /// <summary>PowerShell's program, which dotnet runs.</summary>
    public static string Pwsh { get; } = Path.Combine(
        Root,
        $"powershell/{Metadata("PowerShellVersion")}/tools/net10.0/any",
        OperatingSystem.IsWindows() ? "win" : "unix",
        "pwsh.dll");

    /// <summary>The version of Pester under which the files run: <c>LAKETOOLS_PESTER</c>, or the one that users have.</summary>
    public static string PesterVersion { get; } =
        Environment.GetEnvironmentVariable("LAKETOOLS_PESTER") is { Length: > 0 } version ? version : Metadata("PesterVersion");

    /// <summary>The version of Pester that comes next.</summary>
    public static string NextPesterVersion { get; } = Metadata("NextPesterVersion");

    /// <summary>The manifest of a version of Pester.</summary>
    public static string Pester(string version) => Path.Combine(Root, "pester", version, "tools", "Pester.psd1");

    /// <summary>What the build says under a name.</summary>
    public static string Metadata(string key) => typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
