namespace LakeTools.Tests;

/// <summary>Where the checkout lies, so that tests find the built module, the examples and the Pester files.</summary>
internal static class Repository
{
    /// <summary>The folder that holds LakeTools.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>The built module, as a user imports it.</summary>
    public static string Module => Path.Combine(Root, "out", "LakeTools");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LakeTools.sln"))) return folder.FullName;
        throw new InvalidOperationException("LakeTools.sln lies in no folder above " + AppContext.BaseDirectory);
    }
}
