using System.Reflection;

namespace LakeTools.Help.Output;

/// <summary>Writes the JSON Schema of definitions, which LakeTools.Core makes of the properties that it reads.</summary>
internal static class SchemaFile
{
    private const string Maker = "DefinitionSchema";

    /// <summary>Writes the schema.</summary>
    /// <param name="core">The built LakeTools.Core.dll.</param>
    /// <param name="output">The file to write.</param>
    public static void Write(string core, string output)
    {
        var maker = BuiltAssembly.Load(core).GetTypes().Single(type => type.Name == Maker);
        var write = maker.GetMethod("Write", BindingFlags.Public | BindingFlags.Static)!;
        File.WriteAllText(output, (string)write.Invoke(null, null)!);
    }
}
