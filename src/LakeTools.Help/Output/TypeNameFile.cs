namespace LakeTools.Help.Output;

/// <summary>Writes the names of the types that the cmdlets emit. An import takes them from the file: the runtime would load all types of
/// the assembly to list them.</summary>
internal static class TypeNameFile
{
    private const string Emitted = "LakeTools"; // the namespace

    /// <summary>Writes the names, a line each.</summary>
    /// <param name="core">The built LakeTools.Core.dll.</param>
    /// <param name="output">The file to write.</param>
    public static void Write(string core, string output) => File.WriteAllLines(
        output,
        BuiltAssembly.Load(core).GetExportedTypes().Where(type => type.Namespace == Emitted && !type.IsNested)
            .Select(type => type.FullName!).Order(StringComparer.Ordinal));
}
