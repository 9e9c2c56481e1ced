using System.Xml;
using LakeTools.Help;
using LakeTools.Help.Commands;
using LakeTools.Help.Output;
using LakeTools.Help.Pages;

// LakeTools.Help <docs> <LakeTools.Cmdlets.dll> <out/LakeTools/en-US> <version> <project's address or ''>
// LakeTools.Help manifest <manifest in the repository> <manifest of the built module> <version> <project's address or ''>
// LakeTools.Help views <module/formats> <module/types> <LakeTools.Core.dll> <out/LakeTools>
// LakeTools.Help schema <LakeTools.Core.dll> <out/LakeTools/lake-definition.schema.json>
// LakeTools.Help types <LakeTools.Cmdlets.dll> <LakeTools.Core.dll> <out/LakeTools/bin/LakeTools.types.txt>
if (args is ["schema", var core, var file])
{
    SchemaFile.Write(core, file);
    return 0;
}

if (args is ["types", var cmdlets, var emitted, var names])
{
    TypeNameFile.Write(cmdlets, emitted, names);
    return 0;
}

if (args is ["views", var views, var types, var shown, var module])
{
    ViewFile.WriteAll(views, types, shown, module);
    return 0;
}

try
{
    if (args is ["manifest", var source, var target, var release, var project])
    {
        ManifestFile.Write(source, target, release, ProjectAddress.Parse(project, release));
        return 0;
    }

    if (args is not [var docs, var assembly, var output, var version, var address])
    {
        Console.Error.WriteLine("LakeTools.Help <folder of pages> <assembly of cmdlets> <folder for help> <version> <address or ''>");
        Console.Error.WriteLine("LakeTools.Help manifest <manifest> <manifest to write> <version> <address or ''>");
        Console.Error.WriteLine("LakeTools.Help views <folder of views> <folder of types> <LakeTools.Core.dll> <folder of the module>");
        Console.Error.WriteLine("LakeTools.Help schema <LakeTools.Core.dll> <file>");
        return 2;
    }

    var commands = CommandReader.Read(assembly);
    // The contract tests report a missing page: a cmdlet can be tried before it is described.
    var pages = commands.Select(command => (Command: command, File: Path.Combine(docs, command.Name + ".md")))
        .Where(pair => File.Exists(pair.File)).Select(pair => (pair.Command, CmdletPageReader.Read(pair.File))).ToList();
    var topics = AboutTopic.Files(docs).Select(topic => (Name: topic.Key, Text: AboutTopic.Render(topic.Key, topic.Value))).ToList();

    Directory.CreateDirectory(output);
    foreach (var old in Directory.GetFiles(output, "about_*.help.txt")) File.Delete(old);
    foreach (var (name, text) in topics) File.WriteAllText(Path.Combine(output, name + ".help.txt"), text);
    using var xml = XmlWriter.Create(
        Path.Combine(output, Path.GetFileName(assembly) + "-Help.xml"),
        new XmlWriterSettings { Indent = true, IndentChars = "  ", NewLineChars = "\n", NewLineHandling = NewLineHandling.None });
    MamlWriter.Write(pages, CommonParameters.Read(docs), ProjectAddress.Parse(address, version)).Save(xml);
    return 0;
}
catch (Exception problem) when (problem is PageException or FormatException)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}
