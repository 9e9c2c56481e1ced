namespace LakeTools.Host;

/// <summary>Puts the checkout's built modules and the host's own before the other folders that modules are looked for in.</summary>
internal static class ModulePath
{
    private const string Variable = "PSModulePath";

    public static void Extend()
    {
        var present = (Environment.GetEnvironmentVariable(Variable) ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] first = [.. BuiltModules(), Path.Combine(AppContext.BaseDirectory, "Modules")];
        var all = first.Concat(present).Distinct(StringComparer.Ordinal);
        Environment.SetEnvironmentVariable(Variable, string.Join(Path.PathSeparator, all));
    }

    private static IEnumerable<string> BuiltModules()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "out");
            if (Directory.Exists(Path.Combine(built, "LakeTools"))) return [built];
        }

        return [];
    }
}
